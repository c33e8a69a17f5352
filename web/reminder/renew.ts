import type { Subscription } from '../../shared/push/messages.ts'
import type { PushClient } from './push-client.ts'
import { type PushManagerPort, type ReminderProblem, subscriptionOf } from './subscription.ts'

export interface Renewal {
  readonly client: PushClient
  readonly manager: PushManagerPort
  /** What the server was last told. */
  readonly told: () => Promise<Subscription | undefined>
  /** Keeps for the screen what went wrong; null: nothing did. */
  readonly note: (problem: ReminderProblem | null) => Promise<void>
}

/**
 * The browser has ended its subscription, or put another one in its place: subscribes again with the server's key, and tells the
 * server where to wake this device from now on, and all else as it was. What does not work is said on the screen, and tried again
 * when the app is opened.
 */
export async function renew({ client, manager, told, note }: Renewal): Promise<void> {
  const last = await told()
  // Nobody has asked for reminders here, or they were turned off.
  if (last === undefined) return
  const subscribed = await subscriptionOf(manager, client)
  const put = subscribed.ok ? await client.put({ ...last, ...subscribed.value }) : subscribed
  await note(put.ok ? null : put.failure)
}
