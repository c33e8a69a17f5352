import { Dexie, type ObservabilitySet, RangeSet } from 'dexie'
import type { Database, DocumentKey } from './database.ts'

/** Keys of written documents, or that so much was written that it was not noted what. */
export type Written = readonly DocumentKey[] | 'many'

/**
 * Calls `written` after each transaction that wrote documents, in this thread or any other of this origin, with what Dexie
 * notes for its live queries. Answers how to stop. For who holds much in memory and reads again only what was touched.
 */
export function watchDocuments(db: Database, written: (keys: Written) => void): () => void {
  const part = `idb://${db.name}/documents/`
  const listen = (parts: ObservabilitySet) => {
    // `all`: the page was away (back-forward cache) and may have missed anything.
    const tree = parts[part] ?? parts['all']
    if (tree === undefined) return
    const keys = keysOf(RangeSet(tree))
    if (keys === 'many' || keys.length > 0) written(keys)
  }
  Dexie.on.storagemutated.subscribe(listen)
  return () => Dexie.on.storagemutated.unsubscribe(listen)
}

function keysOf(ranges: RangeSet): Written {
  const keys: DocumentKey[] = []
  for (const { from, to } of ranges) {
    const key = keyOf(from)
    const last = keyOf(to)
    if (key === undefined || last === undefined || key[0] !== last[0] || key[1] !== last[1]) return 'many'
    keys.push(key)
  }
  return keys
}

function keyOf(bound: unknown): DocumentKey | undefined {
  if (!Array.isArray(bound)) return undefined
  const [collection, id]: unknown[] = bound
  return typeof collection === 'string' && typeof id === 'string' ? [collection, id] : undefined
}
