import { fail, ok, type Result } from '../../../shared/result/result.ts'

/** The lock's name: one for all tabs and the service worker of an origin. */
export const RUNNER_LOCK = 'sync'
/** How long the one that holds the lock is waited for, in ms. Longer, and it is taken for asleep: a frozen tab never lets go. */
export const WAIT_MS = 30_000
/** How long one run may take, in ms. What is left then is done by the next. */
export const RUN_MS = 5 * 60_000

/** What is needed of `navigator.locks`. */
export interface RunnerLocks {
  request<Value>(name: string, options: LockOptions, granted: () => Promise<Value>): Promise<Value>
}

/** Why there was no run, or no end of one. */
export type NotRun =
  /** Another tab took over, believing this one asleep: it does what was to be done here. */
  | { readonly kind: 'taken-over' }
  /** Called off before its turn came. */
  | { readonly kind: 'called-off' }

export interface RunnerOptions {
  readonly locks: RunnerLocks
  /** The lock's name: runs of another name do not wait for this one. Default: `RUNNER_LOCK`. */
  readonly name?: string
  readonly signal: AbortSignal
  /** Aborts after so many ms. Default: the platform's own. */
  readonly timeout?: (ms: number) => AbortSignal
}

/**
 * [D3] Runs `run` while nobody else does: no other tab, no service worker. Waits for a run under way, but not for ever: one
 * that does not end in time is taken over, and its signal says so where it wakes up. The lock is held for this run alone.
 * What `run` throws is thrown.
 */
export async function asOnlyRunner<Value>(
  run: (signal: AbortSignal) => Promise<Value>,
  { locks, signal, name = RUNNER_LOCK, timeout = AbortSignal.timeout }: RunnerOptions,
): Promise<Result<Value, NotRun>> {
  const turn = new Turn(run, signal, timeout)
  if (signal.aborted) return fail({ kind: 'called-off' })
  try {
    const waiting = AbortSignal.any([signal, timeout(WAIT_MS)])
    return ok(await locks.request(name, { signal: waiting }, turn.begin))
  } catch (error) {
    if (turn.state !== 'waiting') return turn.end(error)
    if (signal.aborted) return fail({ kind: 'called-off' })
  }
  try {
    return ok(await locks.request(name, { steal: true }, turn.begin))
  } catch (error) {
    return turn.end(error)
  }
}

/** One run, which knows how far it came: a lock that was taken over and a run that failed both reject the same promise. */
class Turn<Value> {
  state: 'waiting' | 'running' | 'settled' = 'waiting'
  readonly #run: (signal: AbortSignal) => Promise<Value>
  readonly #signal: AbortSignal
  readonly #timeout: (ms: number) => AbortSignal
  readonly #takenOver = new AbortController()

  constructor(run: (signal: AbortSignal) => Promise<Value>, signal: AbortSignal, timeout: (ms: number) => AbortSignal) {
    this.#run = run
    this.#signal = signal
    this.#timeout = timeout
  }

  readonly begin = async (): Promise<Value> => {
    this.state = 'running'
    try {
      return await this.#run(AbortSignal.any([this.#signal, this.#takenOver.signal, this.#timeout(RUN_MS)]))
    } finally {
      this.state = 'settled'
    }
  }

  /** What a rejected request for the lock means. */
  end(error: unknown): Result<never, NotRun> {
    if (this.state !== 'running') throw error
    // Not waited for: what it writes is whole transactions, and it may be asleep.
    this.#takenOver.abort()
    return fail({ kind: 'taken-over' })
  }
}
