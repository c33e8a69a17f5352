import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_METRICS, CALORIES, MOOD, PROTEIN, SLEEP, STEPS, WEIGHT } from './catalogue.ts'
import type { Metric, MetricId } from './metric.ts'
import { readTyped, typedText } from './typed-value.ts'
import {
  DEFAULT_UNITS,
  displayUnit,
  fromDisplay,
  KG_PER_LB,
  KJ_PER_KCAL,
  showDifference,
  showValue,
  toDisplay,
  type UnitPreference,
} from './unit.ts'

const POUNDS: UnitPreference = { mass: 'lb', energy: 'kJ' }
const STONES: UnitPreference = { mass: 'st', energy: 'kcal' }
const units = fc.constantFrom(DEFAULT_UNITS, POUNDS, STONES)

const pages: Metric = {
  id: 'pages' as MetricId,
  name: 'Pages',
  unit: 'pages',
  quantity: 'plain',
  min: -1e6,
  max: 1e6,
  step: 1,
  direction: 'up',
  aggregate: 'sum',
  builtIn: false,
}
const ownMetric = fc.constantFrom(1, 0.5, 0.25, 0.01, 10, 1e-7).map((step) => ({ ...pages, step }))
const metric = fc.oneof(fc.constantFrom(...BUILT_IN_METRICS), ownMetric)
const metricAndValue = metric.chain((m) => fc.tuple(fc.constant(m), fc.double({ min: m.min, max: m.max, noNaN: true })))

/** Half of the last figure that is shown, in the stored unit. */
function shownPrecision(m: Metric, preference: UnitPreference): number {
  const kgPerUnit = preference.mass === 'kg' ? 1 : KG_PER_LB
  switch (m.quantity) {
    case 'mass':
      return 0.05 * kgPerUnit
    case 'energy':
      return preference.energy === 'kJ' ? 0.5 / KJ_PER_KCAL : 0.5
    case 'duration':
      return 0.5 / 60
    case 'count':
      return 0.5
    case 'rating':
      return 0.05
    case 'plain':
      return { 0.25: 0.005, 0.01: 0.005, 1e-7: 0.5e-7 }[m.step] ?? 0.05
  }
}

describe('the text of a field', () => {
  it('reads back as the stored value, to half of the last figure that is shown', () => {
    fc.assert(
      fc.property(metricAndValue, units, ([m, value], preference) => {
        const back = readTyped(m, typedText(m, value, preference), preference)
        expect(back).toBeDefined()
        expect(Math.abs((back ?? Number.NaN) - value)).toBeLessThanOrEqual(shownPrecision(m, preference) + 1e-9)
      }),
      { numRuns: 500 },
    )
  })

  it('shows what is shown elsewhere, and reading it again changes nothing more', () => {
    fc.assert(
      fc.property(metricAndValue, units, ([m, value], preference) => {
        const text = typedText(m, value, preference)
        const once = readTyped(m, text, preference) ?? Number.NaN
        expect(typedText(m, once, preference)).toBe(text)
        expect(showValue(m, once, preference).text).toBe(showValue(m, value, preference).text)
      }),
      { numRuns: 500 },
    )
  })

  it('a figure copied from the screen can be typed', () => {
    fc.assert(
      fc.property(metricAndValue, units, ([m, value], preference) => {
        const { figure } = showValue(m, value, preference)
        const back = readTyped(m, figure, preference) ?? Number.NaN
        expect(showValue(m, back, preference).figure).toBe(figure)
      }),
      { numRuns: 500 },
    )
  })

  it('is short', () => {
    expect(typedText(WEIGHT, 74.6, DEFAULT_UNITS)).toBe('74.6')
    expect(typedText(WEIGHT, 75, DEFAULT_UNITS)).toBe('75')
    expect(typedText(WEIGHT, 74.6, STONES)).toBe('11 10.5')
    expect(typedText(STEPS, 8214, DEFAULT_UNITS)).toBe('8214')
    expect(typedText(STEPS, 100, DEFAULT_UNITS)).toBe('100')
    expect(typedText(SLEEP, 7.7, DEFAULT_UNITS)).toBe('7:42')
    expect(typedText(SLEEP, 7.9999, DEFAULT_UNITS)).toBe('8:00')
    expect(typedText(CALORIES, 2100, POUNDS)).toBe('8786')
    expect(typedText(PROTEIN, 82.5, DEFAULT_UNITS)).toBe('82.5')
    expect(typedText(pages, -0.01, DEFAULT_UNITS)).toBe('0')
    expect(typedText({ ...pages, step: 1e-7 }, 3e-7, DEFAULT_UNITS)).toBe('0.0000003')
  })
})

