import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { addDays } from '../../shared/calendar/civil-date.ts'
import { STEPS, WEIGHT } from '../../shared/metric/catalogue.ts'
import { commit, retryFailed } from './commit.ts'
import type { Database } from './database.ts'
import { openDatabase } from './database.ts'
import { dayEdit, readDay } from './days.ts'
import { failedChanges } from './failed-changes.ts'
import type { SaveProblem } from './save-problem.ts'
import { type ConnectionEvent, onConnection, onSaveProblem, onSaveRecovered } from './store-events.ts'
import { date, good, testDatabase } from './test-database.ts'
import { undoChange } from './undo.ts'

const DAY = date('2026-11-23')
const weighed = (value: number, session?: string) => ({
  kind: 'edit' as const,
  label: 'x',
  edits: [dayEdit(DAY, WEIGHT.id, value)],
  ...(session === undefined ? {} : { session }),
})

/** Makes the next `times` writes to any table fail as the browser would. */
function breakWrites(db: Database, times: number, error: () => Error) {
  // An open handle has its layers already: it takes this one at its next opening.
  db.close({ disableAutoOpen: false })
  let left = times
  db.use({
    stack: 'dbcore',
    name: 'broken',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name)
        return {
          ...table,
          mutate: (request) => {
            if (left <= 0) return table.mutate(request)
            left--
            return Promise.reject(error())
          },
        }
      },
    }),
  })
}

const lost = () =>
  new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError')
const full = () => new DOMException('The quota has been exceeded.', 'QuotaExceededError')

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

function listen() {
  const heard: SaveProblem[] = []
  const recovered: number[] = []
  stops.push(onSaveProblem((problem) => heard.push(problem)))
  stops.push(onSaveRecovered((count) => recovered.push(count)))
  return { heard, recovered }
}

