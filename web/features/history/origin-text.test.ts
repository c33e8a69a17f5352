import { describe, expect, it } from 'vitest'
import { SLEEP, STEPS, WEIGHT } from '../../../shared/metric/catalogue.ts'
import { dayValue } from '../../../shared/metric/day-value.ts'
import type { Metric, MetricId } from '../../../shared/metric/metric.ts'
import { DEFAULT_UNITS } from '../../../shared/metric/unit.ts'
import { dayOrigins, originText, sourcesHint } from './origin-text.ts'

const valuesOf = (fields: Record<string, number>) =>
  new Map(
    [WEIGHT, STEPS, SLEEP].flatMap((metric: Metric) => {
      const value = dayValue(metric, fields)
      return value === undefined ? [] : [[metric.id as MetricId, value] as const]
    }),
  )

describe('where values came from', () => {
  it('is said in words', () => {
    expect(originText('typed')).toBe('typed')
    expect(originText('journal')).toBe('mood journal')
    expect(dayOrigins([STEPS], valuesOf({ 'steps@google-fit': 1 })).short).toBe('Google fit')
    expect(dayOrigins([STEPS], valuesOf({ 'steps@csv': 1 })).short).toBe('CSV')
  })
  it('is each source once for the eye, and with its metrics in full', () => {
    const day = valuesOf({ weight: 75, 'steps@csv': 4000, 'sleep@csv': 7 })
    expect(dayOrigins([WEIGHT, STEPS, SLEEP], day)).toEqual({
      short: 'typed, CSV',
      full: 'typed: weight · CSV: steps, sleep',
    })
    expect(dayOrigins([WEIGHT], valuesOf({}))).toEqual({ short: '', full: '' })
  })
  it('stands under a field with what every source says', () => {
    const hint = (fields: Record<string, number>) => sourcesHint(STEPS, valuesOf(fields).get(STEPS.id), DEFAULT_UNITS)
    expect(hint({ 'steps@csv': 4000, 'steps@fitbit': 3900 })).toBe('From CSV 4\u202f000; also Fitbit 3\u202f900.')
    expect(hint({ steps: 5000, 'steps@csv': 4000 })).toBe('Typed by you. Also recorded: CSV 4\u202f000.')
    expect(hint({ steps: 5000 })).toBeUndefined()
    expect(hint({})).toBeUndefined()
  })
})
