import postgres, { type Sql, type TransactionSql } from 'postgres'
import { AccountGone, type AccountId } from '../ports.ts'

/** The role that requests run as: see the migrations. */
export const APP_ROLE = 'ownit_app'

/**
 * Runs `work` in one transaction that sees the rows of one account alone, whatever it asks for. A `snapshot` stays the same
 * from its first statement to its last. Rejects with `AccountGone` when a row is written for an account that does not exist.
 */
export function ownTransaction<Value>(
  sql: Sql<Types>,
  account: AccountId,
  mode: 'write' | 'snapshot',
  work: (transaction: TransactionSql<Types>) => Promise<Value>,
): Promise<Value> {
  const options = mode === 'write' ? 'READ WRITE' : 'ISOLATION LEVEL REPEATABLE READ READ ONLY'
  const outcome = sql.begin(options, async (transaction) => {
    await transaction`SELECT set_config('role', ${APP_ROLE}, true), set_config('ownit.account', ${account}, true)`
    // In a list, because the type of begin() waits for whatever it is given.
    return [await work(transaction)] as const
  })
  return outcome.then(
    ([value]) => value,
    (error: unknown) => {
      const isGone = error instanceof postgres.PostgresError && error.code === FOREIGN_KEY_VIOLATION
      throw isGone ? new AccountGone() : error
    },
  )
}

/** A row that hangs on an account was written, and there is no such account. */
const FOREIGN_KEY_VIOLATION = '23503'

/** What a bigint of the database is here: versions, counts and times are below 2^53. */
export type Types = { readonly bigint: number }
