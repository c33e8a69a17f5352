import type { Document } from '../../shared/document/document.ts'
import { mergeDocuments } from '../../shared/document/merge.ts'
import { NO_STAMP, nextStamp, observeStamp, type Stamp } from '../../shared/document/stamp.ts'
import { ok, type Result } from '../../shared/result/result.ts'
import { batchesOf } from './batches.ts'
import type { ChangeHeader, ChangeId } from './change.ts'
import type { Database } from './database.ts'
import { textKeyOf } from './edited-document.ts'
import type { Replacement } from './logged-months.ts'
import type { SaveProblem } from './save-problem.ts'
import { storedDocuments } from './stored-documents.ts'
import { type ClockReading, type Writing, writeDocuments } from './write-documents.ts'
import { inOrder } from './write-order.ts'

/** What merging did: documents that were not here, and documents of which some field was newer. */
export interface Merged {
  readonly id: ChangeId
  readonly added: number
  readonly updated: number
  /** Already here, or older than what is here. */
  readonly same: number
}

/**
 * [M1-M5, C2] Merges documents from a backup or another device into what is here, never wiping anything. A change like any
 * other: in the journal, undoable, announced.
 */
export async function mergeIncoming(
  db: Database,
  documents: readonly Document[],
  header: ChangeHeader,
): Promise<Result<Merged, SaveProblem>> {
  const written = await inOrder(db, () => writeDocuments(db, header, (clock) => prepareMerge(db, documents, clock)))
  if (!written.ok) return written
  const { replacements } = written.value.prepared
  const added = replacements.filter(({ before }) => before === undefined).length
  const distinct = new Set(documents.map(textKeyOf)).size
  return ok({
    id: written.value.id,
    added,
    updated: replacements.length - added,
    same: distinct - replacements.length,
  })
}

async function prepareMerge(
  db: Database,
  documents: readonly Document[],
  { now, last }: ClockReading,
): Promise<Writing> {
  const replacements = new Map<string, Replacement>()
  let stamp: Stamp = last
  for (const batch of batchesOf(documents)) {
    const stored = await storedDocuments(db, batch)
    for (const theirs of batch) {
      const key = textKeyOf(theirs)
      const before = stored.get(key)
      const mine = replacements.get(key)?.after ?? before
      const after = mine === undefined ? theirs : mergeDocuments(mine, theirs)
      if (after !== mine) replacements.set(key, { before, after })
      for (const field in theirs.stamps) stamp = observeStamp(stamp, theirs.stamps[field] ?? NO_STAMP)
    }
  }
  // The journal names a change by its stamp. One from an old file would name it in the past, where it is trimmed at once, or
  // as another change, whose undo it would take.
  return { replacements: [...replacements.values()], stamp: replacements.size === 0 ? stamp : nextStamp(now, [stamp]) }
}
