import * as z from 'zod/mini'
import type { Weekday } from '../calendar/civil-date.ts'
import { isTimeZone } from '../calendar/day-clock.ts'
import { PUSH_LIMITS, REMINDER_KINDS } from './protocol.ts'

/** Minutes after midnight on a wall clock. */
const minutes = z.int().check(z.minimum(0), z.maximum(1439))
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const kind = z.enum(REMINDER_KINDS)

/** One kind that was chosen: every day at a time of the wall clock, or on one day of the week. */
export const reminderSchema = z.strictObject({ kind, at: minutes, weekday: z.nullable(z.literal(weekdays)) })

/** From one time of the wall clock until another, over midnight where that is earlier; the same twice is never. */
export const quietSchema = z.strictObject({ from: minutes, until: minutes })

const base64url = (bytes: number) =>
  z.string().check(z.regex(/^[\w-]+$/), z.length(Math.ceil((bytes * 4) / 3), 'has another length'))

/** All that a server keeps of a device that wants to be woken. */
export const subscriptionSchema = z.strictObject({
  endpoint: z.string().check(z.minLength(1), z.maxLength(PUSH_LIMITS.endpointLength)),
  /** The device's public key: a point of P-256, uncompressed. */
  p256dh: base64url(65),
  /** Shared with the device, and with nobody that carries the message. */
  auth: base64url(16),
  zone: z.string().check(
    z.maxLength(64),
    z.refine((name) => isTimeZone(name), 'is no time zone'),
  ),
  quiet: z.nullable(quietSchema),
  reminders: z.array(reminderSchema).check(
    z.minLength(1),
    z.refine((all) => new Set(all.map((one) => one.kind)).size === all.length, 'names a kind twice'),
  ),
})

/** What is sent to a device: why it is woken, and nothing else. */
export const wakeUpSchema = z.strictObject({ kind })

export const laterSchema = z.strictObject({ kind })

/** The server's public key, to subscribe with. */
export const pushKeySchema = z.object({ key: base64url(65) })

export type Reminder = z.infer<typeof reminderSchema>
export type Quiet = z.infer<typeof quietSchema>
export type Subscription = z.infer<typeof subscriptionSchema>
export type WakeUp = z.infer<typeof wakeUpSchema>
