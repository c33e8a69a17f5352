import type { Sql, TransactionSql } from 'postgres'
import postgres from 'postgres'
import { PUSH_LIMITS } from '../../../shared/push/protocol.ts'
import { AccountGone } from '../ports.ts'
import type { DeviceOfAccount, PushStore, SettledWake } from '../push-port.ts'
import { devicesOfRows, wakeOfRow } from '../wake-row.ts'
import { jobTransaction } from './job-transaction.ts'
import { ownTransaction, type Types } from './own-transaction.ts'

const TEXT = 25
const BIGINT = 20

/**
 * What devices want to be woken for, in Postgres. Rows of a device are locked before those of its reminders, as when it goes with
 * its session, so that nobody waits for each other.
 */
export const postgresPush = (sql: Sql<Types>): PushStore => ({
  put: (device, { endpoint, p256dh, auth, zone, quiet }, reminders) =>
    ofExisting(
      // By the clock's rights: the endpoint may be another account's, who was signed in here before.
      jobTransaction(sql, async (transaction) => {
        const { account, session } = device
        // Two at once would each count the devices without the other's.
        await transaction`SELECT FROM "user" WHERE id = ${account} FOR NO KEY UPDATE`
        const [others] = await transaction<{ readonly count: number }[]>`
          SELECT count(*) FROM push_devices WHERE account = ${account} AND session <> ${session}`
        if (others === undefined || others.count >= PUSH_LIMITS.subscriptions) return 'full'
        await transaction`DELETE FROM push_devices WHERE endpoint = ${endpoint} AND session <> ${session}`
        await transaction`
          INSERT INTO push_devices (session, account, endpoint, p256dh, auth, zone, quiet_from, quiet_until)
          VALUES (${session}, ${account}, ${endpoint}, ${p256dh}, ${auth}, ${zone}, ${quiet?.from ?? null}, ${quiet?.until ?? null})
          ON CONFLICT (session) DO UPDATE SET account = excluded.account, endpoint = excluded.endpoint,
          p256dh = excluded.p256dh, auth = excluded.auth, zone = excluded.zone, quiet_from = excluded.quiet_from,
          quiet_until = excluded.quiet_until, failing_since = NULL`
        await transaction`DELETE FROM push_reminders WHERE session = ${session}`
        for (const { reminder, dueAt = null } of reminders)
          await transaction`
            INSERT INTO push_reminders (session, kind, at, weekday, planned_for, due_at, attempts)
            VALUES (${session}, ${reminder.kind}, ${reminder.at}, ${reminder.weekday}, ${dueAt}, ${dueAt}, 0)`
        return 'ok'
      }),
    ),
  remove: ({ account, session }) =>
    ownTransaction(sql, account, 'write', async (transaction) => {
      const { count } = await transaction`DELETE FROM push_devices WHERE session = ${session}`
      return count > 0
    }),
  postpone: ({ account, session }: DeviceOfAccount, kind, until) =>
    ownTransaction(sql, account, 'write', async (transaction) => {
      const { count } = await transaction`
        UPDATE push_reminders SET planned_for = ${until}, due_at = ${until}, attempts = 0
        WHERE session = ${session} AND kind = ${kind}`
      return count > 0
    }),
  devicesOf: (account) =>
    ownTransaction(sql, account, 'snapshot', async (transaction) =>
      devicesOfRows(
        await transaction`
          SELECT session, endpoint, zone, quiet_from AS "quietFrom", quiet_until AS "quietUntil", kind, at, weekday
          FROM push_reminders JOIN push_devices USING (session) ORDER BY session, kind`,
      ),
    ),
  claim: ({ kinds, now, leaseUntil, limit }) =>
    jobTransaction(sql, async (transaction) => {
      const rows = await transaction`
        WITH due AS (
          SELECT session, kind FROM push_reminders
          WHERE due_at <= ${now} AND kind = ANY(${transaction.array([...kinds], TEXT)})
          ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
        ), lent AS (
          UPDATE push_reminders AS reminder SET due_at = ${leaseUntil}, attempts = attempts + 1
          FROM due WHERE reminder.session = due.session AND reminder.kind = due.kind
          RETURNING reminder.*
        )
        SELECT session, endpoint, p256dh, auth, zone, quiet_from AS "quietFrom", quiet_until AS "quietUntil", kind, at,
        weekday, planned_for AS "plannedFor", attempts FROM lent JOIN push_devices USING (session) ORDER BY planned_for`
      return rows.map((row) => wakeOfRow(row, leaseUntil))
    }),
  settle: (settled, now) =>
    settled.length === 0
      ? Promise.resolve()
      : jobTransaction(sql, (transaction) => settleAll(transaction, settled, now)),
  removeUnreachable: (before) =>
    jobTransaction(
      sql,
      async (transaction) => (await transaction`DELETE FROM push_devices WHERE failing_since < ${before}`).count,
    ),
})

async function settleAll(transaction: TransactionSql<Types>, settled: readonly SettledWake[], now: number) {
  const wakes = transaction`
    unnest(
      ${transaction.array(
        settled.map(({ session }) => session),
        TEXT,
      )}::text[],
      ${transaction.array(
        settled.map(({ kind }) => kind),
        TEXT,
      )}::text[],
      ${transaction.array(
        settled.map(({ leaseUntil }) => leaseUntil),
        BIGINT,
      )}::bigint[],
      ${transaction.array(
        settled.map(({ outcome }) => outcome),
        TEXT,
      )}::text[],
      ${transaction.array(settled.map(reachedText), TEXT)}::text[],
      ${transaction.array(settled.map(dueText), TEXT)}::text[]
    ) AS wake (session, kind, lease_until, outcome, reached, due_at)`
  const isLent = transaction`
    EXISTS (SELECT FROM push_reminders AS reminder WHERE reminder.session = wake.session
    AND reminder.kind = wake.kind AND reminder.due_at = wake.lease_until)`
  await transaction`
    DELETE FROM push_devices AS device USING ${wakes}
    WHERE device.session = wake.session AND wake.outcome = 'dead' AND ${isLent}`
  await transaction`
    UPDATE push_devices AS device
    SET failing_since = CASE WHEN wake.reached = 'yes' THEN NULL ELSE coalesce(device.failing_since, ${now}) END
    FROM ${wakes} WHERE device.session = wake.session AND wake.reached <> '' AND ${isLent}`
  await transaction`
    UPDATE push_reminders AS reminder SET
      planned_for = CASE WHEN wake.outcome = 'again' THEN reminder.planned_for ELSE nullif(wake.due_at, '')::bigint END,
      attempts = CASE WHEN wake.outcome = 'again' THEN reminder.attempts ELSE 0 END,
      due_at = nullif(wake.due_at, '')::bigint
    FROM ${wakes}
    WHERE reminder.session = wake.session AND reminder.kind = wake.kind AND reminder.due_at = wake.lease_until`
}

const reachedText = (wake: SettledWake): string => {
  if (wake.outcome === 'again') return 'no'
  if (wake.outcome === 'dead' || wake.reached === undefined) return ''
  return wake.reached ? 'yes' : 'no'
}

const dueText = (wake: SettledWake): string => (wake.outcome === 'dead' ? '' : String(wake.dueAt ?? ''))

/** Rejects with `AccountGone` where a row hangs on what is not there any more. */
const ofExisting = <Value>(work: Promise<Value>): Promise<Value> =>
  work.catch((error: unknown) => {
    const isGone = error instanceof postgres.PostgresError && error.code === FOREIGN_KEY_VIOLATION
    throw isGone ? new AccountGone() : error
  })

const FOREIGN_KEY_VIOLATION = '23503'
