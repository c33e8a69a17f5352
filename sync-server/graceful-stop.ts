import type { Server } from 'node:http'

/** How long requests under way may take to finish once the server is asked to stop, in ms. */
export const STOP_WITHIN_MS = 5000

const SWEEP_EVERY_MS = 50

/** Takes no more connections and resolves when requests under way are answered, or cut off after `withinMs`. */
export function stopGracefully(server: Server, withinMs = STOP_WITHIN_MS): Promise<'finished' | 'cut off'> {
  return new Promise((resolve) => {
    let outcome: 'finished' | 'cut off' = 'finished'
    // A connection whose request is answered stays open for the next one, and an open connection keeps the server.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY_MS)
    const deadline = setTimeout(() => {
      outcome = 'cut off'
      server.closeAllConnections()
    }, withinMs)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(deadline)
      resolve(outcome)
    })
  })
}
