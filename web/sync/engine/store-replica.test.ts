import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/calendar/civil-date.ts'
import type { Document } from '../../../shared/document/document.ts'
import type { Stamp } from '../../../shared/document/stamp.ts'
import { STEPS, WEIGHT } from '../../../shared/metric/catalogue.ts'
import { xorInto } from '../../../shared/sync/digest.ts'
import type { EnvelopeKey } from '../../../shared/sync/messages.ts'
import type { RemotePage } from '../../store/apply-remote.ts'
import { commit } from '../../store/commit.ts'
import type { Database } from '../../store/database.ts'
import { clearDayEdits, dayEdit, readDay } from '../../store/days.ts'
import { readLoggedDays } from '../../store/logged-days.ts'
import { recentChanges } from '../../store/recent-changes.ts'
import { recoveryPoints, restoreRecoveryPoint } from '../../store/recovery-points.ts'
import { addSampleData } from '../../store/sample-data.ts'
import { dismissLoss, syncStatus } from '../../store/sync-status.ts'
import { turnOffSync, turnOnSync } from '../../store/sync-switch.ts'
import { date, good, START, testDatabase } from '../../store/test-database.ts'
import { testKeys } from '../../store/test-keys.ts'
import { undoChange } from '../../store/undo.ts'
import { ModelServer } from './model-server.ts'
import { CONTRACT_START, describeReplica } from './replica-contract.ts'
import { storeReplica } from './store-replica.ts'
import { directTransport, syncOnce, testClock } from './test-device.ts'
import { testVault } from './test-vault.ts'

describeReplica('over the store', async () => {
  const { world, db } = await storeOn()
  world.time = CONTRACT_START
  let wrong = 0
  return {
    replica: storeReplica(db),
    setClockWrong: (ms) => {
      world.time += ms - wrong
      wrong = ms
    },
    pass: (ms) => {
      world.time += ms
    },
    edit: async (collection, id, fields) => {
      good(await commit(db, { kind: 'edit', label: 'x', edits: [{ collection, id, fields }] }))
    },
    documents: async () => new Map((await db.documents.toArray()).map((document) => [document.id, { ...document }])),
    turnOff: async () => {
      good(await turnOffSync(db))
    },
  }
})

async function storeOn() {
  const world = testDatabase()
  good(await turnOnSync(world.db, { account: 'a', keys: await testKeys() }))
  return { world, db: world.db }
}

const DAY = date('2026-11-23')
const YEAR = 365 * 86_400_000

/** Two devices with databases of their own, and the server between them. */
async function twoDevices() {
  const time = { now: START }
  const server = new ModelServer()
  const device = async () => {
    const clock = testClock(time)
    const { world, db } = await storeOn()
    const { transport, exchanges } = directTransport(server, time)
    const [replica, vault] = [storeReplica(db), testVault()]
    const sync = () => {
      world.time = clock.now()
      return syncOnce(replica, transport, vault, clock)
    }
    return { ...{ world, db, clock, exchanges, replica, sync } }
  }
  return { time, server, a: await device(), b: await device() }
}

const weigh = async (db: Database, day: string, value: number) =>
  good(await commit(db, { kind: 'edit', label: 'Weight', edits: [dayEdit(date(day), WEIGHT.id, value)] }))

async function arrive(db: Database, documents: readonly Document[], cursor = 1) {
  const replica = storeReplica(db)
  const incoming = documents.map((document, at) => ({
    ...{ key: `k${document.id}`.padEnd(22, 'A') as EnvelopeKey, version: at + 1, part: new Uint8Array(16), document },
  }))
  const page: RemotePage = { epoch: 'e', cursor, sent: [], incoming, unopened: [], missing: [] }
  return replica.apply(good(await replica.begin()), page)
}

const stamped = (collection: string, id: string, fields: Document['fields'], ms = START): Document => ({
  ...{ collection, id, fields },
  stamps: Object.fromEntries(Object.keys(fields).map((field) => [field, (ms * 1024) as Stamp])),
})

