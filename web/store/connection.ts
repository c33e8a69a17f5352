import { fail, ok, type Result } from '../../shared/result/result.ts'
import type { Database } from './database.ts'
import { type SaveProblem, saveProblemOf } from './save-problem.ts'

/**
 * [D9] Runs `work` (whole transactions, so that a replay repeats nothing). When the browser lost the database or refused
 * for room, the handle is dropped, reopened and the work done once more; a second failure is the answer.
 */
export async function withConnection<Value>(
  db: Database,
  work: () => Promise<Value>,
): Promise<Result<Value, SaveProblem>> {
  const before = openingsOf(db)
  try {
    return ok(await work())
  } catch (first) {
    // A mistake in our own code would only be repeated; a closed-for-good handle cannot be reopened by this version.
    if (saveProblemOf(first).kind === 'unknown' || db.outdated) return fail(problemOf(db, first))
  }
  try {
    // Where somebody else's work failed first and it was reopened meanwhile, closing it again would abort their replay.
    await (openingsOf(db) === before ? reopen(db) : reopening.get(db))
    return ok(await work())
  } catch (second) {
    return fail(problemOf(db, second))
  }
}

const reopening = new WeakMap<Database, Promise<unknown>>()
const openings = new WeakMap<Database, number>()
const openingsOf = (db: Database) => openings.get(db) ?? 0

/** Drops the handle and opens a new one. Calls that come together share one reopening, so none closes another's handle. */
export function reopen(db: Database): Promise<unknown> {
  const running = reopening.get(db)
  if (running !== undefined) return running
  openings.set(db, openingsOf(db) + 1)
  db.close({ disableAutoOpen: false })
  const started = Promise.resolve(db.open()).finally(() => reopening.delete(db))
  reopening.set(db, started)
  return started
}

function problemOf(db: Database, error: unknown): SaveProblem {
  const problem = saveProblemOf(error)
  return db.outdated
    ? {
        ...problem,
        kind: 'connection',
        message: 'A newer version of OwnIt is open in another tab. Reload this page to go on.',
      }
    : problem
}
