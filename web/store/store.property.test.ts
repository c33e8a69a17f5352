import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/calendar/civil-date.ts'
import { type Document, emptyDocument, isDeleted } from '../../shared/document/document.ts'
import { problemOfJson } from '../../shared/document/json.ts'
import { makeBackup, readBackup, restoreBackup } from './backup.ts'
import type { Edit } from './change.ts'
import { commit } from './commit.ts'
import type { Database } from './database.ts'
import { sameJson } from './edited-document.ts'
import { monthsOf } from './logged-months.ts'
import { mergeIncoming } from './merge-incoming.ts'
import { recoveryPoints, restoreRecoveryPoint } from './recovery-points.ts'
import { date, good, START, testDatabase } from './test-database.ts'
import { undoChange } from './undo.ts'

// Two months and few documents, so that edits meet.
const DATES = [-1, 0, 1, 30].map((days) => addDays(date('2026-10-31'), days))
const RUNS = { numRuns: 60 }

const value = fc.oneof(fc.constant(null), fc.integer({ min: 20, max: 300 }), fc.constant(-5), fc.constant('text'))
// What no document can hold (a key called __proto__) is refused, which other tests are about.
const storable = fc.jsonValue().filter((json) => problemOfJson(json) === undefined)
const dayEdits: fc.Arbitrary<Edit> = fc.record({
  collection: fc.constant('day'),
  id: fc.constantFrom(...DATES),
  fields: fc.dictionary(fc.constantFrom('weight', 'steps@csv', 'sleep@phone', 'note@', 'deleted'), value, {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  }),
})
const moodEdits: fc.Arbitrary<Edit> = fc.record({
  collection: fc.constant('mood'),
  id: fc.constantFrom('a', 'b', 'c'),
  fields: fc.oneof(
    fc.record({ date: fc.constantFrom(...DATES), rating: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ deleted: fc.boolean() }),
    fc.record({ rating: fc.constantFrom(3, null, 9) }),
  ),
})
const otherEdits: fc.Arbitrary<Edit> = fc.record({
  collection: fc.constantFrom('profile', 'from-the-future'),
  id: fc.constant('me'),
  fields: fc
    .dictionary(fc.constantFrom('theme', 'x'), storable, { minKeys: 1, noNullPrototype: true })
    .map((fields): Edit['fields'] => JSON.parse(JSON.stringify(fields))),
})
const edits = fc.array(fc.oneof({ weight: 3, arbitrary: dayEdits }, { weight: 3, arbitrary: moodEdits }, otherEdits), {
  minLength: 1,
  maxLength: 4,
})

type Step =
  | { readonly kind: 'edit'; readonly edits: readonly Edit[]; readonly session?: string }
  | { readonly kind: 'undo'; readonly which: number }
  | { readonly kind: 'merge'; readonly edits: readonly Edit[]; readonly ahead: number }
  | { readonly kind: 'go-back' }
  | { readonly kind: 'clock'; readonly by: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit' as const), edits }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('edit' as const), edits, session: fc.constantFrom('s', 't') }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('merge' as const), edits, ahead: fc.integer({ min: -5, max: 5 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('go-back' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('clock' as const), by: fc.integer({ min: -9, max: 9 }) }) },
)

async function take(world: ReturnType<typeof testDatabase>, next: Step): Promise<void> {
  const { db } = world
  if (next.kind === 'edit') {
    good(await commit(db, { ...next, label: 'x' }))
  } else if (next.kind === 'undo') {
    const ids = await db.changes.orderBy('id').reverse().toArray()
    const change = ids[next.which]
    if (change !== undefined && !change.undone) good(await undoChange(db, change.id))
  } else if (next.kind === 'merge') {
    const stamp = (START + next.ahead) * 1024
    const documents = next.edits.map(
      ({ collection, id, fields }): Document => ({
        ...emptyDocument(collection, id),
        fields,
        stamps: Object.fromEntries(Object.keys(fields).map((field) => [field, stamp as Document['stamps'][string]])),
      }),
    )
    good(await mergeIncoming(db, documents, { kind: 'restore', label: 'x' }))
  } else if (next.kind === 'go-back') {
    const [point] = await recoveryPoints(db)
    if (point !== undefined) good(await restoreRecoveryPoint(db, point.id))
  } else {
    world.time += next.by
  }
}

const contents = async (db: Database) => (await db.documents.toArray()).map((document) => ({ ...document }))

/** Everything that is there to be read: values without stamps, where "cleared" and "never there" are the same. */
async function readable(db: Database) {
  const read: Record<string, unknown> = {}
  for (const { collection, id, fields, stamps } of await db.documents.toArray()) {
    if (isDeleted({ fields, stamps })) continue
    for (const [field, value] of Object.entries(fields))
      if (value !== null && field !== 'deleted') read[`${collection}/${id}/${field}`] = value
  }
  return read
}

