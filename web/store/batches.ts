import type { Document } from '../../shared/document/document.ts'
import type { Database, DocumentKey } from './database.ts'

/**
 * How many documents are read, computed or written at once. Each batch waits for the database, so the page can answer a
 * finger in between: 500 documents keep the main thread for 10 to 15 ms on a slow machine, 20 000 for a second.
 */
export const BATCH = 500

export function batchesOf<Item>(items: readonly Item[], size = BATCH): (readonly Item[])[] {
  if (items.length <= size) return items.length === 0 ? [] : [items]
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

/** Calls `work` with every document, a batch at a time, in key order. In a transaction it is one state of all. */
export async function eachBatchOfDocuments(
  db: Database,
  work: (documents: readonly Document[]) => Promise<void> | void,
): Promise<void> {
  let after: DocumentKey = ['', '']
  for (;;) {
    const batch = await db.documents.where('[collection+id]').above(after).limit(BATCH).toArray()
    const last = batch.at(-1)
    if (last === undefined) return
    await work(batch)
    after = [last.collection, last.id]
  }
}
