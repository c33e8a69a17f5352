import type { Database } from '../store/database.ts'
import { readPublishedBoards } from '../store/published-boards.ts'
import { syncAccountRow } from '../store/sync-switch.ts'

/** Keeps the scores of this person up to date on the boards they agreed to. Where there is none, nothing is loaded for it. */
export async function startPublishing(db: Database): Promise<void> {
  const row = await syncAccountRow(db)
  if (row === undefined || (await readPublishedBoards(db, row.account)).length === 0) return
  const { keepPublishing } = await import('../community/browser-leaderboard.ts')
  keepPublishing(db)
}