describe('a lost database', () => {
  it.each([
    ['a lost connection', lost],
    ['a full disk that has room again', full],
    ['a closed handle', () => new DOMException('The database connection is closing.', 'InvalidStateError')],
    ['an aborted transaction', () => new DOMException('aborted', 'AbortError')],
  ])('[D9] is reopened and the write replayed once after %s', async (_, error) => {
    const { db } = testDatabase()
    const { heard } = listen()
    breakWrites(db, 1, error)
    good(await commit(db, weighed(74)))
    expect((await readDay(db, DAY))?.fields['weight']).toBe(74)
    expect(await db.changes.count()).toBe(1)
    expect(heard).toEqual([])
  })

  it('[D9] is written to after its handle was closed under us', async () => {
    const { db } = testDatabase()
    await commit(db, weighed(73))
    db.backendDB().close()
    good(await commit(db, weighed(74)))
    expect((await readDay(db, DAY))?.fields['weight']).toBe(74)
    db.close({ disableAutoOpen: true })
    good(await commit(db, weighed(75)))
    expect((await readDay(db, DAY))?.fields['weight']).toBe(75)
  })

  it('[D9] is said at once when the replay fails too, nothing is half written, and what was typed is kept', async () => {
    const { db } = testDatabase()
    await commit(db, weighed(73))
    const { heard, recovered } = listen()
    breakWrites(db, 2, full)
    expect(await commit(db, weighed(74))).toMatchObject({ ok: false, failure: { kind: 'quota' } })
    expect(heard).toMatchObject([{ kind: 'quota' }])
    expect((await readDay(db, DAY))?.fields['weight']).toBe(73)
    expect(await db.changes.count()).toBe(1)
    expect(failedChanges(db)).toHaveLength(1)
    expect(good(await retryFailed(db))).toBe(1)
    expect((await readDay(db, DAY))?.fields['weight']).toBe(74)
    expect(failedChanges(db)).toEqual([])
    expect(recovered).toEqual([1])
  })

  it('[D9] says what is wrong as a lost connection, and keeps what fails again', async () => {
    const { db } = testDatabase()
    const { heard } = listen()
    breakWrites(db, 4, lost)
    expect(await commit(db, weighed(74))).toMatchObject({ ok: false, failure: { kind: 'connection' } })
    expect(await retryFailed(db)).toMatchObject({ ok: false, failure: { kind: 'connection' } })
    expect(heard).toHaveLength(2)
    expect(good(await retryFailed(db))).toBe(1)
  })

  it('[D9] does not write a failed value over a later one, and saves the rest with the next change', async () => {
    const { db } = testDatabase()
    breakWrites(db, 2, lost)
    const both = [dayEdit(DAY, WEIGHT.id, 74), dayEdit(DAY, STEPS.id, 100)]
    await commit(db, { kind: 'edit', label: 'x', edits: both })
    good(await commit(db, weighed(75)))
    expect((await readDay(db, DAY))?.fields).toEqual({ weight: 75, steps: 100 })
    expect(failedChanges(db)).toEqual([])
  })

  it('[D9] keeps only the last of a session that failed', async () => {
    const { db } = testDatabase()
    breakWrites(db, 6, lost)
    for (const value of [7, 74, 74.5]) await commit(db, weighed(value, 's'))
    expect(failedChanges(db)).toHaveLength(1)
    good(await retryFailed(db))
    expect((await readDay(db, DAY))?.fields['weight']).toBe(74.5)
  })

  it('[D9] saves all of several writes that are cut off together', async () => {
    const { db } = testDatabase()
    await commit(db, weighed(70))
    breakWrites(db, 1, lost)
    const writes = Array.from({ length: 8 }, (_, index) =>
      commit(db, { kind: 'edit', label: 'x', edits: [dayEdit(addDays(DAY, index), STEPS.id, index)] }),
    )
    for (const written of await Promise.all(writes)) good(written)
    expect(await db.documents.count()).toBe(8)
    expect(await db.changes.count()).toBe(9)
  })

  it('[D9] [D11] keeps the last of one field where the first of several writes had to be replayed', async () => {
    const { db } = testDatabase()
    await commit(db, weighed(70))
    breakWrites(db, 1, lost)
    for (const written of await Promise.all([7, 74, 74.5].map((value) => commit(db, weighed(value, 's')))))
      good(written)
    expect((await readDay(db, DAY))?.fields['weight']).toBe(74.5)
  })

  it('[D9] [D11] writes what had failed before what was asked for while it was tried again', async () => {
    const { db } = testDatabase()
    breakWrites(db, 2, lost)
    await commit(db, weighed(7))
    expect(failedChanges(db)).toHaveLength(1)
    const written = await Promise.all([
      commit(db, { kind: 'edit', label: 'x', edits: [dayEdit(DAY, STEPS.id, 100)] }),
      commit(db, weighed(75)),
    ])
    for (const one of written) good(one)
    expect((await readDay(db, DAY))?.fields).toEqual({ weight: 75, steps: 100 })
  })

  it('[D9] is over for an undo that failed when trying again finds nothing outstanding', async () => {
    const { db } = testDatabase()
    const id = good(await commit(db, weighed(74)))
    const { heard, recovered } = listen()
    breakWrites(db, 2, full)
    expect(await undoChange(db, id)).toMatchObject({ ok: false, failure: { kind: 'quota' } })
    expect(heard).toHaveLength(1)
    expect(good(await retryFailed(db))).toBe(0)
    expect(recovered).toEqual([0])
    expect(good(await undoChange(db, id))).toEqual({ undone: 1, keptNewer: 0 })
  })

  it('reports a mistake in our own code without a replay', async () => {
    const { db } = testDatabase()
    let tries = 0
    breakWrites(db, 1, () => {
      tries++
      return new TypeError('undefined is not a function')
    })
    expect(await commit(db, weighed(74))).toMatchObject({ ok: false, failure: { kind: 'unknown' } })
    expect(tries).toBe(1)
  })
})

describe('two versions of the app at once', () => {
  it('[D10] lets a newer version upgrade, becomes read-only for good and says so', async () => {
    const { db } = testDatabase()
    await commit(db, weighed(74))
    const heard: ConnectionEvent[] = []
    stops.push(onConnection((event) => heard.push(event)))
    const newer = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(db.name, 99)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('not opened'))
    })
    expect(heard).toEqual(['outdated'])
    const refused = await commit(db, weighed(75))
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'connection' } })
    expect(refused.ok ? '' : refused.failure.message).toContain('Reload')
    newer.close()
  })

  it('says when an older tab keeps it from opening', async () => {
    const { db } = testDatabase()
    const heard: ConnectionEvent[] = []
    stops.push(onConnection((event) => heard.push(event)))
    const old = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(db.name, 1)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('not opened'))
    })
    const opening = openDatabase(db.name).open()
    await expect.poll(() => heard).toEqual(['blocked'])
    old.close()
    ;(await opening).close()
  })
})