describe('what a person types', () => {
  const cases: readonly [Metric, UnitPreference, string, number | undefined][] = [
    [STEPS, DEFAULT_UNITS, '5,000', 5000],
    [STEPS, DEFAULT_UNITS, '5.000', 5000],
    [STEPS, DEFAULT_UNITS, '5 000', 5000],
    [STEPS, DEFAULT_UNITS, '5\u202f000', 5000],
    [STEPS, DEFAULT_UNITS, '5\u00a0000', 5000],
    [STEPS, DEFAULT_UNITS, ' 12500 ', 12_500],
    [STEPS, DEFAULT_UNITS, '1,234,567', 1_234_567],
    [STEPS, DEFAULT_UNITS, '5 00', undefined],
    [STEPS, DEFAULT_UNITS, '5,0,0', undefined],
    [STEPS, DEFAULT_UNITS, '-5', -5],
    [STEPS, DEFAULT_UNITS, '', undefined],
    [STEPS, DEFAULT_UNITS, '   ', undefined],
    [STEPS, DEFAULT_UNITS, 'many', undefined],
    [STEPS, DEFAULT_UNITS, '1e5', undefined],
    [STEPS, DEFAULT_UNITS, '0x10', undefined],
    [STEPS, DEFAULT_UNITS, 'Infinity', undefined],
    [WEIGHT, DEFAULT_UNITS, '74,5', 74.5],
    [WEIGHT, DEFAULT_UNITS, '74.5', 74.5],
    [WEIGHT, DEFAULT_UNITS, '.5', 0.5],
    [WEIGHT, DEFAULT_UNITS, '74,500', 74.5],
    [WEIGHT, POUNDS, '100', 45.359237],
    [WEIGHT, STONES, '11 st 10.5', 164.5 * KG_PER_LB],
    [WEIGHT, STONES, '11 st 10,5 lb', 164.5 * KG_PER_LB],
    [WEIGHT, STONES, '11st10.5', 164.5 * KG_PER_LB],
    [WEIGHT, STONES, '11 10.5', 164.5 * KG_PER_LB],
    [WEIGHT, STONES, '11 st', 154 * KG_PER_LB],
    [WEIGHT, STONES, '11', 154 * KG_PER_LB],
    [WEIGHT, STONES, '11 14', undefined],
    [WEIGHT, STONES, '11.5', undefined],
    [SLEEP, DEFAULT_UNITS, '7:42', 7.7],
    [SLEEP, DEFAULT_UNITS, '7h42', 7.7],
    [SLEEP, DEFAULT_UNITS, '7 h 42', 7.7],
    [SLEEP, DEFAULT_UNITS, '7h 42min', 7.7],
    [SLEEP, DEFAULT_UNITS, '7h', 7],
    [SLEEP, DEFAULT_UNITS, '7.5', 7.5],
    [SLEEP, DEFAULT_UNITS, '7,5', 7.5],
    [SLEEP, DEFAULT_UNITS, '7:60', undefined],
    [CALORIES, DEFAULT_UNITS, '2,100', 2100],
    [CALORIES, POUNDS, '8,786.4', undefined],
    [CALORIES, POUNDS, '4184', 1000],
    [PROTEIN, DEFAULT_UNITS, '82,5', 82.5],
    [MOOD, DEFAULT_UNITS, '4', 4],
    [pages, DEFAULT_UNITS, '5,000', 5000],
    [pages, DEFAULT_UNITS, '−12', -12],
    [{ ...pages, step: 0.001 }, DEFAULT_UNITS, '5,001', 5.001],
  ]

  it.each(cases)('%o, %o: "%s"', (m, preference, text, expected) => {
    const read = readTyped(m, text, preference)
    if (expected === undefined) expect(read).toBeUndefined()
    else expect(read).toBeCloseTo(expected, 9)
  })

  it('is a number or nothing, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[-+0-9:,. hst]{0,9}$/)),
        metric,
        units,
        (text, m, preference) => {
          const read = readTyped(m, text, preference)
          expect(read === undefined || Number.isFinite(read)).toBe(true)
        },
      ),
    )
  })
})

describe('what a person reads', () => {
  it.each([
    [WEIGHT, 74.6, DEFAULT_UNITS, '74.6 kg'],
    [WEIGHT, 75, DEFAULT_UNITS, '75.0 kg'],
    [WEIGHT, 74.6, POUNDS, '164.5 lb'],
    [WEIGHT, 74.6, STONES, '11 st 10.5 lb'],
    // 13.96 lb is 14.0 when shown, and that is a stone.
    [WEIGHT, (11 * 14 + 13.96) * KG_PER_LB, STONES, '12 st 0 lb'],
    [STEPS, 8214, DEFAULT_UNITS, '8\u202f214'],
    [STEPS, 100_000, DEFAULT_UNITS, '100\u202f000'],
    [SLEEP, 7.7, DEFAULT_UNITS, '7 h 42'],
    [SLEEP, 7.9999, DEFAULT_UNITS, '8 h 00'],
    [CALORIES, 2100, DEFAULT_UNITS, '2\u202f100 kcal'],
    [CALORIES, 2100, POUNDS, '8\u202f786 kJ'],
    [PROTEIN, 82, DEFAULT_UNITS, '82 g'],
    [MOOD, 3.5, DEFAULT_UNITS, '3.5'],
    [pages, -1200, DEFAULT_UNITS, '−1\u202f200 pages'],
    [pages, -0.01, DEFAULT_UNITS, '0 pages'],
  ] as const)('%o %d', (m, value, preference, text) => {
    expect(showValue(m, value, preference).text).toBe(text)
  })

  it('a difference carries its sign', () => {
    expect(showDifference(WEIGHT, 0.4, DEFAULT_UNITS).text).toBe('+0.4 kg')
    expect(showDifference(STEPS, -1200, DEFAULT_UNITS).text).toBe('−1\u202f200')
    expect(showDifference(SLEEP, -11 / 60, DEFAULT_UNITS).text).toBe('−0 h 11')
    expect(showDifference(WEIGHT, -1, STONES).text).toBe('−0 st 2.2 lb')
  })

  it('display units convert there and back, and stones chart in pounds', () => {
    fc.assert(
      fc.property(metricAndValue, units, ([m, value], preference) => {
        expect(fromDisplay(m, toDisplay(m, value, preference), preference)).toBeCloseTo(value, 6)
      }),
    )
    expect(toDisplay(WEIGHT, KG_PER_LB, STONES)).toBe(1)
    expect(displayUnit(WEIGHT, STONES)).toBe('lb')
    expect(displayUnit(WEIGHT, DEFAULT_UNITS)).toBe('kg')
    expect(displayUnit(CALORIES, POUNDS)).toBe('kJ')
    expect(displayUnit(PROTEIN, POUNDS)).toBe('g')
  })
})