describe('two databases', () => {
  it('[D6] come to hold the same, months and all, whatever each held before', async () => {
    const { a, b, server, time } = await twoDevices()
    await weigh(a.db, '2026-11-22', 74)
    await weigh(b.db, '2026-10-01', 80)
    const mood = { collection: 'mood', id: 'm', fields: { date: '2026-11-20', rating: 4, time: '10:00' } }
    good(await commit(b.db, { kind: 'edit', label: 'x', edits: [mood, dayEdit(date('2026-11-22'), STEPS.id, 9000)] }))
    for (const each of [a, b, a]) expect(await each.sync()).toMatchObject({ kind: 'done' })
    expect(await a.db.documents.toArray()).toEqual(await b.db.documents.toArray())
    expect(await readLoggedDays(a.db)).toEqual(['2026-10-01', '2026-11-20', '2026-11-22'])
    expect(await a.db.loggedMonths.toArray()).toEqual(await b.db.loggedMonths.toArray())
    expect(server.documents.size).toBe(3)
    const seen = { unsent: 0, oldestUnsentAt: undefined, lastSuccessAt: time.now, problem: undefined, quarantined: 0 }
    expect(await syncStatus(a.db)).toMatchObject({ account: 'a', ...seen })
    // What came from elsewhere is not this person's to undo here.
    expect((await recentChanges(a.db, 9)).length).toBe(1)
  })

  it('exchange no sample data', async () => {
    const { a, b, server } = await twoDevices()
    good(await addSampleData(a.db, DAY))
    await weigh(a.db, '2026-11-20', 74)
    for (const each of [a, b]) await each.sync()
    expect((await b.db.documents.toArray()).map(({ id, fields }) => [id, fields])).toEqual([
      ['2026-11-20', { weight: 74 }],
    ])
    expect(server.documents.size).toBe(1)
    expect((await syncStatus(a.db)).unsent).toBe(0)
  })

  it('[C4] tell by how much a clock is wrong, and what was stamped wrongly can still be undone', async () => {
    const { a, b, time } = await twoDevices()
    a.clock.wrong = 2 * YEAR
    a.world.time = a.clock.now()
    await weigh(a.db, DAY, 70)
    const id = await weigh(a.db, DAY, 74)
    for (const each of [a, b]) await each.sync()
    expect((await syncStatus(a.db)).clockOffset).toBe(-2 * YEAR)
    expect((await syncStatus(b.db)).clockOffset).toBe(0)
    time.now += 1000
    a.world.time = a.clock.now()
    expect(good(await undoChange(a.db, id))).toEqual({ undone: 1, keptNewer: 0 })
    for (const each of [a, b]) await each.sync()
    expect((await readDay(b.db, DAY))?.fields['weight']).toBe(70)
    const stamp = (await b.db.documents.get(['day', DAY]))?.stamps['weight'] ?? 0
    expect(stamp).toBe(time.now * 1024)
  })

  it('[C4] keep a journal that was written by a wrong clock through the bounds of its age', async () => {
    const { a, b } = await twoDevices()
    a.clock.wrong = 2 * YEAR
    a.world.time = a.clock.now()
    await a.sync()
    const id = await weigh(a.db, DAY, 74)
    for (let index = 0; index < 60; index++) await weigh(a.db, '2026-11-22', 60 + index)
    expect(await a.db.changes.get(id)).toBeDefined()
    await b.sync()
  })
})

describe('a page', () => {
  it('[D2] is written whole or not at all: documents, marks, versions and the cursor', async () => {
    const { db } = await storeOn()
    await weigh(db, DAY, 74)
    const before = await Promise.all(db.tables.map((table) => table.toArray()))
    const fail = () => {
      throw new Error('No room')
    }
    for (const table of [db.documents, db.remote, db.sync]) {
      table.hook('creating', fail)
      table.hook('updating', fail)
      const incoming = [
        stamped('day', DAY, { weight: 75, steps: 1 }, START + 5000),
        stamped('day', '2026-11-01', { weight: 1 }),
      ]
      expect(await arrive(db, incoming)).toMatchObject({ ok: false, failure: { kind: 'storage' } })
      table.hook('creating').unsubscribe(fail)
      table.hook('updating').unsubscribe(fail)
      expect(await Promise.all(db.tables.map((each) => each.toArray()))).toEqual(before)
    }
  })

  it('keeps thousands of versions apart, however they come in', async () => {
    const { db } = await storeOn()
    const replica = storeReplica(db)
    const vault = testVault()
    const keys: EnvelopeKey[] = []
    for (let index = 0; index < 700; index++) keys.push(await vault.keyOf('day', `${index * 7919}`))
    const noted = keys.map((key, index) => ({ key, version: index + 1, part: new Uint8Array(16).fill(index & 255) }))
    for (const half of [noted.slice(0, 100), noted.slice(100)]) {
      const unopened = half.map((each) => ({ ...each, problem: 'key' as const, envelope: new Uint8Array(1) }))
      const page: RemotePage = { epoch: 'e', cursor: 0, sent: [], incoming: [], unopened, missing: [] }
      good(await replica.apply(good(await replica.begin()), page))
    }
    await weigh(db, DAY, 74)
    const [taken] = good(await replica.take(undefined, 1))
    if (taken === undefined) throw new Error('Nothing was taken')
    const versions = good(await replica.bases(keys.map((key) => ({ ...taken, key }))))
    expect([...versions.values()]).toEqual(noted.map(({ version }) => version))
    const digest = new Uint8Array(16)
    for (const { version } of noted) xorInto(digest, new Uint8Array(16).fill((version - 1) & 255))
    expect(good(await replica.begin()).digest).toEqual(digest)
  })
})

