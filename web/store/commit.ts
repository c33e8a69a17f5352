import { ok, type Result } from '../../shared/result/result.ts'
import { batchesOf } from './batches.ts'
import type { Change, ChangeId, ChangeInTurn, Edit } from './change.ts'
import { withConnection } from './connection.ts'
import type { Database } from './database.ts'
import { editedBy, stampAfter, textKeyOf } from './edited-document.ts'
import { failedChanges, keepFailed, replayFailed, settle } from './failed-changes.ts'
import { newId } from './identifiers.ts'
import type { Replacement } from './logged-months.ts'
import type { SaveProblem } from './save-problem.ts'
import { announceRecovered, announceSaveProblem } from './store-events.ts'
import { storedDocuments } from './stored-documents.ts'
import { type ClockReading, type Writing, writeDocuments } from './write-documents.ts'
import { inOrder } from './write-order.ts'

export type { Change, ChangeHeader, ChangeId, ChangeKind, Edit, ImportSummary } from './change.ts'
export { NO_CHANGE } from './change.ts'
export type { SaveProblem } from './save-problem.ts'

/**
 * Makes a change: the one way in which features write. When it answers `ok` the change is on the disk and can be undone;
 * when every edit says what is already stored, nothing is written and the answer is `NO_CHANGE`.
 * On failure the trouble banner has been told; a change that storage turned away waits in memory for `retryFailed`.
 * Changes are made in the order in which they are asked for.
 */
export function commit(db: Database, change: Change | ChangeInTurn): Promise<Result<ChangeId, SaveProblem>> {
  return inOrder(db, async () => {
    if (typeof change !== 'function') return commitInTurn(db, change)
    const made = await withConnection(db, async () => change(newId))
    if (made.ok) return commitInTurn(db, made.value)
    announceSaveProblem(made.failure)
    return made
  })
}

async function commitInTurn(db: Database, change: Change): Promise<Result<ChangeId, SaveProblem>> {
  const written = await write(db, change)
  if (!written.ok) {
    // What fails for a reason of its own would fail again, and hold up those that storage turned away.
    if (written.failure.kind !== 'unknown') keepFailed(db, change)
    return written
  }
  if (failedChanges(db).length === 0) return written
  settle(db, change)
  // The storage works again, so what could not be saved before is tried without being asked for.
  await retryInTurn(db)
  return written
}

/**
 * Saves the changes that failed, oldest first, and answers how many; the failure is of the first that failed again. With
 * none left, trouble is over and `onSaveRecovered` says so, also where what failed was an undo, which does not wait here.
 */
export function retryFailed(db: Database): Promise<Result<number, SaveProblem>> {
  return inOrder(db, () => retryInTurn(db))
}

async function retryInTurn(db: Database): Promise<Result<number, SaveProblem>> {
  const retried = await replayFailed(db, (change) => write(db, change))
  if (retried.ok) announceRecovered(retried.value)
  return retried
}

async function write(db: Database, { edits, ...header }: Change): Promise<Result<ChangeId, SaveProblem>> {
  const written = await writeDocuments(db, header, (clock) => prepareEdits(db, edits, clock))
  return written.ok ? ok(written.value.id) : written
}

async function prepareEdits(db: Database, edits: readonly Edit[], { now, last }: ClockReading): Promise<Writing> {
  const replacements = new Map<string, Replacement>()
  let stamp = last
  for (const batch of batchesOf(edits)) {
    const stored = await storedDocuments(db, batch)
    // Later batches may get a later stamp: only where a document had one from a clock that is ahead of ours.
    const later = stampAfter(now, stamp, stored.values())
    for (const edit of batch) {
      const key = textKeyOf(edit)
      const held = replacements.get(key)
      const edited = editedBy(held?.after ?? stored.get(key), edit, later)
      if (edited === undefined) continue
      replacements.set(key, { before: held === undefined ? edited.before : held.before, after: edited.after })
      stamp = later
    }
  }
  return { replacements: [...replacements.values()], stamp }
}
