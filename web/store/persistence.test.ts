import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import { WEIGHT } from '../../shared/metric/catalogue.ts'
import { commit } from './commit.ts'
import { dayEdit } from './days.ts'
import { persistAfterFirstEntry, storageState } from './persistence.ts'
import { profileEdit } from './profile.ts'
import { date, testDatabase } from './test-database.ts'

const storage = (usage = 10, persisted = false) => ({
  persist: vi.fn(async () => true),
  persisted: async () => persisted,
  estimate: async () => ({ usage, quota: 100 }),
})
const entry = (value: number) => ({
  kind: 'edit' as const,
  label: 'x',
  edits: [dayEdit(date('2026-11-23'), WEIGHT.id, value)],
})

describe('asking the browser to keep the data', () => {
  it('waits for the first real entry, and is done once on a device', async () => {
    const { db } = testDatabase()
    const browser = storage()
    const stop = persistAfterFirstEntry(db, browser)
    await commit(db, { kind: 'settings', label: 'x', edits: [profileEdit({ theme: 'dark' })] })
    await commit(db, { ...entry(1), kind: 'sample' })
    expect(browser.persist).not.toHaveBeenCalled()
    await commit(db, entry(70))
    await vi.waitFor(() => expect(browser.persist).toHaveBeenCalledTimes(1))
    await commit(db, entry(71))
    stop()
    const later = persistAfterFirstEntry(db, browser)
    await commit(db, entry(72))
    await new Promise((resolve) => setTimeout(resolve, 20))
    later()
    expect(browser.persist).toHaveBeenCalledTimes(1)
  })

  it('is left out where the data is kept already', async () => {
    const { db } = testDatabase()
    const browser = storage(1, true)
    const stop = persistAfterFirstEntry(db, browser)
    await commit(db, entry(70))
    await new Promise((resolve) => setTimeout(resolve, 20))
    stop()
    expect(browser.persist).not.toHaveBeenCalled()
  })
})

describe('the state of the storage', () => {
  it('says when it is nearly full, and nothing where the browser does not tell', async () => {
    expect(await storageState(storage(10, true))).toEqual({ persisted: true, usage: 10, quota: 100, nearlyFull: false })
    expect((await storageState(storage(91)))?.nearlyFull).toBe(true)
    expect(await storageState(undefined)).toBeUndefined()
  })
})
