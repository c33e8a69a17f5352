import type { Database } from '../store/database.ts'
import { syncAccountRow } from '../store/sync-switch.ts'
import { browserPush, canBeWoken } from './browser-push.ts'
import { bringUpToDate } from './device-reminders.ts'

/**
 * Tells the server what has changed since it was last told: the browser has renewed the subscription, or the device is in another
 * time zone. What does not work now is tried again when the app is opened the next time.
 */
export async function keepUpToDate(db: Database): Promise<void> {
  if (!canBeWoken() || Notification.permission !== 'granted') return
  if ((await syncAccountRow(db)) === undefined) return
  const told = await bringUpToDate(db, browserPush, { asking: false })
  if (!told.ok) console.info('Reminders were not brought up to date:', told.failure)
}
