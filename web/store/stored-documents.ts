import type { Document } from '../../shared/document/document.ts'
import type { Database } from './database.ts'
import { keyOf, textKeyOf } from './edited-document.ts'

// One read by range costs about what 15 reads by key cost, so a range is read even where it holds a few others.
const RANGE_FROM = 50

/** The stored documents with these keys, by `textKeyOf`; keys without a document are absent. */
export async function storedDocuments(
  db: Database,
  keys: readonly { readonly collection: string; readonly id: string }[],
): Promise<Map<string, Document>> {
  const found = new Map<string, Document>()
  const byCollection = new Map<string, string[]>()
  for (const { collection, id } of keys) {
    const ids = byCollection.get(collection)
    if (ids === undefined) byCollection.set(collection, [id])
    else ids.push(id)
  }
  for (const [collection, ids] of byCollection) {
    for (const document of await readSome(db, collection, ids)) found.set(textKeyOf(document), document)
  }
  return found
}

async function readSome(db: Database, collection: string, ids: readonly string[]): Promise<Document[]> {
  const [only] = ids
  if (ids.length === 1 && only !== undefined) {
    const document = await db.documents.get([collection, only])
    return document === undefined ? [] : [document]
  }
  if (ids.length < RANGE_FROM) {
    const documents = await db.documents.bulkGet(ids.map((id) => keyOf({ collection, id })))
    return documents.filter((document) => document !== undefined)
  }
  let first = ids[0] ?? ''
  let last = first
  for (const id of ids) {
    if (id < first) first = id
    if (id > last) last = id
  }
  return db.documents.where('[collection+id]').between([collection, first], [collection, last], true, true).toArray()
}
