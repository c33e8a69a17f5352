import type { Database } from './database.ts'
import type { ChangeRow } from './rows.ts'

/** A change for the list of changes. `size` counts documents, `at` is ms since 1970 UTC. */
export type ChangeSummary = Omit<ChangeRow, 'session' | 'announce'>

/** The last changes, newest first. */
export async function recentChanges(db: Database, limit: number): Promise<ChangeSummary[]> {
  const rows = await db.changes.orderBy('id').reverse().limit(limit).toArray()
  return rows.map(({ session: _session, announce: _announce, canUndo, ...row }) => ({
    ...row,
    canUndo: canUndo && !row.undone,
  }))
}
