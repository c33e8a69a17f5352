import { describe, expect, it } from 'vitest'
import { BUILT_IN_METRICS } from '../../shared/metric/catalogue.ts'
import type { Metric, MetricId } from '../../shared/metric/metric.ts'
import { metricOfFileName } from './file-name-metric.ts'
import { metricOfName } from './metric-alias.ts'

const COFFEE: Metric = {
  id: '0190a000-0000-7000-8000-000000000000' as MetricId,
  name: 'Coffee',
  unit: 'cups',
  quantity: 'plain',
  min: 0,
  max: 20,
  step: 1,
  direction: 'down',
  aggregate: 'sum',
  builtIn: false,
}

const found = (header: string) => {
  const match = metricOfName(header, [...BUILT_IN_METRICS, COFFEE])
  return match === undefined ? undefined : [match.metric.name, match.unit]
}

describe('metricOfName', () => {
  it.each([
    ['weight', 'Weight', undefined],
    ['Weight (lb)', 'Weight', 'lb'],
    ['Weight/Body Mass (lb) ', 'Weight', 'lb'],
    ['weight_kg', 'Weight', 'kg'],
    ['WeightPounds', 'Weight', 'lb'],
    ['weight grams', 'Weight', 'g'],
    ['Average weight (kg)', 'Weight', 'kg'],
    ['body_mass', 'Weight', undefined],
    ['BodyMass', 'Weight', undefined],
    ['HKQuantityTypeIdentifierBodyMass', 'Weight', undefined],
    ['Weight (Garmin)', 'Weight', undefined],
    ['kg', 'Weight', 'kg'],
    ['Step count', 'Steps', undefined],
    ['Step Count (steps)', 'Steps', 'count'],
    ['totalSteps', 'Steps', undefined],
    ['StepTotal', 'Steps', undefined],
    ['Asleep duration (min)', 'Sleep', 'min'],
    ['minutesAsleep', 'Sleep', 'min'],
    ['TotalMinutesAsleep', 'Sleep', 'min'],
    ['sleepTotalMinutesAsleep', 'Sleep', 'min'],
    ['sleepingSeconds', 'Sleep', 's'],
    ['sleep_h', 'Sleep', 'h'],
    ['Time asleep (seconds)', 'Sleep', 's'],
    ['time_asleep_in_seconds', 'Sleep', 's'],
    ['Sleep Analysis [Asleep] (hr)', 'Sleep', 'h'],
    ['Energy (kcal)', 'Calories', 'kcal'],
    ['Energie (kJ)', 'Calories', 'kJ'],
    ['Calories In', 'Calories', undefined],
    ['Protein (g)', 'Protein', 'g'],
    ['mood_1_5', 'Mood', 'rating'],
    ['Mood (1-10)', 'Mood', 'rating-10'],
    ['Coffee', 'Coffee', undefined],
    ['coffee (cups)', 'Coffee', undefined],
  ])('%s is %s in %s', (header, metric, unit) => {
    expect(found(header)).toEqual([metric, unit])
  })

  it.each([
    'Protein (%)',
    'Weight (%)',
    'Weight goal',
    'Energy',
    'Energy burned (cal)',
    'Calories Burned',
    'caloriesOut',
    'activeKilocalories',
    'total_calories',
    'calories_burned_kcal',
    'resting_hr',
    'Fat mass (kg)',
    'Deep (SWS) duration (min)',
    'minutesToFallAsleep',
    'Sleep score',
    'steps_goal',
    'Sleep Analysis [In Bed] (hr)',
    'constructor',
    '',
  ])('%s is none of the metrics', (header) => {
    expect(found(header)).toBeUndefined()
  })
})

describe('metricOfFileName', () => {
  it.each([
    ['aggregates_steps.csv', 'steps'],
    ['eric__weight__aggregates_steps.csv', 'steps'],
    ['Weight.csv', 'weight'],
    ['weight-2026.csv', 'weight'],
    ['steps_export.csv', 'steps'],
    ['eric__weight__aggregates_calories_passive.csv', undefined],
    ['data.csv', undefined],
  ])('%s: %s', (name, metric) => {
    expect(metricOfFileName(name, BUILT_IN_METRICS)?.id).toBe(metric)
  })
})
