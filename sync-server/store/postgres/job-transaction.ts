import type { Sql, TransactionSql } from 'postgres'
import { APP_ROLE, type Types } from './own-transaction.ts'

/** Runs `work` in one transaction that sees what runs by the clock has to see, whosever it is: see the migrations. */
export function jobTransaction<Value>(
  sql: Sql<Types>,
  work: (transaction: TransactionSql<Types>) => Promise<Value>,
): Promise<Value> {
  // In a list, because the type of begin() waits for whatever it is given.
  const outcome = sql.begin(async (transaction) => {
    await transaction`SELECT set_config('role', ${APP_ROLE}, true), set_config('ownit.job', 'on', true)`
    return [await work(transaction)] as const
  })
  return outcome.then(([value]) => value)
}
