import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/calendar/civil-date.ts'
import { inspectCsv, readCsv } from '../importer/index.ts'
import { commit } from './commit.ts'
import { exportLong, exportMoods, exportWide } from './csv-export.ts'
import type { Database } from './database.ts'
import { archiveMetricEdit, metricEdit } from './metric-edits.ts'
import { readMetrics } from './metrics.ts'
import { moodEdit } from './moods.ts'
import { date, good, metricId, source, testDatabase } from './test-database.ts'

const DAY = date('2026-03-01')
const day = (days: number, fields: Record<string, number | null>) => ({
  collection: 'day',
  id: addDays(DAY, days),
  fields,
})
const mood = {
  id: 'm',
  date: DAY,
  time: '08:00',
  rating: 4,
  energy: null,
  stress: 2,
  emoji: '🙂',
  tags: ['work', 'a, b'],
  reflection: '=HYPERLINK("http://x")\nfine',
}
const OWN = '01900000-0000-7000-8000-000000000001'
const draft = { name: 'Water', unit: 'l', min: 0, max: 10, step: 0.1, direction: 'up', aggregate: 'sum' } as const

async function filled(): Promise<Database> {
  const { db } = testDatabase()
  const edits = [
    metricEdit(draft, OWN),
    day(0, { weight: 74.6, 'weight@scale': 75, 'steps@a': 100, 'steps@b': 8214, 'calories@a': 2100, [OWN]: 1.5 }),
    day(1, { sleep: 7.75, 'mood@daylio': 3, weight: null }),
    day(2, { weight: null }),
    moodEdit(mood),
  ]
  good(await commit(db, { kind: 'edit', label: 'x', edits }))
  return db
}

describe('the export as a wide table', () => {
  it('has one row a day with what the screens show, in stored units', async () => {
    expect(await (await exportWide(await filled())).text()).toBe(
      [
        'date,weight (kg),steps,sleep (h),calories (kcal),mood,Water (l)',
        '2026-03-01,74.6,8214,,2100,4,1.5',
        '2026-03-02,,,7.75,,3,',
        '',
      ].join('\r\n'),
    )
  })

  it('is read back by the importer as it guesses itself', async () => {
    const db = await filled()
    const file = await exportWide(db)
    const metrics = await readMetrics(db)
    const inspection = good(inspectCsv(new Uint8Array(await file.arrayBuffer()), 'ownit.csv', metrics))
    const { readings, refused } = good(await readCsv(file, inspection.layout, { metrics }))
    expect(refused).toEqual([])
    expect(readings.map((reading) => `${reading.date} ${reading.metric} ${reading.value}`).sort()).toEqual(
      [
        `2026-03-01 ${OWN} 1.5`,
        '2026-03-01 calories 2100',
        '2026-03-01 mood 4',
        '2026-03-01 steps 8214',
        '2026-03-01 weight 74.6',
        '2026-03-02 mood 3',
        '2026-03-02 sleep 7.75',
      ].sort(),
    )
  })

  it('keeps the values of a metric that was put away', async () => {
    const db = await filled()
    await commit(db, { kind: 'edit', label: 'x', edits: [archiveMetricEdit(metricId(OWN))] })
    expect(await (await exportWide(db)).text()).toContain('Water (l)')
  })

  it('of nothing is a header', async () => {
    expect(await (await exportWide(testDatabase().db)).text()).toBe('date\r\n')
  })
})

describe('the export as a long table', () => {
  it('has one row a value of every source', async () => {
    const db = await filled()
    const lines = (await (await exportLong(db)).text()).trim().split('\r\n')
    expect(lines).toEqual([
      'date,metric,value,unit,source',
      '2026-03-01,weight,74.6,kg,typed',
      '2026-03-01,weight,75,kg,scale',
      '2026-03-01,steps,8214,,b',
      '2026-03-01,steps,100,,a',
      '2026-03-01,calories,2100,kcal,a',
      '2026-03-01,mood,4,,journal',
      '2026-03-01,Water,1.5,l,typed',
      '2026-03-02,sleep,7.75,h,typed',
      '2026-03-02,mood,3,,daylio',
    ])
  })
})

describe('a text in a table', () => {
  it('is never a formula for a spreadsheet, and survives commas, quotes and lines', async () => {
    const { db } = testDatabase()
    const edits = [
      metricEdit({ ...draft, name: '=1+1' }, OWN),
      day(0, { [`${OWN}@${source('+x')}`]: 2 }),
      moodEdit(mood),
    ]
    await commit(db, { kind: 'edit', label: 'x', edits })
    expect(await (await exportWide(db)).text()).toContain(`'=1+1 (l)`)
    expect(await (await exportLong(db)).text()).toContain(`,'=1+1,2,l,'+x\r\n`)
    expect(await (await exportMoods(db)).text()).toBe(
      'date,time,rating,energy,stress,emoji,tags,reflection\r\n' +
        `2026-03-01,08:00,4,,2,🙂,"work; a, b","'=HYPERLINK(""http://x"")\nfine"\r\n`,
    )
  })
})
