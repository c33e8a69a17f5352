import type { Quiet, Reminder, Subscription } from '../../shared/push/messages.ts'
import type { ReminderKind } from '../../shared/push/protocol.ts'
import type { AccountId } from './ports.ts'

/** A device that is signed in: what it is woken by ends with its session. */
export interface DeviceOfAccount {
  readonly account: AccountId
  readonly session: string
}

/** What is kept of a device that wants to be woken, but for its keys: for its owner to take along. */
export type KeptDevice = Pick<Subscription, 'endpoint' | 'zone' | 'quiet' | 'reminders'>

/** A reminder with when it is next due, in ms since 1970 UTC; undefined: never. */
export interface PlannedReminder {
  readonly reminder: Reminder
  readonly dueAt: number | undefined
}

/** A reminder that is due, lent to whoever asked until `leaseUntil`: nobody else is given it before. */
export interface Wake {
  readonly session: string
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
  readonly zone: string
  readonly quiet: Quiet | null
  readonly reminder: Reminder
  /** When it was to come, in ms since 1970 UTC, however often it has been tried since. */
  readonly plannedFor: number
  /** How often it has been lent for this time, now included. */
  readonly attempt: number
  readonly leaseUntil: number
}

/** What becomes of a reminder that was lent. Times in ms since 1970 UTC. */
export type SettledWake = Pick<Wake, 'session' | 'leaseUntil'> & { readonly kind: ReminderKind } & (
    | {
        readonly outcome: 'over'
        /** When it is next due; undefined: never. */
        readonly dueAt: number | undefined
        /** Whether the push service took it; undefined: it was not asked. */
        readonly reached: boolean | undefined
      }
    /** It could not be sent, and will be lent again for the same time. */
    | { readonly outcome: 'again'; readonly dueAt: number }
    /** The push service knows the device no more: nothing is kept of it. */
    | { readonly outcome: 'dead' }
  )

export interface Claim {
  readonly kinds: readonly ReminderKind[]
  /** ms since 1970 UTC. */
  readonly now: number
  readonly leaseUntil: number
  readonly limit: number
}

/**
 * Which devices want to be woken, and when. Each call is one transaction. Of a device there is its endpoint with keys, the kinds it
 * chose with their times, its zone and its quiet hours.
 */
export interface PushStore {
  /**
   * Puts this in the place of what the device had, and of any other device that had the endpoint. `full`: the account has as many
   * as it may. Rejects with `AccountGone` where the account or the session is over.
   */
  put(
    device: DeviceOfAccount,
    subscription: Omit<Subscription, 'reminders'>,
    reminders: readonly PlannedReminder[],
  ): Promise<'ok' | 'full'>
  /** False: there was none. */
  remove(device: DeviceOfAccount): Promise<boolean>
  /** Has a reminder come at `until` (ms since 1970 UTC), and then as it would have. False: it was not chosen. */
  postpone(device: DeviceOfAccount, kind: ReminderKind, until: number): Promise<boolean>
  /** All devices of an account. */
  devicesOf(account: AccountId): Promise<readonly KeptDevice[]>
  /** Lends reminders that are due, those that have waited longest first; each to one of those who ask at once. */
  claim(claim: Claim): Promise<readonly Wake[]>
  /** Does nothing for a reminder that is not lent until `leaseUntil` any more: its device has changed it meanwhile. */
  settle(settled: readonly SettledWake[], now: number): Promise<void>
  /** Removes devices that nothing has reached since `before` (ms since 1970 UTC), though it was tried. Answers how many. */
  removeUnreachable(before: number): Promise<number>
}
