import fc from 'fast-check'
import { expect } from 'vitest'
import { addDays, type CivilDate } from '../../../shared/calendar/civil-date.ts'
import { BUILT_IN_METRICS } from '../../../shared/metric/catalogue.ts'
import type { Metric, MetricId } from '../../../shared/metric/metric.ts'
import { DEFAULT_UNITS, type UnitPreference } from '../../../shared/metric/unit.ts'
import type { AssociationFinding, Finding, TrendFinding, WeekdayFinding } from '../analysis.ts'
import { figuresOf, type Sentence, textOf } from './sentence.ts'
import { termsOf } from './terms.ts'

/** What would say why, claim too much, or print what only decides. */
export const FORBIDDEN =
  /\b(caus|improv|becaus|lead(s|ing)? to|led to|due to|thanks to|result(s|ed)? in|boost|reduc|increas|decreas|worsen|harm|affect|diagnos|disease|proof|prove|significan|confiden|correlat|[rpq] ?=)/i

/** Digits that stand in sentences as words do. */
const FIXED = /\b95 % (range|sure)|\b80 % range|\bof 100 (days|courses)\b|\b1 % of the level\b|\bof 7( days)?\b/g

/** Where `key` (`ci95.0`) stands in `of`. */
function at(of: unknown, key: string): unknown {
  let found = of
  for (const step of key.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined
    found = Object.entries(found).find(([name]) => name === step)?.[1]
  }
  return found
}

/**
 * Holds what is true of every sentence: words that say neither why nor more than is known, figures that are those of what it is
 * about (`of`), among them those under `keys`, and no digit that is not such a figure. Gives the text.
 */
export function held(sentence: Sentence, of: unknown, keys: readonly string[]): string {
  const text = textOf(sentence)
  expect(text).not.toMatch(FORBIDDEN)
  expect(text).toMatch(/^["“\p{Lu}\d].*[.”]$/u)
  expect(text).not.toMatch(/ {2}|undefined|null|\( |;\)|NaN/)
  const figures = figuresOf(sentence)
  for (const figure of figures) expect(at(of, figure.key), figure.key).toBe(figure.value)
  for (const key of keys) expect(figures.map((figure) => figure.key)).toContain(key)
  const words = sentence.parts.map((part) => (typeof part === 'string' ? part : '#')).join('')
  expect(words.replaceAll(FIXED, '')).not.toMatch(/\d|%/)
  return text
}

/** The built-in metrics, one of a person's own with a unit, and one without. */
export const METRICS: readonly Metric[] = [
  ...BUILT_IN_METRICS,
  own('own-coffee', 'Coffee', 'cups'),
  own('own-push-ups', 'Push-ups', ''),
]

function own(id: string, name: string, unit: string): Metric {
  return {
    id: id as MetricId,
    name,
    unit,
    quantity: 'plain',
    min: 0,
    max: 1000,
    step: 1,
    direction: 'none',
    aggregate: 'sum',
    builtIn: false,
  }
}

/** The terms that a person has who changed nothing. */
export const IN_KG = termsOf(METRICS, DEFAULT_UNITS)

const units: fc.Arbitrary<UnitPreference> = fc.record({
  mass: fc.constantFrom('kg', 'lb', 'st'),
  energy: fc.constantFrom('kcal', 'kJ'),
})

export const terms = units.map((preference) => termsOf(METRICS, preference))

export const metric = fc.constantFrom(...METRICS.map(({ id }) => String(id)), 'gone')

const START = '2024-01-01' as CivilDate
export const day = fc.integer({ min: 0, max: 1000 }).map((days) => addDays(START, days))
export const size = fc.oneof(
  fc.double({ min: -2, max: 2, noNaN: true }),
  fc.double({ min: -5000, max: 5000, noNaN: true }),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
)
export const value = fc.oneof(
  fc.double({ min: 0, max: 24, noNaN: true }),
  fc.double({ min: 0, max: 20_000, noNaN: true }),
)
export const count = fc.integer({ min: 1, max: 4000 })

/** An effect with an interval about it that may or may not hold zero. */
export const effect = fc
  .tuple(size, fc.double({ min: 0.01, max: 3, noNaN: true }))
  .map(([of, share]) => ({ effect: of, ci95: [of - Math.abs(of) * share, of + Math.abs(of) * share] as const }))

export const span = fc
  .tuple(day, fc.integer({ min: 0, max: 900 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }))

const aspect = fc.constantFrom(undefined, 'whether' as const, 'amount' as const)

const base = fc
  .record({ effect, span, n: count, metricY: metric, aspectY: aspect, evidence: fc.constantFrom('strong', 'maybe') })
  .map(({ effect: sized, span: days, aspectY, ...rest }) => ({
    ...rest,
    ...sized,
    ...days,
    ...(aspectY === undefined ? {} : { aspectY }),
    p: 0.0123,
    q: 0.0456,
    method: 'test',
    version: 1,
    caveats: [],
  }))

const association: fc.Arbitrary<AssociationFinding> = fc
  .record({ base, metricX: metric, aspectX: aspect, lag: fc.integer({ min: 0, max: 7 }), threshold: value })
  .map(({ base: rest, aspectX, ...of }) => ({
    ...rest,
    ...of,
    ...(aspectX === undefined ? {} : { aspectX }),
    kind: 'association',
    r: 0.789,
    slope: 0.321,
    slopeError: 0.111,
  }))

const weekday: fc.Arbitrary<WeekdayFinding> = fc
  .record({ base, weekday: fc.integer({ min: 1, max: 7 }) })
  .map(({ base: rest, ...of }) => ({ ...rest, ...of, kind: 'weekday', byWeekday: [] }))

const trend: fc.Arbitrary<TrendFinding> = fc
  .record({ base, windowDays: fc.constantFrom(30, 90, 365) })
  .map(({ base: rest, ...of }) => ({ ...rest, ...of, kind: 'trend', robustSlope: 0 }))

export const finding: fc.Arbitrary<Finding> = fc.oneof(association, weekday, trend)

export const level = fc.record({ mean: value, n: count, span }).map(({ span: days, ...rest }) => ({ ...rest, ...days }))
