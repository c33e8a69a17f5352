export interface HeadPoll {
  /** Settles once the first reading has been tried: what is written after that is noticed. */
  readonly begun: Promise<void>
  /** Reads soon instead of when it would have. May be called by another request. */
  hurry(): void
  stop(): void
}

export interface HeadPollPorts {
  /** The account's highest version. */
  readonly readHead: () => Promise<number>
  /** Returns how to call it off. Times in ms. */
  readonly setTimer: (ring: () => void, ms: number) => () => void
  readonly onMove: () => void
  readonly onProblem: (error: unknown) => void
}

/** Between two readings, in ms: short after something has moved, for then more will; ever longer while nothing does. */
export const SOONEST_MS = 1000
export const LATEST_MS = 5000
const GROWTH = 1.25

/**
 * [S9] Asks again and again whether the account's version has moved, for where a database cannot tell. Runs as long as
 * whoever listens does, one reading at a time; a reading that fails is told and counts as one that found nothing.
 */
export function pollHead({ readHead, setTimer, onMove, onProblem }: HeadPollPorts): HeadPoll {
  let head: number | undefined
  let hasBegun = false
  let stopped = false
  let interval = SOONEST_MS
  let wake: () => void = () => undefined

  async function read(): Promise<boolean> {
    try {
      const now = await readHead()
      // Where the first reading failed, what was written since is not known.
      const moved = hasBegun && now !== head
      head = now
      return moved
    } catch (error) {
      if (!stopped) onProblem(error)
      return false
    }
  }

  /** Resolves after `ms`, or at once when hurried. The one who waits is the one who goes on, whoever has hurried it. */
  function wait(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const callOff = setTimer(resolve, ms)
    wake = resolve
    return promise.then(callOff)
  }

  async function poll(): Promise<void> {
    while (!stopped) {
      await wait(interval)
      if (stopped) return
      const moved = await read()
      if (stopped) return
      interval = moved ? SOONEST_MS : Math.min(LATEST_MS, interval * GROWTH)
      if (moved) onMove()
    }
  }

  const begun = read().then(() => {
    hasBegun = true
  })
  void begun.then(poll)
  return {
    begun,
    hurry: () => wake(),
    stop() {
      stopped = true
      wake()
    },
  }
}
