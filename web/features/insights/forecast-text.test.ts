import { expect, test } from 'vitest'
import { parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import { SLEEP, STEPS } from '../../../shared/metric/catalogue.ts'
import { DEFAULT_UNITS } from '../../../shared/metric/unit.ts'
import type { Forecast } from '../../insight/forecast.ts'
import { termsOf } from '../../insight/wording/terms.ts'
import { backtestText } from './forecast-text.ts'

const today = parseCivilDate('2026-11-23')
const terms = termsOf([SLEEP, STEPS], DEFAULT_UNITS)

function forecastOf(metric: string, backtest: Forecast['backtest']): Forecast {
  if (today === undefined) throw new Error('no such day')
  const none: readonly number[] = []
  const bands = { mean: none, lo80: none, hi80: none, lo95: none, hi95: none }
  return {
    kind: 'forecast',
    metric,
    date: [],
    ...bands,
    n: 90,
    lastObserved: today,
    method: 'blend',
    version: 1,
    backtest,
  }
}

test('how forecasts did is said beside saying the same as on the last day', () => {
  const backtest = { mae: 0.55, naiveMae: 0.7, cov80: 0.82, cov95: 0.97, origins: 6 }
  expect(backtestText(forecastOf('sleep', backtest), terms('sleep'))).toBe(
    'Made on 6 of your earlier days, such forecasts were off by 33 min on average (“as on the last day”: 42 min); 82 of 100 days fell inside the inner band and 97 of 100 inside the outer.',
  )
  expect(backtestText(forecastOf('steps', { ...backtest, mae: 1896 }), terms('steps'))).toContain('1\u202f900 steps')
})

test('where none could be made, that is said instead', () => {
  const backtest = { mae: 0, naiveMae: 0, cov80: 0, cov95: 0, origins: 0 }
  expect(backtestText(forecastOf('sleep', backtest), terms('sleep'))).toBe(
    'Too few days so far to say how such forecasts did.',
  )
})
