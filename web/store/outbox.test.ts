import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { STEPS, WEIGHT } from '../../shared/metric/catalogue.ts'
import { makeBackup, readBackup, restoreBackup } from './backup.ts'
import { commit } from './commit.ts'
import type { Database } from './database.ts'
import { dayEdit, readDay } from './days.ts'
import { eraseEverything } from './erase.ts'
import { mergeIncoming } from './merge-incoming.ts'
import { restoreRecoveryPoint } from './recovery-points.ts'
import { addSampleData, removeSampleData } from './sample-data.ts'
import { syncStatus } from './sync-status.ts'
import { readSyncAccount, turnOffSync, turnOnSync } from './sync-switch.ts'
import { date, good, START, testDatabase } from './test-database.ts'
import { testKeys } from './test-keys.ts'
import { undoChange } from './undo.ts'

const DAY = date('2026-11-23')
const edit = (id: string, value: number) => ({
  kind: 'edit' as const,
  label: 'x',
  edits: [dayEdit(date(id), WEIGHT.id, value)],
})
const unsent = async (db: Database) => (await db.outbox.toArray()).map(({ id }) => id)
const tokenOf = async (db: Database) => (await db.outbox.get(['day', DAY]))?.token

async function synchronising() {
  const world = testDatabase()
  good(await turnOnSync(world.db, { account: 'a', keys: await testKeys() }))
  return world
}

describe('what is not backed up', () => {
  it('[D1] is marked in the transaction that writes it, by every way of writing', async () => {
    const world = await synchronising()
    const { db } = world
    const ways: [string, () => Promise<unknown>][] = [
      ['an edit', () => commit(db, edit(DAY, 74))],
      ['a merge', () => mergeIncoming(db, [someSteps(START)], { kind: 'restore', label: 'x' })],
      ['a restored backup', async () => restoreBackup(db, good(await readBackup(new Blob([backupOf(START + 5)]))))],
      ['an undo', async () => undoChange(db, (await db.changes.orderBy('id').last())?.id ?? ('' as never))],
      ['a recovery', async () => restoreRecoveryPoint(db, (await db.recoveryPoints.orderBy('id').first())?.id ?? '')],
    ]
    for (const [way, write] of ways) {
      await db.outbox.clear()
      world.time += 1000
      good((await write()) as { ok: true; value: unknown })
      expect([way, await unsent(db)]).toEqual([way, [DAY]])
    }
  })

  it('[D1] is not marked when the write fails, and the write fails when it cannot be marked', async () => {
    const { db } = await synchronising()
    db.outbox.hook('creating', () => {
      throw new Error('No mark')
    })
    expect((await commit(db, edit(DAY, 74))).ok).toBe(false)
    expect(await db.documents.count()).toBe(0)
    expect(await unsent(db)).toEqual([])
  })

  it('[D1] gets another token with every write and keeps the time of its oldest edit', async () => {
    const world = await synchronising()
    const { db } = world
    await commit(db, edit(DAY, 74))
    const first = await tokenOf(db)
    world.time += 60_000
    await commit(db, edit(DAY, 75))
    expect(await tokenOf(db)).not.toBe(first)
    expect(await syncStatus(db)).toMatchObject({ unsent: 1, oldestUnsentAt: START })
  })

  it('is not marked while synchronisation is off, and costs nothing', async () => {
    const { db } = testDatabase()
    await commit(db, edit(DAY, 74))
    expect(await unsent(db)).toEqual([])
    expect(await syncStatus(db)).toMatchObject({ account: undefined, unsent: 0, oldestUnsentAt: undefined })
  })

  it('does not count sample data, whose days still send what was typed in them', async () => {
    const { db } = await synchronising()
    good(await addSampleData(db, DAY))
    expect(await unsent(db)).toEqual([])
    await commit(db, edit('2026-11-22', 74))
    expect(await unsent(db)).toEqual(['2026-11-22'])
    await db.outbox.clear()
    good(await removeSampleData(db))
    expect(await unsent(db)).toEqual([])
  })
})

describe('turning synchronisation on and off', () => {
  it('[D6] marks everything that is here, but no sample data', async () => {
    const { db } = testDatabase()
    await addSampleData(db, DAY)
    await commit(db, edit(DAY, 74))
    await commit(db, {
      kind: 'edit',
      label: 'x',
      edits: [{ collection: 'future', id: 'f', fields: { deleted: true } }],
    })
    const keys = await testKeys()
    good(await turnOnSync(db, { account: 'a', keys }))
    expect(await unsent(db)).toEqual([DAY, 'f'])
    expect((await readSyncAccount(db))?.account).toBe('a')
  })

  it('[D5] off deletes nothing that is owned, and forgets the keys', async () => {
    const { db } = await synchronising()
    await commit(db, edit(DAY, 74))
    const before = await db.documents.toArray()
    good(await turnOffSync(db))
    expect(await db.documents.toArray()).toEqual(before)
    expect((await readDay(db, DAY))?.fields).toEqual({ weight: 74 })
    expect(await db.changes.count()).toBe(1)
    expect(await readSyncAccount(db)).toBeUndefined()
    expect(await db.sync.count()).toBe(0)
    await commit(db, { ...edit(DAY, 74), edits: [dayEdit(DAY, STEPS.id, 5)] })
    expect(await unsent(db)).toEqual([])
    good(await turnOnSync(db, { account: 'b', keys: await testKeys() }))
    expect(await unsent(db)).toEqual([DAY])
  })

  it('on again with the same account keeps what is known and takes the new keys', async () => {
    const { db } = await synchronising()
    const before = await db.sync.get('account')
    await db.quarantine.put({ key: 'k' as never, version: 1, problem: 'key', at: 0, envelope: new Uint8Array(1) })
    good(await turnOnSync(db, { account: 'a', keys: await testKeys() }))
    expect(await db.quarantine.count()).toBe(1)
    const after = await db.sync.get('account')
    expect(after).toMatchObject({ turn: before?.name === 'account' ? before.turn : 'none' })
    good(await turnOnSync(db, { account: 'b', keys: await testKeys() }))
    expect(await db.quarantine.count()).toBe(0)
  })

  it('keeps keys that cannot be taken out', async () => {
    const { db } = await synchronising()
    const account = await readSyncAccount(db)
    expect(account?.keys.sealKey.extractable).toBe(false)
    expect(account?.keys.indexKey.extractable).toBe(false)
  })

  it('is off after everything was erased', async () => {
    const { db } = await synchronising()
    good(await eraseEverything(db))
    await commit(db, edit(DAY, 74))
    expect(await unsent(db)).toEqual([])
    expect(await readSyncAccount(db)).toBeUndefined()
  })

  it('is no part of a backup', async () => {
    const { db } = await synchronising()
    await commit(db, edit(DAY, 74))
    const text = await (await makeBackup(db)).text()
    expect(text).not.toMatch(/token|account|turn/)
  })
})

const someSteps = (ms: number) => ({
  collection: 'day',
  id: DAY,
  fields: { steps: ms },
  stamps: { steps: (ms * 1024) as never },
})
const backupOf = (ms: number) => JSON.stringify({ format: 'ownit-backup', version: 1, documents: [someSteps(ms)] })
