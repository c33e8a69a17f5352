import { batchesOf, eachBatchOfDocuments } from './batches.ts'
import type { Database } from './database.ts'
import { keyOf, textKeyOf } from './edited-document.ts'
import { newId } from './identifiers.ts'
import type { Replacement } from './logged-months.ts'
import { changesOutgoing, outgoing } from './outgoing.ts'
import type { UnsentRow } from './sync-rows.ts'

/**
 * [D1] Marks what a write changes as not backed up, inside the write's own transaction. What is marked already keeps the
 * time of its oldest edit and gets another token.
 */
export async function markUnsent(db: Database, replacements: readonly Replacement[]): Promise<void> {
  const changed: { collection: string; id: string }[] = []
  for (const { before, after } of replacements) if (changesOutgoing(before, after)) changed.push(after)
  await putUnsent(db, changed)
}

/** [D6] Marks everything that is here, so that it meets what the account holds. Marked documents stay as they are. */
export async function markEverything(db: Database): Promise<void> {
  const [marked, token, since] = [await unsentKeys(db), newId(), db.now()]
  await eachBatchOfDocuments(db, async (documents) => {
    const rows: UnsentRow[] = []
    for (const document of documents)
      if (!marked.has(textKeyOf(document)) && outgoing(document) !== undefined)
        rows.push({ collection: document.collection, id: document.id, since, token })
    if (rows.length > 0) await db.outbox.bulkPut(rows)
  })
}

async function unsentKeys(db: Database): Promise<Set<string>> {
  const keys = await db.outbox.toCollection().primaryKeys()
  return new Set(keys.map(([collection, id]) => textKeyOf({ collection, id })))
}

/** Marks these documents; one is looked up by itself, because it is what typing does. */
export async function putUnsent(
  db: Database,
  documents: readonly { readonly collection: string; readonly id: string }[],
): Promise<void> {
  const [token, now] = [newId(), db.now()]
  for (const batch of batchesOf(documents)) {
    const marked = await db.outbox.bulkGet(batch.map(keyOf))
    await db.outbox.bulkPut(
      batch.map(({ collection, id }, index) => ({ collection, id, since: marked[index]?.since ?? now, token })),
    )
  }
}
