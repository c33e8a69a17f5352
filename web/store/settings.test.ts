import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_METRICS } from '../../shared/metric/catalogue.ts'
import type { Edit } from './change.ts'
import { commit } from './commit.ts'
import type { Database } from './database.ts'
import { archiveMetricEdit, metricEdit } from './metric-edits.ts'
import { readMetrics } from './metrics.ts'
import { deletePauseEdit, pauseEdit } from './pause-edits.ts'
import { readPauses } from './pauses.ts'
import { DEFAULT_PROFILE, profileEdit, readProfile, timeZoneOf } from './profile.ts'
import { date, good, metricId, source, testDatabase } from './test-database.ts'

const write = async (db: Database, ...edits: Edit[]) => good(await commit(db, { kind: 'settings', label: 'x', edits }))

describe('the profile', () => {
  it('is by default where nothing or nonsense is stored, field by field', async () => {
    const { db } = testDatabase()
    expect(await readProfile(db)).toEqual(DEFAULT_PROFILE)
    const nonsense = {
      massUnit: 'lb',
      energyUnit: 'cal',
      timeZone: 'Mars/Olympus',
      dayStart: 400,
      weekStart: 0,
      theme: 'pink',
      preferredSources: [1, '', 'csv'],
      hiddenMetrics: 'steps',
    }
    await write(db, { collection: 'profile', id: 'me', fields: nonsense })
    expect(await readProfile(db)).toEqual({
      ...DEFAULT_PROFILE,
      units: { mass: 'lb', energy: 'kcal' },
      preferredSources: ['csv'],
    })
  })

  it('keeps what was chosen', async () => {
    const { db } = testDatabase()
    const chosen = {
      units: { mass: 'st', energy: 'kJ' },
      timeZone: 'Pacific/Auckland',
      dayStart: 240,
      weekStart: 7,
      theme: 'dark',
      preferredSources: [source('scale')],
      hiddenMetrics: [metricId('protein')],
    } as const
    await write(db, profileEdit(chosen))
    expect(await readProfile(db)).toEqual(chosen)
    await write(db, profileEdit({ theme: 'light' }), profileEdit({ timeZone: 'auto' }))
    expect(await readProfile(db)).toEqual({ ...chosen, theme: 'light', timeZone: 'auto' })
    expect(timeZoneOf(chosen)).toBe('Pacific/Auckland')
    expect(timeZoneOf(DEFAULT_PROFILE)).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone)
  })
})

describe('metrics of the person’s own', () => {
  it('stand after the built-in ones until they are put away', async () => {
    const { db } = testDatabase()
    const draft = { name: 'Water', unit: 'l', min: 0, max: 10, step: 0.1, direction: 'up', aggregate: 'sum' } as const
    await write(db, metricEdit(draft, 'a'), metricEdit({ ...draft, name: 'Reading' }, 'b'))
    await write(db, { collection: 'metric', id: 'c', fields: { name: 'broken' } })
    const names = async (archived = false) =>
      (await readMetrics(db, { archived })).slice(BUILT_IN_METRICS.length).map(({ name }) => name)
    expect(await names()).toEqual(['Water', 'Reading'])
    await write(db, archiveMetricEdit(metricId('a')))
    expect(await names()).toEqual(['Reading'])
    expect(await names(true)).toEqual(['Water', 'Reading'])
    await write(db, archiveMetricEdit(metricId('a'), false))
    expect(await names()).toEqual(['Water', 'Reading'])
  })
})

describe('pauses', () => {
  it('are read by their first day, without deleted and impossible ones', async () => {
    const { db } = testDatabase()
    const late = { id: 'a', from: date('2026-05-01'), until: null, reason: 'ill' }
    const early = { id: 'b', from: date('2026-01-01'), until: date('2026-01-08'), reason: '' }
    const gone = { ...early, id: 'c' }
    await write(db, pauseEdit(late), pauseEdit(early), pauseEdit(gone), deletePauseEdit('c'))
    await write(db, { collection: 'pause', id: 'd', fields: { from: '2026-02-31' } })
    expect(await readPauses(db)).toEqual([early, late])
  })
})
