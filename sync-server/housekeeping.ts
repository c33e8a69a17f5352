import { errorForLog } from './error-for-log.ts'
import type { Log } from './log.ts'
import type { Store } from './store/ports.ts'
import type { Every } from './sync/event-streams.ts'

/** How often the house is kept, in ms. */
export const HOUSEKEEPING_MS = 60 * 60_000

export interface Housekeeping {
  readonly store: Pick<Store, 'deleteExpired'>
  readonly log: Log
  /** ms since 1970 UTC. */
  readonly now: () => number
  readonly every: Every
}

/**
 * Removes what has expired, now and every hour; returns how to stop. A database that does not answer is tried again at the
 * next hour, and nobody waits for it meanwhile.
 */
export function keepHouse({ store, log, now, every }: Housekeeping): () => void {
  const clean = async () => {
    const { sessions, verifications } = await store.deleteExpired(now())
    if (sessions + verifications > 0) log('info', 'expired rows deleted', { sessions, verifications })
  }
  const run = () =>
    void clean().catch((error: unknown) => log('warn', 'expired rows were not deleted', { error: errorForLog(error) }))
  run()
  return every(HOUSEKEEPING_MS, run)
}
