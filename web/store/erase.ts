import type { Result } from '../../shared/result/result.ts'
import { withConnection } from './connection.ts'
import type { Database } from './database.ts'
import { clearIncomingFile } from './incoming-files.ts'
import type { SaveProblem } from './save-problem.ts'
import { announceSaveProblem } from './store-events.ts'
import { inOrder } from './write-order.ts'

/**
 * Deletes everything from this device: documents, journal, recovery points, what the device remembers, and a file waiting
 * to be imported. Cannot be undone. Tables are emptied and not the database deleted, which another open tab would block.
 */
export async function eraseEverything(db: Database): Promise<Result<void, SaveProblem>> {
  const erased = await inOrder(db, () =>
    withConnection(db, async () => {
      await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())))
      if ('caches' in globalThis) await clearIncomingFile()
    }),
  )
  if (!erased.ok) announceSaveProblem(erased.failure)
  return erased
}
