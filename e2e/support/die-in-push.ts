import { existsSync, readFileSync, unlinkSync } from 'node:fs'
import Database from 'better-sqlite3'
import { type Moment, momentFile } from './die-at.ts'

// Loaded into a server before itself, this kills it in a push, as a power cut would, at the moment that a test has asked for.
// Nothing of the server runs between that moment and its end: what had happened by then does not depend on how fast anything is.

const asked = momentFile(process.env['DATA_DIR'] ?? '')

function dieIf(moment: Moment): void {
  if (!existsSync(asked) || readFileSync(asked, 'utf8') !== moment) return
  unlinkSync(asked)
  process.kill(process.pid, 'SIGKILL')
}

const { transaction } = Database.prototype
Object.defineProperty(Database.prototype, 'transaction', {
  value(this: Database.Database, run: (...values: unknown[]) => unknown) {
    let pushing = false
    const own = transaction.call(this, (...values) => {
      const outcome = run(...values)
      if (pushing) dieIf('written')
      return outcome
    })
    const { default: usual, deferred, exclusive } = own
    const immediate = (...values: unknown[]) => {
      // What runs by the clock takes its lock at once too.
      if (!isPush(values)) return own.immediate(...values)
      dieIf('arrived')
      pushing = true
      try {
        return own.immediate(...values)
      } finally {
        pushing = false
        dieIf('committed')
      }
    }
    return Object.assign((...values: unknown[]) => own(...values), { default: usual, deferred, immediate, exclusive })
  },
})

/** Whether a transaction is given an exchange that brings documents: `(account, exchange)`. */
function isPush([, exchange]: readonly unknown[]): boolean {
  if (typeof exchange !== 'object' || exchange === null || !('push' in exchange)) return false
  return Array.isArray(exchange.push) && exchange.push.length > 0
}
