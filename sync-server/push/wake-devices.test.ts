import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Reminder } from '../../shared/push/messages.ts'
import type { ReminderKind } from '../../shared/push/protocol.ts'
import type { Claim, PushStore, SettledWake, Wake } from '../store/push-port.ts'
import { type PushDouble, startPushDouble } from './push-double.ts'
import { wakeUpSender } from './send-wake-up.ts'
import { newDevice, openMessage, type TestDevice } from './test-device.ts'
import { makeVapidKeys, readVapidKeys, type VapidKeys, vapidAuthorisation } from './vapid.ts'
import { wakeDevices } from './wake-devices.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const START = Date.parse('2026-11-27T19:00:00Z')
const LOG: Reminder = { kind: 'log-today', at: 20 * 60, weekday: null }

let push: PushDouble
let keys: VapidKeys
let device: TestDevice
beforeAll(async () => {
  push = await startPushDouble()
  device = await newDevice()
  const read = await readVapidKeys(await makeVapidKeys())
  if (!read.ok) throw new Error(read.failure)
  keys = read.value
})
afterAll(() => push.close())
beforeEach(() => {
  push.messages.length = 0
  push.answer = () => 201
})

/** A store of reminders in memory that lends and settles as the contract of stores says. */
function memoryStore() {
  const rows = new Map<string, Wake & { dueAt: number | undefined }>()
  const settledAll: SettledWake[] = []
  const store: Pick<PushStore, 'claim' | 'settle'> = {
    async claim({ kinds, now, leaseUntil, limit }: Claim) {
      const due = [...rows.values()].filter(
        ({ dueAt, reminder }) => dueAt !== undefined && dueAt <= now && kinds.includes(reminder.kind),
      )
      return due.slice(0, limit).map((row) => {
        const lent = { ...row, attempt: row.attempt + 1, leaseUntil, dueAt: leaseUntil }
        rows.set(row.session, lent)
        return lent
      })
    },
    async settle(settled) {
      for (const wake of settled) {
        settledAll.push(wake)
        const row = rows.get(wake.session)
        if (row === undefined) continue
        if (wake.outcome === 'dead') rows.delete(wake.session)
        else if (wake.outcome === 'again') rows.set(wake.session, { ...row, dueAt: wake.dueAt })
        else rows.set(wake.session, { ...row, dueAt: wake.dueAt, plannedFor: wake.dueAt ?? 0, attempt: 0 })
      }
    },
  }
  return {
    rows,
    settled: settledAll,
    store: store as PushStore, // Nothing but these two is asked of it.
    add(session: string, dueAt: number, reminder = LOG, zone = 'Europe/Berlin') {
      const endpoint = `https://fcm.googleapis.com/${session}`
      const { p256dh, auth } = device
      const row = { session, endpoint, p256dh, auth, zone, quiet: null, reminder, plannedFor: dueAt }
      rows.set(session, { ...row, attempt: 0, leaseUntil: 0, dueAt })
    },
  }
}

function waking(at = START, most = Number.POSITIVE_INFINITY, monotonicMs = () => performance.now()) {
  const memory = memoryStore()
  const clock = { now: at }
  const now = () => clock.now
  const authorisation = vapidAuthorisation({ keys, contact: undefined, now })
  const send = wakeUpSender({ fetch: push.fetch, authorisation, hosts: [], now })
  const run = (kinds: readonly ReminderKind[] = ['log-today']) =>
    wakeDevices({ store: memory.store, send, now, monotonicMs, most }, kinds)
  return { ...memory, clock, run }
}
const paths = () => push.messages.map(({ path }) => path)

