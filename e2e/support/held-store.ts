import type { Page } from '@playwright/test'

/**
 * Keeps what the page asks of its database waiting, both reading and writing, until the function that is given is called:
 * for what happens in the moment before something is read.
 */
export async function holdStore(page: Page): Promise<() => Promise<void>> {
  const release = await page.evaluateHandle(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('ownit')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const transaction = db.transaction(db.objectStoreNames, 'readwrite')
    const table = transaction.objectStore('documents')
    let isHeld = true
    // A transaction lasts for as long as something is asked of it.
    await new Promise<void>((resolve) => {
      const again = () => {
        resolve()
        if (isHeld) table.count().onsuccess = again
      }
      table.count().onsuccess = again
    })
    return () =>
      new Promise<void>((resolve) => {
        transaction.oncomplete = () => resolve()
        isHeld = false
        db.close()
      })
  })
  return () => release.evaluate((letGo) => letGo())
}
