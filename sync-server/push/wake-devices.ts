import type { ReminderKind } from '../../shared/push/protocol.ts'
import { dueAfter, latestFor } from '../../shared/push/schedule.ts'
import type { PushStore, SettledWake, Wake } from '../store/push-port.ts'
import type { SendOutcome, SendWakeUp } from './send-wake-up.ts'

export interface Waking {
  readonly store: PushStore
  readonly send: SendWakeUp
  /** ms since 1970 UTC. */
  readonly now: () => number
  readonly monotonicMs: () => number
  /** The most messages of one run, for where a run may send no more. */
  readonly most: number
}

/** What became of reminders: `again` were not taken and will be tried again, `missed` were too late or tried often enough. */
export type WakeCounts = Record<'sent' | 'again' | 'missed' | 'refused' | 'dead', number>

/** How many are lent at a time, and how many messages are on their way at once. */
const LENT = 500
const ON_THEIR_WAY = 64
/** For how long they are lent: many times what sending them takes. Whoever ends in the middle leaves them for so long. */
const LEASE_MS = 5 * 60_000
/** After that no more are lent: those who wait are the next run's. */
const RUN_MS = 50_000
/** Until the second, third and fourth attempt; after that a reminder is left until its next time. */
const WAITS_MS = [60_000, 5 * 60_000, 15 * 60_000]

/** Sends everything of these kinds that is due, and plans when each is next. */
export async function wakeDevices(waking: Waking, kinds: readonly ReminderKind[]): Promise<WakeCounts> {
  const { store, now, monotonicMs, most } = waking
  const counts: WakeCounts = { sent: 0, again: 0, missed: 0, refused: 0, dead: 0 }
  const start = monotonicMs()
  for (let left = most; left > 0 && monotonicMs() - start < RUN_MS; ) {
    const at = now()
    const limit = Math.min(LENT, left)
    const wakes = await store.claim({ kinds, now: at, leaseUntil: at + LEASE_MS, limit })
    const settled = await eachOf(wakes, (wake) => wakeOne(waking, wake, counts))
    await store.settle(settled, now())
    left -= wakes.length
    if (wakes.length < limit) break
  }
  return counts
}

async function wakeOne({ send, now }: Waking, wake: Wake, counts: WakeCounts): Promise<SettledWake> {
  const { session, leaseUntil, reminder, plannedFor } = wake
  const { kind } = reminder
  const isLate = now() - plannedFor > latestFor(kind)
  const outcome = isLate ? undefined : await send(wake, { kind })
  const own = { session, kind, leaseUntil }
  if (outcome?.kind === 'dead') {
    counts.dead += 1
    return { ...own, outcome: 'dead' }
  }
  const retryAt = outcome?.kind === 'failed' ? retryOf(wake, outcome, now()) : undefined
  if (retryAt !== undefined) {
    counts.again += 1
    return { ...own, outcome: 'again', dueAt: retryAt }
  }
  counts[outcome === undefined || outcome.kind === 'failed' ? 'missed' : outcome.kind] += 1
  return { ...own, outcome: 'over', dueAt: nextOf(wake, now()), reached: outcome && outcome.kind === 'sent' }
}

/** When it is tried again; undefined: not any more. */
function retryOf({ attempt, plannedFor, reminder }: Wake, outcome: SendOutcome, now: number): number | undefined {
  const wait = WAITS_MS[attempt - 1]
  if (wait === undefined) return undefined
  const asked = outcome.kind === 'failed' ? (outcome.afterMs ?? 0) : 0
  const at = now + Math.max(wait, asked)
  return at - plannedFor > latestFor(reminder.kind) ? undefined : at
}

/** After what it was planned for, so that a run that is a little early sends none twice; and after now. */
const nextOf = ({ reminder, zone, quiet, plannedFor }: Wake, now: number): number | undefined =>
  dueAfter(Math.max(now, plannedFor), reminder, zone, quiet)

/** Does something with each, a bounded number at a time; in their order. */
async function eachOf<Item, Value>(items: readonly Item[], work: (item: Item) => Promise<Value>): Promise<Value[]> {
  const values: Value[] = []
  const entries = items.entries()
  const worker = async () => {
    for (const [index, item] of entries) values[index] = await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(ON_THEIR_WAY, items.length) }, worker))
  return values
}
