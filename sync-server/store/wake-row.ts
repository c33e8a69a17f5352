import * as z from 'zod'
import { REMINDER_KINDS } from '../../shared/push/protocol.ts'
import type { KeptDevice, Wake } from './push-port.ts'

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
  return {
    ...rest,
    quiet: quietOf({ quietFrom, quietUntil }),
    reminder: { kind, at, weekday },
    attempt: attempts,
    leaseUntil,
  }
}

const keptSchema = schema.pick({
  session: true,
  endpoint: true,
  zone: true,
  quietFrom: true,
  quietUntil: true,
  kind: true,
  at: true,
  weekday: true,
})

/** Devices with their reminders, of one row for each of these. Throws for a row that is none. */
export function devicesOfRows(rows: readonly unknown[]): readonly KeptDevice[] {
  const devices = new Map<string, KeptDevice>()
  for (const row of rows) {
    const { session, endpoint, zone, kind, at, weekday, ...quiet } = keptSchema.parse(row)
    const { reminders = [] } = devices.get(session) ?? {}
    devices.set(session, {
      endpoint,
      zone,
      quiet: quietOf(quiet),
      reminders: [...reminders, { kind, at, weekday }],
    })
  }
  return [...devices.values()]
}

type QuietColumns = Pick<z.output<typeof schema>, 'quietFrom' | 'quietUntil'>

const quietOf = ({ quietFrom, quietUntil }: QuietColumns) =>
  quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil }
