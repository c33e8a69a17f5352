/**
 * Lets the browser do what has come up meanwhile: work that together is too long for one task asks for it between its parts.
 * What Safari has not, a timer stands in for.
 */
export const nextTask = (): Promise<void> =>
  'scheduler' in globalThis && 'yield' in scheduler ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve))
