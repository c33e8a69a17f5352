import type { Database } from '../store/database.ts'
import { readMeta } from '../store/meta.ts'

/** Keeps the server up to date about reminders. Where none was ever chosen on this device, nothing is loaded for it. */
export async function startReminders(db: Database): Promise<void> {
  if ((await readMeta(db, 'reminders')) === undefined) return
  const { keepUpToDate } = await import('../reminder/keep-up-to-date.ts')
  await keepUpToDate(db)
}
