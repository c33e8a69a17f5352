import type { Metric, MetricId } from './metric.ts'

const builtIn = (metric: Omit<Metric, 'builtIn' | 'id'> & { id: string }): Metric => ({
  ...metric,
  id: metric.id as MetricId,
  builtIn: true,
})

export const WEIGHT = builtIn({
  id: 'weight',
  name: 'Weight',
  unit: 'kg',
  quantity: 'mass',
  min: 20,
  max: 300,
  step: 0.1,
  direction: 'none',
  aggregate: 'mean',
})

export const STEPS = builtIn({
  id: 'steps',
  name: 'Steps',
  unit: '',
  quantity: 'count',
  min: 0,
  max: 100_000,
  step: 1,
  direction: 'up',
  aggregate: 'sum',
})

/** Hours asleep, of the night that ended on the day. */
export const SLEEP = builtIn({
  id: 'sleep',
  name: 'Sleep',
  unit: 'h',
  quantity: 'duration',
  min: 0,
  max: 24,
  step: 0.25,
  direction: 'up',
  aggregate: 'sum',
})

/** Energy eaten. */
export const CALORIES = builtIn({
  id: 'calories',
  name: 'Calories',
  unit: 'kcal',
  quantity: 'energy',
  min: 0,
  max: 10_000,
  step: 10,
  direction: 'none',
  aggregate: 'sum',
})

export const PROTEIN = builtIn({
  id: 'protein',
  name: 'Protein',
  unit: 'g',
  quantity: 'plain',
  min: 0,
  max: 500,
  step: 1,
  direction: 'up',
  aggregate: 'sum',
})

/** 1 (awful) to 5 (great): the mean of the day's journal entries, or what was imported. */
export const MOOD = builtIn({
  id: 'mood',
  name: 'Mood',
  unit: '',
  quantity: 'rating',
  min: 1,
  max: 5,
  step: 1,
  direction: 'up',
  aggregate: 'mean',
})

/** The metrics everybody has, in the order screens show them. */
export const BUILT_IN_METRICS: readonly Metric[] = [WEIGHT, STEPS, SLEEP, CALORIES, PROTEIN, MOOD]
