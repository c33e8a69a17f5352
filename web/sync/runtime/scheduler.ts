import { backoffMs, RETRIES } from './backoff.ts'

/** [D4] What makes a run due. */
export type Occasion = 'start' | 'write' | 'online' | 'visible' | 'poke' | 'background' | 'periodic' | 'by-hand'

/** How a run ended, as far as the next one depends on it. */
export type RunEnd =
  | { readonly kind: 'done' }
  /** Come again: no network, a busy server. `afterMs`: not before, as the server asks. */
  | { readonly kind: 'again'; readonly afterMs?: number | undefined }
  /** Nothing helps until somebody signs in. */
  | { readonly kind: 'signed-out' }
  /** Trying again brings the same: an old app, a mistake. The next occasion tries once more. */
  | { readonly kind: 'given-up' }

/** What the scheduler needs of the world. Times in ms; `now` from any zero, and it never goes back. */
export interface SchedulerPorts {
  readonly now: () => number
  /** Answers how to call it off. */
  readonly setTimer: (ring: () => void, ms: number) => () => void
  /** In [0, 1). */
  readonly random: () => number
  /** Never rejects: what can fail is an end. */
  readonly run: (occasion: Occasion) => Promise<RunEnd>
}

/** A write that follows one sent less than this long ago waits until then, in ms. */
export const WRITE_EVERY_MS = 500
/** After a failure no run begins sooner than this after the one before, whatever the occasion but a person's, in ms. */
export const CALM_MS = 1000
/** A server may ask for patience, but not for more than this, in ms. */
export const LONGEST_PATIENCE_MS = 60 * 60_000

/** Decides when to run: one run at a time, soon after an occasion, and ever more rarely while it fails. */
export class Scheduler {
  readonly #ports: SchedulerPorts
  #running = false
  #stopped = false
  #signedOut = false
  /** What came up during a run, and is due after it. */
  #missed: Occasion | undefined
  #due: { readonly at: number; readonly occasion: Occasion; readonly callOff: () => void } | undefined
  #writeSentAt = Number.NEGATIVE_INFINITY
  #beganAt = Number.NEGATIVE_INFINITY
  /** In a row: they lengthen the wait for the next retry. */
  #failures = 0
  #retriesLeft = RETRIES
  /** The server has asked not to come before. */
  #patienceUntil = Number.NEGATIVE_INFINITY

  constructor(ports: SchedulerPorts) {
    this.#ports = ports
  }

  /** Something happened that a run should follow. */
  notice(occasion: Occasion): void {
    if (this.#stopped || this.#signedOut) return
    this.#retriesLeft = RETRIES
    if (this.#running) {
      // A person's wish is the strongest, because nothing delays it; of the others each brings the same run.
      if (this.#missed !== 'by-hand') this.#missed = occasion
      return
    }
    this.#schedule(this.#earliest(occasion), occasion)
  }

  /** Somebody signed in: goes on, beginning now. */
  signedIn(): void {
    this.#signedOut = false
    this.#failures = 0
    this.notice('by-hand')
  }

  /** Ends it for good. A run under way ends by itself and is followed by none. */
  stop(): void {
    this.#stopped = true
    this.#due?.callOff()
    this.#due = undefined
  }

  /** The time at which a run may begin for this occasion. */
  #earliest(occasion: Occasion): number {
    const now = this.#ports.now()
    if (occasion === 'by-hand') return now
    const calm = this.#failures === 0 ? now : Math.max(now, this.#beganAt + CALM_MS)
    const patient = Math.max(calm, this.#patienceUntil)
    return occasion === 'write' ? Math.max(patient, this.#writeSentAt + WRITE_EVERY_MS) : patient
  }

  #schedule(at: number, occasion: Occasion): void {
    // While it fails, typing must not turn every value into a request: the retry that is due anyway takes it along.
    if (this.#due !== undefined && (this.#due.at <= at || (occasion === 'write' && this.#failures > 0))) return
    this.#due?.callOff()
    this.#due = undefined
    const wait = at - this.#ports.now()
    if (wait <= 0) void this.#begin(occasion)
    else this.#due = { at, occasion, callOff: this.#ports.setTimer(() => this.#ring(), wait) }
  }

  #ring(): void {
    const due = this.#due
    this.#due = undefined
    if (due !== undefined && !this.#stopped) void this.#begin(due.occasion)
  }

  async #begin(occasion: Occasion): Promise<void> {
    this.#running = true
    this.#beganAt = this.#ports.now()
    if (occasion === 'write') this.#writeSentAt = this.#beganAt
    const end = await this.#ports.run(occasion)
    this.#running = false
    const missed = this.#missed
    this.#missed = undefined
    if (this.#stopped) return
    this.#follow(end)
    if (missed !== undefined) this.notice(missed)
  }

  #follow(end: RunEnd): void {
    switch (end.kind) {
      case 'done':
        this.#failures = 0
        this.#patienceUntil = Number.NEGATIVE_INFINITY
        return
      case 'signed-out':
        this.#signedOut = true
        return
      case 'given-up':
        this.#failures = Math.max(1, this.#failures)
        return
      case 'again': {
        const now = this.#ports.now()
        const wait = backoffMs(this.#failures, this.#ports.random())
        this.#failures += 1
        if (end.afterMs !== undefined) this.#patienceUntil = now + Math.min(end.afterMs, LONGEST_PATIENCE_MS)
        if (this.#retriesLeft === 0) return
        this.#retriesLeft -= 1
        this.#schedule(Math.max(now + wait, this.#patienceUntil), 'periodic')
      }
    }
  }
}
