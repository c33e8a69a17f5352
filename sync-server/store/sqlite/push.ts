import type { Database } from 'better-sqlite3'
import { PUSH_LIMITS } from '../../../shared/push/protocol.ts'
import type { PushStore, SettledWake, Wake } from '../push-port.ts'
import { devicesOfRows, wakeOfRow } from '../wake-row.ts'
import { writeForAccount } from './write-for-account.ts'

/** What devices want to be woken for, in a SQLite database. */
export function sqlitePush(database: Database): PushStore {
  const others = database
    .prepare<[string, string], number>('SELECT count(*) FROM push_devices WHERE account = ? AND session <> ?')
    .pluck()
  const takeOver = database.prepare<[endpoint: string, session: string]>(
    'DELETE FROM push_devices WHERE endpoint = ? AND session <> ?',
  )
  const putDevice = database.prepare<[string, string, string, string, string, string, number | null, number | null]>(`
    INSERT INTO push_devices (session, account, endpoint, p256dh, auth, zone, quiet_from, quiet_until)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (session) DO UPDATE SET account = excluded.account, endpoint = excluded.endpoint, p256dh = excluded.p256dh,
    auth = excluded.auth, zone = excluded.zone, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
    failing_since = NULL`)
  const clear = database.prepare<[session: string]>('DELETE FROM push_reminders WHERE session = ?')
  const plan = database.prepare<[string, string, number, number | null, number | null, number | null]>(`
    INSERT INTO push_reminders (session, kind, at, weekday, planned_for, due_at, attempts) VALUES (?, ?, ?, ?, ?, ?, 0)`)
  const remove = database.prepare<[account: string, session: string]>(
    'DELETE FROM push_devices WHERE account = ? AND session = ?',
  )
  const postpone = database.prepare<{ account: string; session: string; kind: string; until: number }>(`
    UPDATE push_reminders SET planned_for = :until, due_at = :until, attempts = 0 WHERE session = :session AND kind = :kind
    AND EXISTS (SELECT 1 FROM push_devices WHERE session = :session AND account = :account)`)
  const ofAccount = database.prepare<[account: string]>(`
    SELECT session, endpoint, zone, quiet_from AS quietFrom, quiet_until AS quietUntil, kind, at, weekday
    FROM push_reminders JOIN push_devices USING (session) WHERE account = ? ORDER BY session, kind`)
  const due = database.prepare<{ kinds: string; now: number; limit: number }>(`
    SELECT session, endpoint, p256dh, auth, zone, quiet_from AS quietFrom, quiet_until AS quietUntil, kind, at, weekday,
    planned_for AS plannedFor, attempts + 1 AS attempts FROM push_reminders JOIN push_devices USING (session)
    WHERE due_at <= :now AND kind IN (SELECT value FROM json_each(:kinds)) ORDER BY due_at LIMIT :limit`)
  const lend = database.prepare<[leaseUntil: number, session: string, kind: string]>(
    'UPDATE push_reminders SET due_at = ?, attempts = attempts + 1 WHERE session = ? AND kind = ?',
  )
  const over = database.prepare<{ session: string; kind: string; leaseUntil: number; dueAt: number | null }>(`
    UPDATE push_reminders SET planned_for = :dueAt, due_at = :dueAt, attempts = 0
    WHERE session = :session AND kind = :kind AND due_at = :leaseUntil`)
  const again = database.prepare<{ session: string; kind: string; leaseUntil: number; dueAt: number }>(
    'UPDATE push_reminders SET due_at = :dueAt WHERE session = :session AND kind = :kind AND due_at = :leaseUntil',
  )
  const reached = database.prepare<[session: string]>('UPDATE push_devices SET failing_since = NULL WHERE session = ?')
  const failed = database.prepare<[now: number, session: string]>(
    'UPDATE push_devices SET failing_since = coalesce(failing_since, ?) WHERE session = ?',
  )
  const lentTo = database
    .prepare<[string, string, number], 1>('SELECT 1 FROM push_reminders WHERE session = ? AND kind = ? AND due_at = ?')
    .pluck()
  const drop = database.prepare<[session: string]>('DELETE FROM push_devices WHERE session = ?')
  const unreachable = database.prepare<[before: number]>('DELETE FROM push_devices WHERE failing_since < ?')

  const put = database.transaction<(...device: Parameters<PushStore['put']>) => 'ok' | 'full'>(
    ({ account, session }, { endpoint, p256dh, auth, zone, quiet }, reminders) => {
      if ((others.get(account, session) ?? 0) >= PUSH_LIMITS.subscriptions) return 'full'
      takeOver.run(endpoint, session)
      const [from, until] = [quiet?.from ?? null, quiet?.until ?? null]
      writeForAccount(() => putDevice.run(session, account, endpoint, p256dh, auth, zone, from, until))
      clear.run(session)
      for (const { reminder, dueAt = null } of reminders)
        plan.run(session, reminder.kind, reminder.at, reminder.weekday, dueAt, dueAt)
      return 'ok'
    },
  )
  const claim = database.transaction<(...claim: Parameters<PushStore['claim']>) => readonly Wake[]>(
    ({ kinds, now, leaseUntil, limit }) => {
      const wakes = due.all({ kinds: JSON.stringify(kinds), now, limit }).map((row) => wakeOfRow(row, leaseUntil))
      for (const { session, reminder } of wakes) lend.run(leaseUntil, session, reminder.kind)
      return wakes
    },
  )
  const settle = database.transaction((settled: readonly SettledWake[], now: number) => {
    for (const wake of settled) {
      const { session, kind, leaseUntil } = wake
      if (lentTo.get(session, kind, leaseUntil) === undefined) continue
      if (wake.outcome === 'dead') drop.run(session)
      else if (wake.outcome === 'again') again.run({ session, kind, leaseUntil, dueAt: wake.dueAt })
      else over.run({ session, kind, leaseUntil, dueAt: wake.dueAt ?? null })
      if (wake.outcome === 'again' || (wake.outcome === 'over' && wake.reached === false)) failed.run(now, session)
      if (wake.outcome === 'over' && wake.reached === true) reached.run(session)
    }
  })

  return {
    put: async (...device) => put.immediate(...device),
    remove: async ({ account, session }) => remove.run(account, session).changes > 0,
    postpone: async (device, kind, until) => postpone.run({ ...device, kind, until }).changes > 0,
    devicesOf: async (account) => devicesOfRows(ofAccount.all(account)),
    claim: async (asked) => claim.immediate(asked),
    settle: async (settled, now) => settle.immediate(settled, now),
    removeUnreachable: async (before) => unreachable.run(before).changes,
  }
}
