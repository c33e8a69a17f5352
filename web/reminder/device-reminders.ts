import type { Subscription } from '../../shared/push/messages.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import type { Database } from '../store/database.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import { readProfile, timeZoneOf } from '../store/profile.ts'
import { syncAccountRow } from '../store/sync-switch.ts'
import type { PushClient } from './push-client.ts'
import { readChoice, remindersOf } from './reminder-choice.ts'
import { type PushManagerPort, type ReminderProblem, subscriptionOf } from './subscription.ts'
import { REMINDER_PROBLEM, TOLD_SERVER, toldText } from './told-server.ts'

/** What of the browser reminders need: `PushManager` and `Notification`, as far as they are used. */
export interface PushPorts {
  readonly client: PushClient
  readonly askPermission: () => Promise<NotificationPermission>
  readonly manager: () => Promise<PushManagerPort>
}

const DAY_MS = 86_400_000

interface Occasion {
  /** A person has just chosen: the browser may then ask them. */
  readonly asking: boolean
}

/**
 * Brings the server up to date with what was chosen on this device. Without anything chosen the subscription ends. What stands in
 * the way is kept for the screen.
 */
export async function bringUpToDate(
  db: Database,
  ports: PushPorts,
  occasion: Occasion,
): Promise<Result<void, ReminderProblem>> {
  const done = await tell(db, ports, occasion)
  await writeMeta(db, REMINDER_PROBLEM, done.ok ? null : done.failure)
  return done
}

async function tell(db: Database, ports: PushPorts, { asking }: Occasion): Promise<Result<void, ReminderProblem>> {
  const [choice, profile] = await Promise.all([readChoice(db), readProfile(db)])
  const reminders = remindersOf(choice, profile.dayStart)
  if (reminders.length === 0) return stop(db, ports)
  const account = await syncAccountRow(db)
  if (account === undefined) return fail('signed-out')
  if (asking && (await ports.askPermission()) !== 'granted') return fail('not-allowed')
  const manager = await ports.manager()
  const subscribed = await subscriptionOf(manager, ports.client)
  if (!subscribed.ok) return subscribed
  const wanted: Subscription = { ...subscribed.value, zone: timeZoneOf(profile), quiet: choice.quiet, reminders }
  // Anew for another sign-in, and each day: what the server has goes with a session that is over.
  const text = toldText(wanted, account.turn, Math.floor(db.now() / DAY_MS))
  if (!asking && (await readMeta(db, TOLD_SERVER)) === text) return ok(undefined)
  const put = await ports.client.put(wanted)
  if (put.ok) await writeMeta(db, TOLD_SERVER, text)
  return put
}

async function stop(db: Database, { client, manager }: PushPorts): Promise<Result<void, ReminderProblem>> {
  await (await (await manager()).getSubscription())?.unsubscribe()
  if (typeof (await readMeta(db, TOLD_SERVER)) !== 'string') return ok(undefined)
  const removed = await client.remove()
  // Whoever is signed out has no subscription any more.
  if (removed.ok || removed.failure === 'signed-out') await writeMeta(db, TOLD_SERVER, null)
  return removed.ok || removed.failure === 'signed-out' ? ok(undefined) : removed
}
