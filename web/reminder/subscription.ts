import type { Subscription } from '../../shared/push/messages.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import type { PushClient, PushProblem } from './push-client.ts'

/** What of the browser's `PushManager` is used. */
export type PushManagerPort = Pick<PushManager, 'getSubscription' | 'subscribe'>

/** Why a device is not woken that wants to be. */
export type ReminderProblem = PushProblem | 'not-allowed' | 'no-push-service'

/** The browser's subscription to the server's key: the one that is held, or a new one. */
export async function subscriptionOf(
  manager: PushManagerPort,
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
