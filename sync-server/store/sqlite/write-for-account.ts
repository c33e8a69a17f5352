import Database from 'better-sqlite3'
import { AccountGone } from '../ports.ts'

/** Runs a write whose rows hang on an account, and says so when there is no such account. */
export function writeForAccount<Value>(write: () => Value): Value {
  try {
    return write()
  } catch (error) {
    const isGone = error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'
    throw isGone ? new AccountGone() : error
  }
}