describe('a reminder', () => {
  it('is sent when it is due, with its kind alone, and then planned for the next day by its own clock', async () => {
    const { add, run, rows } = waking()
    add('anna', START)
    add('later', START + MINUTE)
    expect(await run()).toEqual({ sent: 1, again: 0, missed: 0, refused: 0, dead: 0 })
    expect(paths()).toEqual(['/anna'])
    const [message] = push.messages
    expect(JSON.parse(await openMessage(device, message?.body ?? new Uint8Array()))).toEqual({ kind: 'log-today' })
    expect(rows.get('anna')?.dueAt).toBe(START + 24 * HOUR)
    await run()
    expect(push.messages).toHaveLength(1)
  })

  it('is planned across a change of clocks for the same time of the wall clock', async () => {
    const before = Date.parse('2026-10-24T18:00:00Z')
    const { add, run, rows } = waking(before)
    add('anna', before)
    await run()
    expect(rows.get('anna')?.dueAt).toBe(Date.parse('2026-10-25T19:00:00Z'))
  })

  it('is left for its other kind of run', async () => {
    const { add, run } = waking()
    add('anna', START, { kind: 'weekly-report', at: 20 * 60, weekday: 5 })
    await run()
    expect(paths()).toEqual([])
    await run(['weekly-report'])
    expect(paths()).toEqual(['/anna'])
  })

  it('that is caught up soon after its time is sent, and one whose evening has passed is not', async () => {
    const { add, run, rows } = waking(START + 3 * HOUR)
    add('soon', START + 2 * HOUR)
    add('late', START)
    add('week', START - 20 * HOUR, { kind: 'weekly-report', at: 0, weekday: 5 })
    expect(await run(['log-today', 'weekly-report'])).toMatchObject({ sent: 2, missed: 1 })
    expect(new Set(paths())).toEqual(new Set(['/soon', '/week']))
    expect(rows.get('late')?.dueAt).toBe(START + 24 * HOUR)
  })

  it('for a device that is gone takes all of it away', async () => {
    const { add, run, rows } = waking()
    add('gone', START)
    add('here', START)
    push.answer = (path) => (path === '/gone' ? 410 : 201)
    expect(await run()).toMatchObject({ sent: 1, dead: 1 })
    expect([...rows.keys()]).toEqual(['here'])
  })

  it('that is not taken is tried four times, ever more rarely, and then left until its next time', async () => {
    const { add, run, rows, clock } = waking()
    add('anna', START)
    push.answer = () => 503
    const waits: number[] = []
    for (let due = START; due < START + 20 * HOUR; ) {
      clock.now = due
      await run()
      const next = rows.get('anna')?.dueAt ?? 0
      waits.push((next - due) / MINUTE)
      due = next
    }
    expect(waits).toEqual([1, 5, 15, 24 * 60 - 21])
    expect(push.messages).toHaveLength(4)
  })

  it('is not tried again when that would be too late', async () => {
    const { add, run, clock } = waking()
    add('anna', START)
    push.answer = () => 500
    clock.now = START + 2 * HOUR - 1000
    expect(await run()).toMatchObject({ again: 0, missed: 1 })
  })

  it('that is refused is not tried again, and its device counts as not reached', async () => {
    const { add, run, settled } = waking()
    add('anna', START)
    push.answer = () => 403
    expect(await run()).toMatchObject({ refused: 1 })
    expect(settled).toMatchObject([{ outcome: 'over', reached: false, dueAt: START + 24 * HOUR }])
  })
})

describe('a run', () => {
  it('sends no more than it may, and the rest in the next', async () => {
    const { add, run } = waking(START, 700)
    for (let n = 0; n < 1000; n += 1) add(`device-${n}`, START)
    expect(await run()).toMatchObject({ sent: 700 })
    expect(await run()).toMatchObject({ sent: 300 })
    expect(new Set(paths()).size).toBe(1000)
  })

  it('wakes 10 000 devices in a minute, each once, those apart that fail at first or are gone', {
    timeout: 300_000,
  }, async () => {
    // Its bound on time is left out, because other tests share the processor.
    const { add, run, rows, clock } = waking(START, Number.POSITIVE_INFINITY, () => 0)
    for (let n = 0; n < 10_000; n += 1) add(`device-${n}`, START)
    const tried = new Map<string, number>()
    push.answer = (path) => {
      tried.set(path, (tried.get(path) ?? 0) + 1)
      if (/00$/.test(path)) return 410
      return /5$/.test(path) && tried.get(path) === 1 ? 503 : 201
    }
    const [start, used] = [performance.now(), process.cpuUsage()]
    expect(await run()).toEqual({ sent: 8901, again: 1000, missed: 0, refused: 0, dead: 99 })
    const { user, system } = process.cpuUsage(used)
    const [wall, processor] = [(performance.now() - start) / 1000, (user + system) / 1e6]
    console.info(`10 000 devices in ${wall.toFixed(1)} s, of which ${processor.toFixed(1)} s of a processor`)
    // The push service's own share is in it, too.
    expect(processor).toBeLessThan(60)
    clock.now = START + MINUTE
    expect(await run()).toEqual({ sent: 1000, again: 0, missed: 0, refused: 0, dead: 0 })
    expect(push.messages).toHaveLength(11_000)
    expect(Math.max(...tried.values())).toBe(2)
    expect(rows.size).toBe(9901)
    expect([...rows.values()].every(({ dueAt }) => dueAt === START + 24 * HOUR)).toBe(true)
  })
})
