/** How long nothing more may be written before a look, in ms: after a value of the past, and after what can wait. */
export const QUIET_MS = 20
export const LONG_QUIET_MS = 1000
/** Under writes without end, a look is put off no longer than this. */
export const LONGEST_WAIT_MS = 30_000
/** How soon it is asked again whether an import is over. */
export const IMPORT_WAIT_MS = 1000
/** When it is tried again after a look that failed, where nothing is written before. */
export const AFTER_FAILURE_MS = 5 * 60_000

/** What the schedule needs of its thread. Times in ms. */
export interface SchedulePorts {
  readonly now: () => number
  /** Answers how to call it off. */
  readonly setTimer: (ring: () => void, ms: number) => () => void
  /** Whether files are being read or written in some tab: they have the device to themselves. */
  readonly isImporting: () => Promise<boolean>
  /** Looks at the days. Answers in how many ms the day may turn. */
  readonly look: () => Promise<number>
  readonly onProblem: (error: unknown) => void
}

/** Decides when to look: while the page is seen, soon after what was written, never twice at once, not during an import. */
export class LookSchedule {
  readonly #ports: SchedulePorts
  #visible = false
  /** What was written that no look has seen: when first, and how long nothing more may be written before it is looked at. */
  #due: { readonly since: number; readonly quietMs: number } | undefined
  #looking = false
  #callOff: () => void = () => undefined

  constructor(ports: SchedulePorts) {
    this.#ports = ports
  }

  /** A page that comes into sight has a look: the day may have turned, and what was written meanwhile waited. */
  see(visible: boolean): void {
    const appeared = visible && !this.#visible
    this.#visible = visible
    if (appeared) this.#lookAfter(0)
    else if (!visible) this.#callOff()
  }

  /** `canWait`: a bulk, or today's values while they are typed, whose typing a look at ten years would slow down. */
  written(canWait: boolean): void {
    this.#lookAfter(canWait ? LONG_QUIET_MS : QUIET_MS)
  }

  #lookAfter(quietMs: number): void {
    const { since, quietMs: before } = this.#due ?? { since: this.#ports.now(), quietMs: 0 }
    this.#due = { since, quietMs: Math.max(before, quietMs) }
    // What is written during a look is looked at after it.
    if (this.#visible && !this.#looking) this.#ringWhenQuiet(this.#due)
  }

  #ringWhenQuiet({ since, quietMs }: { readonly since: number; readonly quietMs: number }): void {
    this.#ringIn(Math.min(quietMs, Math.max(0, since + LONGEST_WAIT_MS - this.#ports.now())))
  }

  #ringIn(ms: number): void {
    this.#callOff()
    this.#callOff = this.#ports.setTimer(() => void this.#look(), ms)
  }

  async #look(): Promise<void> {
    if (this.#looking || !this.#visible) return
    this.#looking = true
    const nextMs = await this.#lookUnlessImporting()
    this.#looking = false
    if (!this.#visible) return
    if (this.#due === undefined || nextMs === IMPORT_WAIT_MS) this.#ringIn(nextMs)
    else this.#ringWhenQuiet(this.#due)
  }

  /** Answers in how many ms to look again where nothing is written before. */
  async #lookUnlessImporting(): Promise<number> {
    try {
      if (await this.#ports.isImporting()) return IMPORT_WAIT_MS
      this.#due = undefined
      return await this.#ports.look()
    } catch (error) {
      this.#ports.onProblem(error)
      return AFTER_FAILURE_MS
    }
  }
}
