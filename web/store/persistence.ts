import type { Database } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { onCommitted } from './store-events.ts'

/** How the browser keeps our data. `usage` and `quota` in bytes, as it estimates them. */
export interface StorageState {
  /** True: it will not delete the data by itself when the device runs out of room. */
  readonly persisted: boolean
  readonly usage: number
  readonly quota: number
  /** Over nine tenths of the quota are used. */
  readonly nearlyFull: boolean
}

type Storage = Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>

const NEARLY_FULL = 0.9
const ASKED = 'asked-to-persist'

// Absent in insecure contexts and in older WebKit, whatever the type says.
const browserStorage = (): Storage | undefined =>
  'navigator' in globalThis && 'storage' in navigator && 'persist' in navigator.storage ? navigator.storage : undefined

/** How the browser keeps the data, or undefined where it does not say. */
export async function storageState(storage: Storage | undefined = browserStorage()): Promise<StorageState | undefined> {
  if (storage === undefined) return undefined
  const [persisted, { usage = 0, quota = 0 }] = await Promise.all([storage.persisted(), storage.estimate()])
  return { persisted, usage, quota, nearlyFull: quota > 0 && usage / quota > NEARLY_FULL }
}

/** Asks the browser to keep the data for good, once on this device. Answers what it said; undefined: not asked now. */
export async function askToPersistOnce(
  db: Database,
  storage: Storage | undefined = browserStorage(),
): Promise<boolean | undefined> {
  if (storage === undefined || (await readMeta(db, ASKED)) !== undefined) return undefined
  await writeMeta(db, ASKED, true)
  return (await storage.persisted()) || storage.persist()
}

/**
 * Asks after the first real entry, when there is something to lose: a question at the first start is answered no.
 * Sample data and settings are no entries. Answers how to stop.
 */
export function persistAfterFirstEntry(db: Database, storage: Storage | undefined = browserStorage()): () => void {
  const stop = onCommitted(({ kind }) => {
    if (kind !== 'edit' && kind !== 'import' && kind !== 'restore') return
    stop()
    // Unanswered or refused, nothing is lost that was there before: the storage state is shown in the settings.
    askToPersistOnce(db, storage).catch((error: unknown) => console.warn('Not asked to keep the data', error))
  })
  return stop
}
