import { expect, test } from 'vitest'
import { parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import { STEPS } from '../../../shared/metric/catalogue.ts'
import { DEFAULT_UNITS } from '../../../shared/metric/unit.ts'
import { lensesOf } from '../../ui/metric-lens.ts'
import { lensInAspect, seriesInAspect } from './aspect.ts'

const start = parseCivilDate('2026-11-01')
const GAP = Number.NaN

test('of a metric that is mostly zero the days are told apart by whether it was, or only those on which it was are kept', () => {
  if (start === undefined) throw new Error('no such day')
  const series = { metric: 'rain', start, values: Float64Array.from([0, 3, GAP, 0, 5]) }
  expect([...seriesInAspect(series, 'whether').values]).toEqual([0, 1, GAP, 0, 1])
  expect([...seriesInAspect(series, 'amount').values]).toEqual([GAP, 3, GAP, GAP, 5])
  expect(seriesInAspect(series, undefined)).toBe(series)
})

test('a share of days is said in days', () => {
  const lens = lensesOf([STEPS], DEFAULT_UNITS)(STEPS.id)
  if (lens === undefined) throw new Error('no lens')
  expect(lensInAspect(lens, 'whether').difference(-0.12)).toBe('−12 of 100 days')
  expect(lensInAspect(lens, 'amount')).toBe(lens)
})
