import type { MetaRow } from './rows.ts'

/**
 * What this device remembers, by bare IndexedDB: for the service worker itself, in which there is no room for the store.
 * Undefined where there is no such name, no database yet, or none that can be opened.
 */
export async function readBareMeta(name: string, { factory, database }: BareMeta = OWN): Promise<unknown> {
  const row: unknown = await onMeta(factory, database, 'readonly', (meta) => meta.get(name))
  return typeof row === 'object' && row !== null ? Reflect.get(row, 'value') : undefined
}

/** Remembers a value under a name, where there is a database. */
export async function writeBareMeta(row: MetaRow, { factory, database }: BareMeta = OWN): Promise<void> {
  await onMeta(factory, database, 'readwrite', (meta) => meta.put(row))
}

export interface BareMeta {
  readonly factory: IDBFactory
  readonly database: string
}

const OWN: BareMeta = { factory: globalThis.indexedDB, database: 'ownit' }

const TABLE = 'meta'

async function onMeta<Value>(
  factory: IDBFactory,
  name: string,
  mode: IDBTransactionMode,
  work: (meta: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value | undefined> {
  const database = await existing(factory, name)
  if (database === undefined) return undefined
  try {
    return await answerOf(work(database.transaction(TABLE, mode).objectStore(TABLE)))
  } finally {
    database.close()
  }
}

/** Makes none: whatever version it were of, the app would find it without its tables. */
function existing(factory: IDBFactory, name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    const opening = factory.open(name)
    opening.onupgradeneeded = () => opening.transaction?.abort()
    opening.onerror = () => resolve(undefined)
    opening.onsuccess = () => resolve(opening.result)
  })
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
