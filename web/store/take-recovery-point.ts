import type { Document } from '../../shared/document/document.ts'
import { eachBatchOfDocuments } from './batches.ts'
import type { Database } from './database.ts'
import { textKeyOf } from './edited-document.ts'
import { newIdAfter } from './identifiers.ts'
import type { RecoveryPoint } from './rows.ts'

/** How many are kept; taking one more lets the oldest go. */
export const RECOVERY_POINTS_KEPT = 3

/**
 * Keeps a copy of every document as it is now, and of older copies the newest few. Undefined: there was nothing to keep.
 * `before` holds documents to keep as they were earlier, by `textKeyOf`. Inside a transaction it belongs to that
 * transaction.
 */
export async function takeRecoveryPoint(
  db: Database,
  reason: string,
  before: ReadonlyMap<string, Document> = NOTHING,
): Promise<RecoveryPoint | undefined> {
  return db.transaction('rw', db.documents, db.recoveryPoints, db.snapshots, async () => {
    const earlier = (await db.recoveryPoints.toCollection().primaryKeys()).sort()
    // By their ids the oldest go, and a clock that was put back must not make the newest the oldest.
    const id = newIdAfter(earlier.at(-1), db.now())
    let count = 0
    let part = 0
    await eachBatchOfDocuments(db, async (documents) => {
      count += documents.length
      const kept = before.size === 0 ? documents : documents.map((now) => before.get(textKeyOf(now)) ?? now)
      await db.snapshots.add({ id, part: part++, documents: kept })
    })
    if (count === 0) return undefined
    const point: RecoveryPoint = { id, at: db.now(), reason, documents: count }
    await db.recoveryPoints.add(point)
    const gone = [...earlier, id].slice(0, -RECOVERY_POINTS_KEPT)
    if (gone.length > 0)
      await Promise.all([db.recoveryPoints.bulkDelete(gone), db.snapshots.where('id').anyOf(gone).delete()])
    return point
  })
}

const NOTHING: ReadonlyMap<string, Document> = new Map()
