import type { Fields } from '../../shared/document/document.ts'
import { ok, type Result } from '../../shared/result/result.ts'
import type { Change, ChangeId, Edit } from './change.ts'
import type { Database } from './database.ts'
import { textKeyOf } from './edited-document.ts'
import type { SaveProblem } from './save-problem.ts'

/** [D9] What could not be saved stays here until it is, or until a later change writes the same fields. */
const failedByDatabase = new WeakMap<Database, Change[]>()

/** The changes of this tab that are not saved, oldest first. */
export function failedChanges(db: Database): readonly Change[] {
  return failedByDatabase.get(db) ?? []
}

export function keepFailed(db: Database, change: Change): void {
  settle(db, change)
  failedByDatabase.set(db, [...failedChanges(db), change])
}

/** Takes what `change` writes out of the changes that failed before it: tried again, they would undo it. */
export function settle(db: Database, change: Change): void {
  const failed = failedChanges(db)
  if (failed.length === 0) return
  const later = new Map<string, Fields>()
  for (const edit of change.edits) later.set(textKeyOf(edit), { ...later.get(textKeyOf(edit)), ...edit.fields })
  const left = failed.map((earlier) => ({
    ...earlier,
    edits: earlier.edits.flatMap((edit) => without(edit, later.get(textKeyOf(edit)))),
  }))
  failedByDatabase.set(
    db,
    left.filter(({ edits }) => edits.length > 0),
  )
}

function without(edit: Edit, written: Fields | undefined): Edit[] {
  if (written === undefined) return [edit]
  const fields = Object.entries(edit.fields).filter(([field]) => !Object.hasOwn(written, field))
  return fields.length === 0 ? [] : [{ ...edit, fields: Object.fromEntries(fields) }]
}

/** Writes the failed changes again, oldest first, until one fails again. Answers how many are saved. */
export async function replayFailed(
  db: Database,
  write: (change: Change) => Promise<Result<ChangeId, SaveProblem>>,
): Promise<Result<number, SaveProblem>> {
  let saved = 0
  for (let next = failedChanges(db)[0]; next !== undefined; next = failedChanges(db)[0]) {
    // Taken out first: two calls at once must not write it twice.
    failedByDatabase.set(db, failedChanges(db).slice(1))
    const written = await write(next)
    if (!written.ok) {
      failedByDatabase.set(db, [next, ...failedChanges(db)])
      return written
    }
    saved++
  }
  return ok(saved)
}
