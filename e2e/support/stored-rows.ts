import type { Page } from '@playwright/test'

/** All rows of a table of the database of the page, as they are stored. */
// biome-ignore lint/suspicious/noExplicitAny: what is stored is whatever was stored; each test knows what it put there.
export function storedRows(page: Page, table: string): Promise<any[]> {
  return page.evaluate(async (name) => {
    const finished = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const db = await finished(indexedDB.open('ownit'))
    try {
      return await finished(db.transaction(name).objectStore(name).getAll())
    } finally {
      db.close()
    }
  }, table)
}
