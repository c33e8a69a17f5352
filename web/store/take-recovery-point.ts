import { eachBatchOfDocuments } from './batches.ts'
import type { Database } from './database.ts'
import { newId } from './identifiers.ts'
import type { RecoveryPoint } from './rows.ts'

/** How many are kept; taking one more lets the oldest go. */
export const RECOVERY_POINTS_KEPT = 3

/**
 * Keeps a copy of every document as it is now, and of older copies the newest few. Undefined: there was nothing to keep.
 * Inside a transaction it belongs to that transaction.
 */
export async function takeRecoveryPoint(db: Database, reason: string): Promise<RecoveryPoint | undefined> {
  return db.transaction('rw', db.documents, db.recoveryPoints, db.snapshots, async () => {
    const id = newId()
    let count = 0
    let part = 0
    await eachBatchOfDocuments(db, async (documents) => {
      count += documents.length
      await db.snapshots.add({ id, part: part++, documents })
    })
    if (count === 0) return undefined
    const point: RecoveryPoint = { id, at: db.now(), reason, documents: count }
    await db.recoveryPoints.add(point)
    const ids = await db.recoveryPoints.toCollection().primaryKeys()
    const gone = ids.sort().slice(0, -RECOVERY_POINTS_KEPT)
    if (gone.length > 0)
      await Promise.all([db.recoveryPoints.bulkDelete(gone), db.snapshots.where('id').anyOf(gone).delete()])
    return point
  })
}
