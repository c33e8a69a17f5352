import * as z from 'zod'
import { REMINDER_KINDS } from '../../shared/push/protocol.ts'
import type { Wake } from './push-port.ts'

const minutes = z.int().min(0).max(1439)

/** A reminder with its device, as both databases give it. */
const schema = z.object({
  session: z.string(),
  endpoint: z.string(),
  p256dh: z.string(),
  auth: z.string(),
  zone: z.string(),
  quietFrom: z.nullable(minutes),
  quietUntil: z.nullable(minutes),
  kind: z.enum(REMINDER_KINDS),
  at: minutes,
  weekday: z.nullable(z.literal([1, 2, 3, 4, 5, 6, 7])),
  plannedFor: z.int(),
  attempts: z.int(),
})

/** Throws for a row that is none. */
export function wakeOfRow(row: unknown, leaseUntil: number): Wake {
  const { quietFrom, quietUntil, kind, at, weekday, attempts, ...rest } = schema.parse(row)
  const quiet = quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil }
  return { ...rest, quiet, reminder: { kind, at, weekday }, attempt: attempts, leaseUntil }
}
