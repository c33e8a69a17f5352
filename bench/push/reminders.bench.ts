import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { startPushDouble } from '../../sync-server/push/push-double.ts'
import { wakeUpSender } from '../../sync-server/push/send-wake-up.ts'
import { newDevice } from '../../sync-server/push/test-device.ts'
import { makeVapidKeys, readVapidKeys, vapidAuthorisation } from '../../sync-server/push/vapid.ts'
import { type WakeCounts, wakeDevices } from '../../sync-server/push/wake-devices.ts'
import { openSqliteStore } from '../../sync-server/store/sqlite/sqlite-store.ts'
import type { Bench } from '../bench.ts'

const DEVICES = 10_000
const START = Date.UTC(2026, 10, 27, 19)
const MINUTE = 60_000

/**
 * From the minute in which 10 000 devices want to be woken until each has been: lent by SQLite, sealed, signed, sent by HTTP to a
 * push service in this process, and settled. Of a hundred it does not take one at first, which is sent in the next minute.
 */
export const remindersBench: Bench = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ownit-reminders-bench-'))
  const path = join(folder, 'ownit.db')
  await openSqliteStore({ path, newEpoch: () => 'epoch' }).close()
  await fill(path)
  const store = openSqliteStore({ path, newEpoch: () => 'epoch' })
  const double = await startPushDouble()
  const refused = new Set<string>()
  double.answer = (endpoint) => {
    if (!endpoint.endsWith('00') || refused.has(endpoint)) return 201
    refused.add(endpoint)
    return 503
  }
  const keys = await readVapidKeys(await makeVapidKeys())
  if (!keys.ok) throw new Error(keys.failure)
  const clock = { now: START }
  const now = () => clock.now
  const authorisation = vapidAuthorisation({ keys: keys.value, contact: undefined, now })
  const send = wakeUpSender({ fetch: double.fetch, authorisation, hosts: [], now })
  const monotonicMs = () => performance.now()
  const wake = () =>
    wakeDevices({ store: store.push, send, now, monotonicMs, most: Number.POSITIVE_INFINITY }, ['log-today'])

  const [from, used] = [performance.now(), process.cpuUsage()]
  const counts: WakeCounts[] = []
  // A run that has taken its time leaves the rest to the next.
  for (let left = DEVICES; left > 0; ) {
    const run = await wake()
    counts.push(run)
    left -= run.sent + run.again
  }
  clock.now += MINUTE
  counts.push(await wake())
  const seconds = (performance.now() - from) / 1000
  const { user, system } = process.cpuUsage(used)

  const sent = counts.reduce((sum, run) => sum + run.sent, 0)
  const reached = new Set(double.messages.map((message) => message.path)).size
  if (sent !== DEVICES || reached !== DEVICES || double.messages.length !== DEVICES + refused.size)
    throw new Error(`${sent} of ${DEVICES} were woken, by ${double.messages.length} messages`)
  await double.close()
  await store.close()
  await rm(folder, { recursive: true })
  const detail = `${((user + system) / 1e6).toFixed(1)} s of a processor, with the push service's; ${refused.size} were sent twice`
  return [{ name: 'reminders-10000-devices', value: seconds, detail }]
}

/** Written past the store: signing up costs a hash of the password each. */
async function fill(path: string): Promise<void> {
  const { p256dh, auth } = await newDevice()
  const database = new Database(path)
  database.pragma('foreign_keys = OFF')
  const device = database.prepare('INSERT INTO push_devices VALUES (?, ?, ?, ?, ?, ?, NULL, NULL, NULL)')
  const reminder = database.prepare("INSERT INTO push_reminders VALUES (?, 'log-today', 1200, NULL, ?, ?, 0)")
  database.transaction(() => {
    for (let n = 0; n < DEVICES; n += 1) {
      device.run(`session-${n}`, `account-${n}`, `https://fcm.googleapis.com/${n}`, p256dh, auth, 'Europe/Berlin')
      reminder.run(`session-${n}`, START, START)
    }
  })()
  database.close()
}
