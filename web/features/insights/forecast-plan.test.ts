import { expect, test } from 'vitest'
import { addDays, type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import { WEIGHT } from '../../../shared/metric/catalogue.ts'
import type { Forecast } from '../../insight/forecast.ts'
import { spokenDay } from '../../ui/chart-series.ts'
import { lensesOf } from '../../ui/metric-lens.ts'
import { forecastPlan, PAST_DAYS } from './forecast-plan.ts'

function date(text: string): CivilDate {
  const parsed = parseCivilDate(text)
  if (parsed === undefined) throw new Error(`${text} is no date`)
  return parsed
}

const today = date('2026-11-23')
const forecast: Forecast = {
  kind: 'forecast',
  metric: WEIGHT.id,
  date: [today, addDays(today, 1)],
  mean: [74, 74.1],
  lo80: [73.5, 73.4],
  hi80: [74.5, 74.8],
  lo95: [73, 72.9],
  hi95: [75, 75.3],
  n: 80,
  lastObserved: addDays(today, -1),
  method: 'test',
  version: 1,
  backtest: { mae: 0.3, naiveMae: 0.4, cov80: 0.8, cov95: 0.95, origins: 50 },
}
const series = { metric: WEIGHT.id, start: addDays(today, -2), values: Float64Array.from([75, 74.5]) }

test('the drawing has the days before and the days to come, in the words of the person', () => {
  const lens = lensesOf([WEIGHT], { mass: 'lb', energy: 'kcal' })(WEIGHT.id)
  const plan = lens === undefined ? undefined : forecastPlan(forecast, series, lens)
  if (plan === undefined) throw new Error('nothing is drawn')
  expect(plan.start).toBe(addDays(today, -PAST_DAYS))
  expect(spokenDay(plan, PAST_DAYS - 1)).toBe('Sun 22 Nov 2026: Weight 164.2 lb')
  expect(spokenDay(plan, PAST_DAYS + 1)).toBe(
    'Tue 24 Nov 2026: Forecast 163.4 lb, 95 of 100 cases 160.7 lb to 166.0 lb, 80 of 100 cases 161.8 lb to 164.9 lb',
  )
  expect(spokenDay(plan, 0)).toBe('Thu 24 Sep 2026: Weight not recorded')
})

test('a forecast of no days draws nothing', () => {
  const lens = lensesOf([WEIGHT], { mass: 'kg', energy: 'kcal' })(WEIGHT.id)
  expect(lens && forecastPlan({ ...forecast, date: [], mean: [] }, series, lens)).toBeUndefined()
})
