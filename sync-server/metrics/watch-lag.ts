/** How often the event loop is asked for its delay, in ms. */
export const LAG_EVERY_MS = 500

/**
 * Tells, every `everyMs`, by how many seconds a timer came late: how long everything else in this process waits too.
 * Returns how to stop.
 */
export function watchLag(observe: (seconds: number) => void, monotonicMs: () => number, everyMs = LAG_EVERY_MS) {
  let due = monotonicMs() + everyMs
  const timer = setInterval(() => {
    const now = monotonicMs()
    observe(Math.max(0, now - due) / 1000)
    due = now + everyMs
  }, everyMs)
  // Measuring keeps no process alive.
  timer.unref()
  return () => clearInterval(timer)
}
