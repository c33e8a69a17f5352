import type { Document } from '../../shared/document/document.ts'
import type { Stamp } from '../../shared/document/stamp.ts'
import { batchesOf } from './batches.ts'
import { correctedStamps } from './corrected-stamps.ts'
import type { Database } from './database.ts'
import { textKeyOf } from './edited-document.ts'
import { readShared, readWriteState, writeClock, writeClockOffset } from './meta.ts'
import { putUnsent } from './outbox.ts'
import type { PreviousDocument } from './rows.ts'
import { storedDocuments } from './stored-documents.ts'

/**
 * [C4] From now on `offset` (ms) is added to this device's clock. What was written by the wrong clock and is known nowhere
 * else gets the stamps that the right one would have given. For a transaction over all tables.
 */
export async function correctClock(db: Database, offset: number): Promise<void> {
  const before = await readWriteState(db)
  const shared = await readShared(db)
  await writeClockOffset(db, offset)
  const unsent = await unsentDocuments(db)
  const stamps = unsent.flatMap((document) => Object.values(document.stamps))
  const corrected = correctedStamps(stamps, { by: offset - before.offset, now: db.now() + offset, shared })
  const written = unsent.filter((document) => Object.values(document.stamps).some((stamp) => corrected.has(stamp)))
  for (const batch of batchesOf(written)) {
    await db.documents.bulkPut(
      batch.map((document) => ({ ...document, stamps: restamped(document.stamps, corrected) })),
    )
    await putUnsent(db, batch)
  }
  await restampJournal(db, new Set(written.map(textKeyOf)), corrected)
  // Unlike a stamp that is seen this may lower the clock: what it went on from has just been said to be wrong.
  let last = shared
  for (const stamp of corrected.values()) if (stamp > last) last = stamp
  await writeClock(db, last)
}

async function unsentDocuments(db: Database): Promise<Document[]> {
  const documents: Document[] = []
  for (const batch of batchesOf(await db.outbox.toArray())) {
    const stored = await storedDocuments(db, batch)
    for (const row of batch) {
      const document = stored.get(textKeyOf(row))
      if (document !== undefined) documents.push(document)
    }
  }
  return documents
}

// Undo tells by its stamp that a field still holds what a change wrote.
async function restampJournal(
  db: Database,
  documents: ReadonlySet<string>,
  corrected: ReadonlyMap<Stamp, Stamp>,
): Promise<void> {
  if (documents.size === 0) return
  const restampPrevious = (previous: PreviousDocument): PreviousDocument =>
    documents.has(textKeyOf(previous)) ? { ...previous, written: restamped(previous.written, corrected) } : previous
  for (const key of await db.previousValues.toCollection().primaryKeys()) {
    const row = await db.previousValues.get(key)
    if (row !== undefined) await db.previousValues.put({ ...row, documents: row.documents.map(restampPrevious) })
  }
}

const restamped = (stamps: Document['stamps'], corrected: ReadonlyMap<Stamp, Stamp>): Document['stamps'] =>
  Object.fromEntries(Object.entries(stamps).map(([field, stamp]) => [field, corrected.get(stamp) ?? stamp]))
