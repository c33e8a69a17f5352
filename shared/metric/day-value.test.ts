import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fields } from '../document/document.ts'
import { SLEEP, STEPS, WEIGHT } from './catalogue.ts'
import { dayField, dayValue, parseDayField } from './day-value.ts'
import { isWithinBounds, type Metric, type MetricId, type SourceId } from './metric.ts'

const source = (name: string) => name as SourceId
const sources = ['csv', 'fitbit', 'google-fit', 'withings'].map(source)

const fieldsOf = (metric: Metric): fc.Arbitrary<Fields> =>
  fc
    .dictionary(
      fc.constantFrom(
        metric.id,
        ...sources.map((s) => dayField(metric.id, s)),
        'deleted',
        `${metric.id}x@csv`,
        'x@csv',
      ),
      fc.oneof(
        fc.integer({ min: metric.min, max: metric.max }),
        fc.constantFrom(null, true, '12', Number.NaN, metric.max + 1, metric.min - 1),
      ),
    )
    .map((fields) => fields as Fields)

const preferred = fc.shuffledSubarray(sources)

const possible = (metric: Metric, value: unknown): value is number =>
  typeof value === 'number' && isWithinBounds(metric, value)

/** Every possible import of the metric that the fields hold. */
const imports = (metric: Metric, fields: Fields) =>
  sources.flatMap((origin) => {
    const value = fields[dayField(metric.id, origin)]
    return possible(metric, value) ? [{ origin, value }] : []
  })

describe('the winner rule', () => {
  it('the typed value wins over any import', () => {
    fc.assert(
      fc.property(fieldsOf(STEPS), preferred, (fields, order) => {
        const typed = fields['steps']
        fc.pre(possible(STEPS, typed))
        expect(dayValue(STEPS, fields, order)).toMatchObject({ origin: 'typed', value: typed })
      }),
    )
  })

  it('of an additive metric the largest import wins, whatever is preferred', () => {
    fc.assert(
      fc.property(fieldsOf(STEPS), preferred, (fields, order) => {
        const all = imports(STEPS, fields)
        fc.pre(!possible(STEPS, fields['steps']) && all.length > 0)
        const won = dayValue(STEPS, fields, order)
        expect(won?.value).toBe(Math.max(...all.map(({ value }) => value)))
        expect(all).toContainEqual({ origin: won?.origin, value: won?.value })
      }),
    )
  })

  it('of any other metric the first preferred source that has one wins, then the first by name', () => {
    fc.assert(
      fc.property(fieldsOf(WEIGHT), preferred, (fields, order) => {
        const all = imports(WEIGHT, fields)
        fc.pre(!possible(WEIGHT, fields['weight']) && all.length > 0)
        const names = all.map(({ origin }) => origin)
        const expected = order.find((s) => names.includes(s)) ?? names.toSorted((a, b) => (a < b ? -1 : 1))[0]
        expect(dayValue(WEIGHT, fields, order)?.origin).toBe(expected)
      }),
    )
  })

  it('lists every possible value once, the winner first, and nothing else', () => {
    fc.assert(
      fc.property(fieldsOf(SLEEP), preferred, (fields, order) => {
        const won = dayValue(SLEEP, fields, order)
        const typed = fields['sleep']
        const count = imports(SLEEP, fields).length + (possible(SLEEP, typed) ? 1 : 0)
        expect(won?.candidates.length ?? 0).toBe(count)
        if (won !== undefined) expect(won.candidates[0]).toEqual({ origin: won.origin, value: won.value })
        expect(new Set(won?.candidates.map(({ origin }) => origin)).size).toBe(count)
      }),
    )
  })

  it('does not depend on the order in which fields were written', () => {
    fc.assert(
      fc.property(fieldsOf(STEPS), preferred, (fields, order) => {
        const reversed = Object.fromEntries(Object.entries(fields).reverse())
        expect(dayValue(STEPS, reversed, order)).toEqual(dayValue(STEPS, fields, order))
      }),
    )
  })

  it('a cleared, impossible or unnamed value is none', () => {
    expect(dayValue(STEPS, {})).toBeUndefined()
    expect(dayValue(STEPS, { steps: null, 'steps@csv': -1, 'steps@': 5, 'stepsx@csv': 5 })).toBeUndefined()
    expect(dayValue(STEPS, { steps: null, 'steps@csv': 4000 })).toMatchObject({ origin: 'csv', value: 4000 })
    expect(dayValue(WEIGHT, { weight: 7, 'weight@withings': 74.6 })).toMatchObject({ origin: 'withings', value: 74.6 })
  })
})

describe('the name of a day field', () => {
  it('round trips', () => {
    const slug = fc.stringMatching(/^[a-z][a-z0-9-]{0,11}$/).filter((name) => name !== 'deleted')
    fc.assert(
      fc.property(slug, fc.option(slug, { nil: undefined }), (metric, from) => {
        const field = dayField(metric as MetricId, from === undefined ? undefined : source(from))
        expect(parseDayField(field)).toEqual(from === undefined ? { metric } : { metric, source: from })
      }),
    )
  })

  it('is no value where a part is missing', () => {
    for (const field of ['', 'deleted', '@csv', 'steps@', '@']) expect(parseDayField(field), field).toBeUndefined()
  })
})
