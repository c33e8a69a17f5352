import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/calendar/civil-date.ts'
import { STEPS, WEIGHT } from '../../shared/metric/catalogue.ts'
import { commit, NO_CHANGE } from './commit.ts'
import { dayEdit, readDay } from './days.ts'
import { commitImport, planImport } from './import-plan.ts'
import { recentChanges } from './recent-changes.ts'
import { date, good, source, testDatabase } from './test-database.ts'
import { undoChange } from './undo.ts'

const DAY = date('2026-03-01')
const CSV = source('csv')
const reading = (days: number, metric = WEIGHT.id, value = 70) => ({ date: addDays(DAY, days), metric, value, rows: 1 })

describe('an import', () => {
  it('plans what is new, changed with both values, and same, and writes nothing', async () => {
    const { db } = testDatabase()
    await commit(db, { kind: 'edit', label: 'x', edits: [dayEdit(DAY, WEIGHT.id, 99)] })
    const first = await planImport(db, CSV, [reading(0), reading(1)])
    expect(first).toMatchObject({ added: 2, changed: [], same: 0 })
    expect(await db.documents.count()).toBe(1)
    good(await commitImport(db, first, { file: 'a.csv', refused: 0 }))
    const again = await planImport(db, CSV, [reading(0, WEIGHT.id, 71), reading(1), reading(2, STEPS.id, 5)])
    expect(again).toMatchObject({
      added: 1,
      changed: [{ date: DAY, metric: 'weight', before: 70, after: 71 }],
      same: 1,
    })
    expect(again.edits).toHaveLength(2)
  })

  it('of the same file twice changes nothing, and what was typed still wins', async () => {
    const { db } = testDatabase()
    await commit(db, { kind: 'edit', label: 'x', edits: [dayEdit(DAY, WEIGHT.id, 99)] })
    const readings = Array.from({ length: 900 }, (_, i) => [reading(i), reading(i, STEPS.id, i)]).flat()
    good(await commitImport(db, await planImport(db, CSV, readings), { file: 'a.csv', refused: 3 }))
    const documents = await db.documents.toArray()
    const plan = await planImport(db, CSV, readings)
    expect(plan).toMatchObject({ added: 0, changed: [], same: 1800, edits: [] })
    expect(good(await commitImport(db, plan, { file: 'a.csv', refused: 3 }))).toBe(NO_CHANGE)
    expect(await db.documents.toArray()).toEqual(documents)
    expect((await readDay(db, DAY))?.fields).toEqual({ weight: 99, 'weight@csv': 70, 'steps@csv': 0 })
    expect((await recentChanges(db, 1))[0]).toMatchObject({
      kind: 'import',
      label: 'Imported a.csv',
      size: 900,
      summary: { file: 'a.csv', source: 'csv', added: 1800, changed: 0, same: 0, refused: 3 },
    })
  })

  it('is undone whole, except what was typed since', async () => {
    const { db } = testDatabase()
    const plan = await planImport(db, CSV, [reading(0), reading(1)])
    const id = good(await commitImport(db, plan, { file: 'a.csv', refused: 0 }))
    await commit(db, { kind: 'edit', label: 'x', edits: [dayEdit(DAY, WEIGHT.id, 75)] })
    expect(good(await undoChange(db, id))).toEqual({ undone: 2, keptNewer: 0 })
    expect((await readDay(db, DAY))?.fields).toEqual({ weight: 75, 'weight@csv': null })
    expect(await planImport(db, CSV, [reading(1)])).toMatchObject({ added: 1, same: 0 })
  })

  it('takes readings in any order, and none', async () => {
    const { db } = testDatabase()
    const plan = await planImport(db, CSV, [reading(5), reading(-5), reading(0, STEPS.id, 3)])
    good(await commitImport(db, plan, { file: 'a', refused: 0 }))
    expect(await planImport(db, CSV, [reading(0, STEPS.id, 3), reading(5), reading(-5)])).toMatchObject({ same: 3 })
    expect(await planImport(db, CSV, [])).toMatchObject({ added: 0, edits: [] })
  })
})
