/** Something is said again after so many ms at the soonest. */
export const WINDOW_MS = 200

export interface CoalescedPorts {
  /** Runs something every so many ms. Returns how to stop. */
  readonly every: (ms: number, run: () => void) => () => void
  /** Must not go back. */
  readonly monotonicMs: () => number
}

interface Window {
  readonly from: number
  readonly stop: () => void
  owed: boolean
}

/**
 * Publishes a topic at once, and what comes of it within a moment after that as one, at the end of the moment: who listens
 * is told soon and not a thousand times, and the last change is never left out.
 */
export function coalesced<Topic>(
  publish: (topic: Topic) => void,
  { every, monotonicMs }: CoalescedPorts,
): (topic: Topic) => void {
  const windows = new Map<Topic, Window>()

  function open(topic: Topic): void {
    windows.get(topic)?.stop()
    const stop = every(WINDOW_MS, () => {
      stop()
      const owed = windows.get(topic)?.owed
      windows.delete(topic)
      if (owed === true) open(topic)
    })
    windows.set(topic, { from: monotonicMs(), stop, owed: false })
    publish(topic)
  }

  return (topic) => {
    const window = windows.get(topic)
    // Where timers end with the request that set them, a window may be long over and not closed.
    if (window === undefined || monotonicMs() - window.from > 2 * WINDOW_MS) open(topic)
    else window.owed = true
  }
}
