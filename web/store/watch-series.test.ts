import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { STEPS } from '../../shared/metric/catalogue.ts'
import { commit } from './commit.ts'
import type { DailySeries } from './day-values.ts'
import { dayEdit } from './days.ts'
import { date, good, testDatabase } from './test-database.ts'
import { watchSeries } from './watch-series.ts'

it('a watched range is read at once, again after a change in it, and not after one elsewhere or once stopped', async () => {
  const { db } = testDatabase()
  const walk = async (day: string, steps: number) =>
    good(await commit(db, { kind: 'edit', label: 'x', edits: [dayEdit(date(day), STEPS.id, steps)] }))
  await walk('2026-01-02', 4000)

  const reads: number[][] = []
  const take = (series: DailySeries[]) => reads.push([...(series[0]?.values ?? [])])
  const watched = { metrics: [STEPS], from: date('2026-01-01'), to: date('2026-01-02'), preferredSources: [] }
  const stop = watchSeries(db, watched, take, (error) => {
    throw error
  })
  await vi.waitFor(() => expect(reads).toEqual([[Number.NaN, 4000]]))

  await walk('2026-01-01', 500)
  await vi.waitFor(() => expect(reads).toHaveLength(2))
  expect(reads[1]).toEqual([500, 4000])

  await walk('2027-06-01', 9000)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(reads).toHaveLength(2)

  stop()
  await walk('2026-01-01', 600)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(reads).toHaveLength(2)
  await db.delete()
})
