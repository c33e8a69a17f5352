import { TURN_KEPT_MS } from '../../shared/coach/protocol.ts'
import type { Store } from '../store/ports.ts'
import type { Job } from './job.ts'

const HOUR_MS = 3_600_000
/** How long a device is tried that nothing reaches: a holiday, and then some. */
const UNREACHABLE_MS = 30 * 24 * HOUR_MS

/** Removes what is over: sessions, devices that nothing reaches, turns that nobody has acknowledged, old lines of the trail. */
export const housekeeping = (store: Pick<Store, 'deleteExpired' | 'push' | 'coach'>, now: () => number): Job => ({
  name: 'housekeeping',
  everyMs: HOUR_MS,
  async run() {
    const { sessions, verifications, audit } = await store.deleteExpired(now())
    const unreachable = await store.push.removeUnreachable(now() - UNREACHABLE_MS)
    const turns = await store.coach.removeOld(now() - TURN_KEPT_MS)
    return { sessions, verifications, audit, unreachable, turns }
  },
})
