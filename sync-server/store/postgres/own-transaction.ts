import type { Sql, TransactionSql } from 'postgres'
import type { AccountId } from '../ports.ts'

/** The role that requests run as: see the migrations. */
export const APP_ROLE = 'ownit_app'

/**
 * Runs `work` in one transaction that sees the rows of one account alone, whatever it asks for. `mode`: `READ WRITE`, or a
 * snapshot that stays the same from its first statement to its last.
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
  return outcome.then(([value]) => value)
}

/** What a bigint of the database is here: versions, counts and times are below 2^53. */
export type Types = { readonly bigint: number }