describe('whatever is done', () => {
  it('the logged months are what the documents say', async () => {
    let withDays = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const world = testDatabase()
        for (const next of steps) {
          await take(world, next)
          const expected = monthsOf(await world.db.documents.toArray())
          expect(await world.db.loggedMonths.orderBy('month').toArray()).toEqual(expected)
          withDays += expected.length
        }
        world.db.close()
      }),
      RUNS,
    )
    expect(withDays).toBeGreaterThan(0)
  })

  it('[C3] every stamp of an edit is above those it replaces, and no stamp goes back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
        const world = testDatabase()
        for (const next of steps) {
          const before = new Map(
            (await contents(world.db)).map((document) => [document.id + document.collection, document]),
          )
          await take(world, next)
          for (const { collection, id, fields, stamps } of await world.db.documents.toArray()) {
            const old = before.get(id + collection)
            expect(new Set(Object.keys(stamps))).toEqual(new Set(Object.keys(fields)))
            for (const [field, stamp] of Object.entries(stamps)) {
              const was = old?.stamps[field]
              if (was === undefined) continue
              if (next.kind === 'merge') expect(stamp).toBeGreaterThanOrEqual(was)
              else if (!sameJson(fields[field], old?.fields[field])) expect(stamp).toBeGreaterThan(was)
            }
          }
        }
        world.db.close()
      }),
      RUNS,
    )
  })

  it('undoing the last change restores exactly what could be read before it, and undoing that what was after', async () => {
    let undone = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), edits, async (steps, last) => {
        const world = testDatabase()
        for (const next of steps) await take(world, next)
        const before = await readable(world.db)
        const id = good(await commit(world.db, { kind: 'edit', label: 'last', edits: last }))
        if (id === '') return
        undone++
        const after = await readable(world.db)
        expect(good(await undoChange(world.db, id)).keptNewer).toBe(0)
        expect(await readable(world.db)).toEqual(before)
        const undo = await world.db.changes.orderBy('id').last()
        if (undo === undefined) throw new Error('The undo is not in the journal')
        good(await undoChange(world.db, undo.id))
        expect(await readable(world.db)).toEqual(after)
        world.db.close()
      }),
      RUNS,
    )
    expect(undone).toBeGreaterThan(0)
  })

  it('undoing an earlier change never takes a later value away', async () => {
    await fc.assert(
      fc.asyncProperty(edits, fc.array(dayEdits, { minLength: 1, maxLength: 3 }), async (first, later) => {
        const { db } = testDatabase()
        const id = good(await commit(db, { kind: 'edit', label: 'first', edits: first }))
        const middle = await contents(db)
        good(await commit(db, { kind: 'edit', label: 'later', edits: later }))
        const before = await contents(db)
        if (id !== '') good(await undoChange(db, id))
        for (const { collection, id: name, fields, stamps } of before) {
          const old = middle.find((document) => document.collection === collection && document.id === name)
          const now = await db.documents.get([collection, name])
          for (const field of Object.keys(fields))
            if (stamps[field] !== old?.stamps[field]) expect(now?.fields[field]).toEqual(fields[field])
        }
        db.close()
      }),
      RUNS,
    )
  })

  it('[M4] a backup restored into an empty database gives equal documents, and again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const world = testDatabase()
        for (const next of steps) await take(world, next)
        const backup = good(await readBackup(await makeBackup(world.db)))
        expect(backup.refused).toEqual([])
        const { db } = testDatabase()
        good(await restoreBackup(db, backup))
        expect(await contents(db)).toEqual(await contents(world.db))
        expect(await db.loggedMonths.toArray()).toEqual(await world.db.loggedMonths.toArray())
        const changes = await db.changes.count()
        expect(good(await restoreBackup(db, backup))).toMatchObject({ added: 0, updated: 0 })
        expect(await db.changes.count()).toBe(changes)
        db.close()
        world.db.close()
      }),
      RUNS,
    )
  })

  it('going back to a recovery point gives what could be read then, and can be undone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), edits, async (steps, later) => {
        const world = testDatabase()
        for (const next of steps) await take(world, next)
        const then = await readable(world.db)
        await commit(world.db, { kind: 'import', label: 'bulk', edits: later })
        const [point] = await recoveryPoints(world.db)
        if (point?.reason !== 'bulk') return
        const after = await readable(world.db)
        const id = good(await restoreRecoveryPoint(world.db, point.id))
        expect(await readable(world.db)).toEqual(then)
        if (id !== '') good(await undoChange(world.db, id))
        expect(await readable(world.db)).toEqual(after)
        world.db.close()
      }),
      RUNS,
    )
  })
})