describe('a pull that deletes', () => {
  const days = (count: number) => Array.from({ length: count }, (_, index) => addDays(DAY, -index))
  const gone = (ids: readonly string[]) => ids.map((id) => stamped('mood', id, { deleted: true }, START + 9000))

  async function withMoods(count: number) {
    const { world, db } = await storeOn()
    const edits = days(count).map((day) => ({ collection: 'mood', id: day, fields: { date: day, rating: 4 } }))
    good(await commit(db, { kind: 'edit', label: 'x', edits }))
    await db.recoveryPoints.clear()
    await db.snapshots.clear()
    return { world, db }
  }

  it('[D7] over half of a collection leaves a recovery point from before, and says so', async () => {
    const { db } = await withMoods(20)
    good(await arrive(db, gone(days(11))))
    const { loss } = await syncStatus(db)
    expect(loss).toMatchObject({ collection: 'mood', deleted: 11 })
    expect(await readLoggedDays(db)).toHaveLength(9)
    expect((await recoveryPoints(db)).map(({ id }) => id)).toEqual([loss?.point])
    good(await restoreRecoveryPoint(db, loss?.point ?? ''))
    expect(await readLoggedDays(db)).toHaveLength(20)
    expect(await db.outbox.count()).toBe(20)
    await dismissLoss(db)
    expect((await syncStatus(db)).loss).toBeUndefined()
  })

  it('[D7] half of one, or most of one with fewer than 20, leaves none', async () => {
    const half = await withMoods(22)
    good(await arrive(half.db, gone(days(11))))
    const small = await withMoods(19)
    good(await arrive(small.db, gone(days(19))))
    for (const { db } of [half, small]) {
      expect(await recoveryPoints(db)).toEqual([])
      expect((await syncStatus(db)).loss).toBeUndefined()
    }
  })

  it('[D7] page by page counts as one, and the recovery point holds what the first page deleted', async () => {
    const { db } = await withMoods(40)
    const replica = storeReplica(db)
    for (const [at, ids] of [days(40).slice(0, 15), days(40).slice(15, 30)].entries()) {
      const incoming = gone(ids).map((document, index) => ({
        ...{
          key: `k${document.id}`.padEnd(22, 'A') as EnvelopeKey,
          version: 100 * at + index + 1,
          part: new Uint8Array(16),
          document,
        },
      }))
      const page: RemotePage = { epoch: 'e', cursor: at + 1, sent: [], incoming, unopened: [], missing: [] }
      good(await replica.apply(good(await replica.begin()), page))
    }
    const { loss } = await syncStatus(db)
    expect(loss).toMatchObject({ deleted: 30 })
    good(await restoreRecoveryPoint(db, loss?.point ?? ''))
    expect(await readLoggedDays(db)).toHaveLength(40)
  })

  it('[D7] days by clearing them counts, and the last three recovery points are kept', async () => {
    const { a, b, time } = await twoDevices()
    const edits = days(30).map((day) => dayEdit(day, WEIGHT.id, 74))
    good(await commit(a.db, { kind: 'edit', label: 'x', edits }))
    for (const each of [a, b]) await each.sync()
    time.now += 1000
    a.world.time = a.clock.now()
    for (const day of days(20)) {
      const read = await readDay(a.db, day)
      if (read !== undefined) good(await commit(a.db, { kind: 'delete', label: 'x', edits: clearDayEdits(read) }))
    }
    const points = await recoveryPoints(b.db)
    for (const each of [a, b]) await each.sync()
    expect((await syncStatus(b.db)).loss).toMatchObject({ collection: 'day', deleted: 20 })
    expect(await recoveryPoints(b.db)).toHaveLength(points.length + 1)
    for (let index = 0; index < 3; index++) {
      // Also by a clock that was put back.
      b.world.time -= YEAR
      good(await commit(b.db, { kind: 'import', label: `${index}`, edits: [dayEdit(DAY, STEPS.id, index)] }))
    }
    expect((await recoveryPoints(b.db)).map(({ reason }) => reason)).toEqual(['2', '1', '0'])
  })
})
