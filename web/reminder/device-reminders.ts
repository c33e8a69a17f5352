import type { Subscription } from '../../shared/push/messages.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import type { Database } from '../store/database.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import { readProfile, timeZoneOf } from '../store/profile.ts'
import { syncAccountRow } from '../store/sync-switch.ts'
import type { PushClient, PushProblem } from './push-client.ts'
import { readChoice, remindersOf } from './reminder-choice.ts'

/** What of the browser reminders need: `PushManager` and `Notification`, as far as they are used. */
export interface PushPorts {
  readonly client: PushClient
  readonly askPermission: () => Promise<NotificationPermission>
  readonly manager: () => Promise<Pick<PushManager, 'getSubscription' | 'subscribe'>>
}

export type ReminderProblem = PushProblem | 'not-allowed' | 'no-push-service'

/** Under which it is remembered what the server was last told, so that it is told of changes alone, and once a day. */
const TOLD_SERVER = 'reminders-told-server'
const DAY_MS = 86_400_000

/**
 * Brings the server up to date with what was chosen on this device. With `asking`, a person has just chosen: the browser may then
 * ask them. Without anything chosen the subscription ends.
 */
export async function bringUpToDate(
  db: Database,
  ports: PushPorts,
  { asking }: { readonly asking: boolean },
): Promise<Result<void, ReminderProblem>> {
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
  const text = JSON.stringify([wanted, account.turn, Math.floor(db.now() / DAY_MS)])
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

async function subscriptionOf(
  manager: Pick<PushManager, 'getSubscription' | 'subscribe'>,
  client: PushClient,
): Promise<Result<Pick<Subscription, 'endpoint' | 'p256dh' | 'auth'>, ReminderProblem>> {
  const key = await client.key()
  if (!key.ok) return key
  const held = await manager.getSubscription()
  // A server with other keys cannot use it.
  const isOwn = held !== null && base64url(held.options.applicationServerKey) === key.value
  if (held !== null && !isOwn) await held.unsubscribe()
  try {
    const options = { userVisibleOnly: true, applicationServerKey: key.value }
    const subscription = isOwn ? held : await manager.subscribe(options)
    const [p256dh, auth] = [base64url(subscription.getKey('p256dh')), base64url(subscription.getKey('auth'))]
    return ok({ endpoint: subscription.endpoint, p256dh, auth })
  } catch (error) {
    // The browser's push service does not answer, or there is none.
    if (error instanceof DOMException) return fail(error.name === 'NotAllowedError' ? 'not-allowed' : 'no-push-service')
    throw error
  }
}

const base64url = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
