import { DELETED, type Document, type Fields, isDeleted, type Json } from '../../shared/document/document.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import { eachBatchOfDocuments } from './batches.ts'
import type { ChangeId } from './change.ts'
import { hasNaturalIds } from './collections.ts'
import type { Database } from './database.ts'
import { sameJson, stampAfter, stampFields, textKeyOf } from './edited-document.ts'
import type { Replacement } from './logged-months.ts'
import type { RecoveryPoint } from './rows.ts'
import type { SaveProblem } from './save-problem.ts'
import type { NotFound } from './undo.ts'
import { type ClockReading, type Writing, writeDocuments } from './write-documents.ts'
import { inOrder } from './write-order.ts'

export type { RecoveryPoint } from './rows.ts'
export { RECOVERY_POINTS_KEPT, takeRecoveryPoint } from './take-recovery-point.ts'

/** The kept recovery points, newest first. Reads no documents. */
export async function recoveryPoints(db: Database): Promise<RecoveryPoint[]> {
  return (await db.recoveryPoints.orderBy('id').toArray()).reverse()
}

/**
 * Makes everything as it was at the recovery point. It is itself a change: a new recovery point is taken first, and it
 * can be undone.
 */
export async function restoreRecoveryPoint(
  db: Database,
  id: string,
): Promise<Result<ChangeId, SaveProblem | NotFound>> {
  const point = await db.recoveryPoints.get(id)
  if (point === undefined) return fail({ kind: 'not-found', message: 'This recovery point is no longer kept.' })
  const label = `Went back to before “${point.reason}”`
  const written = await inOrder(db, () =>
    writeDocuments(db, { kind: 'restore', label }, (clock) => prepareReturn(db, id, clock)),
  )
  return written.ok ? ok(written.value.id) : written
}

async function prepareReturn(db: Database, id: string, { now, last }: ClockReading): Promise<Writing> {
  const then = await documentsOf(db, id)
  const replacements: Replacement[] = []
  let stamp = stampAfter(now, last, then.values())
  await eachBatchOfDocuments(db, (documents) => {
    const later = stampAfter(now, stamp, documents)
    for (const document of documents) {
      const fields = backTo(document, then.get(textKeyOf(document)))
      then.delete(textKeyOf(document))
      if (Object.keys(fields).length === 0) continue
      stamp = later
      replacements.push({ before: document, after: stampFields(document, fields, later) })
    }
  })
  // Documents are never removed, so this is for a database that was emptied: they come back as they were.
  for (const missing of then.values()) replacements.push({ before: undefined, after: missing })
  return { replacements, stamp }
}

async function documentsOf(db: Database, id: string): Promise<Map<string, Document>> {
  const documents = new Map<string, Document>()
  for (let part = 0; ; part++) {
    const snapshot = await db.snapshots.get([id, part])
    if (snapshot === undefined) return documents
    for (const document of snapshot.documents) documents.set(textKeyOf(document), document)
  }
}

/** The fields to write so that `now` reads as `then` did; where there was no document, that it reads as none. */
function backTo(now: Document, then: Document | undefined): Fields {
  if (then === undefined && !hasNaturalIds(now.collection)) return isDeleted(now) ? {} : { [DELETED]: true }
  const fields: Record<string, Json> = {}
  for (const field of Object.keys(now.fields)) {
    const before = then?.fields[field] ?? null
    if (field !== DELETED && !sameJson(before, now.fields[field])) fields[field] = before
  }
  // Whether it is deleted is more than that one field.
  const gone = then !== undefined && isDeleted(then)
  if (isDeleted(now) !== gone) fields[DELETED] = gone
  return fields
}
