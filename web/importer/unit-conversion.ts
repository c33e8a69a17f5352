import type { Metric } from '../../shared/metric/metric.ts'
import { KG_PER_LB, KJ_PER_KCAL, LB_PER_ST } from '../../shared/metric/unit.ts'
import type { InputUnit } from './import-types.ts'

type Linear = Readonly<Partial<Record<InputUnit, number>>>

/** One of the unit is this much in the stored unit of the quantity. */
const MASS: Linear = { kg: 1, lb: KG_PER_LB, st: KG_PER_LB * LB_PER_ST, g: 0.001 }
const ENERGY: Linear = { kcal: 1, kJ: 1 / KJ_PER_KCAL, cal: 0.001 }
const DURATION: Linear = { h: 1, min: 1 / 60, s: 1 / 3600, ms: 1 / 3_600_000, 'h:mm': 1, asleep: 1 }
const GRAMS: Linear = { g: 1, mg: 0.001, kg: 1000 }

/** The stored value of `figure` in `unit`, or undefined where the unit does not measure this metric. */
export function toStored(
  metric: Pick<Metric, 'quantity' | 'unit'>,
  unit: InputUnit,
  figure: number,
): number | undefined {
  if (unit === 'own') return figure
  if (metric.quantity === 'rating') return toRating(unit, figure)
  const factor = factorsOf(metric)[unit]
  return factor === undefined ? undefined : tidy(figure * factor, factor)
}

/** The units a file may give this metric in, the stored one first. */
export function unitsOf(metric: Pick<Metric, 'quantity' | 'unit'>): readonly InputUnit[] {
  if (metric.quantity === 'rating') return ['rating', 'rating-10', 'rating-100', 'labels']
  const units = UNITS.filter((unit) => factorsOf(metric)[unit] !== undefined)
  return units.length === 0 ? ['own'] : units
}

const UNITS: readonly InputUnit[] = [
  'kg',
  'lb',
  'st',
  'count',
  'kcal',
  'kJ',
  'cal',
  'h',
  'min',
  's',
  'ms',
  'h:mm',
  'asleep',
  'g',
  'mg',
]

function factorsOf(metric: Pick<Metric, 'quantity' | 'unit'>): Linear {
  if (metric.quantity === 'mass') return MASS
  if (metric.quantity === 'energy') return ENERGY
  if (metric.quantity === 'duration') return DURATION
  if (metric.quantity === 'count') return { count: 1 }
  return metric.unit === 'g' ? GRAMS : {}
}

function toRating(unit: InputUnit, figure: number): number | undefined {
  if (unit === 'rating' || unit === 'labels') return figure
  if (unit === 'rating-10') return 1 + ((figure - 1) * 4) / 9
  if (unit === 'rating-100') return 1 + figure / 25
  return undefined
}

// A converted value keeps ten decimals: more is the dust of binary fractions, and two imports must give one value.
const tidy = (value: number, factor: number) => (factor === 1 ? value : Math.round(value * 1e10) / 1e10)
