import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, parseCivilDate, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import { normalOf, seededRandom } from '../../../shared/random/seeded-random.ts'
import { tTwoSided } from '../numerics/student-t.ts'
import { theilSenSlope } from '../numerics/theil-sen.ts'
import { associate, isTested } from './association.ts'
import { roundThreshold } from './effect.ts'
import { judgePatterns } from './engine.ts'
import { falseDiscoveryRates } from './false-discovery.ts'
import { testPair } from './pair.ts'
import { isPlausible, PLAUSIBLE_LINKS } from './plausible-links.ts'
import { smallestCorrelation } from './power.ts'
import { testWeights } from './test-weights.ts'
import { testTrend } from './trend.ts'
import { type Variate, variatesOf } from './variate.ts'
import { testWeekdays } from './weekday.ts'

const NO = Number.NaN
const MONDAY = 4
const START = parseCivilDate('1970-01-05') ?? raise()

function raise(): never {
  throw new Error('nothing here')
}

function variate(values: ArrayLike<number>, metric = 'steps', first = MONDAY): Variate {
  const days = Float64Array.from(values)
  const n = days.filter((value) => !Number.isNaN(value)).length
  return variatesOf({ metric, first, values: days, n })[0] ?? raise()
}

const noise = (seed: number, days: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: days }, () => normalOf(random))
}

describe('false discovery rates', () => {
  const p = fc.array(fc.double({ min: 1e-9, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 })

  it('rise with p, lie between p and 1, and are the least of what a looser limit gives', () => {
    fc.assert(
      fc.property(p, (values) => {
        const rates = falseDiscoveryRates(values)
        values.forEach((value, i) => {
          // Times the number of tests and through it again.
          expect(rates[i]).toBeGreaterThanOrEqual(value * (1 - 1e-12))
          expect(rates[i]).toBeLessThanOrEqual(1)
          values.forEach((other, j) => {
            if (value <= other) expect(rates[i]).toBeLessThanOrEqual(rates[j] ?? NO)
          })
        })
      }),
    )
  })

  it('take exactly what the step-up procedure takes at that limit', () => {
    fc.assert(
      fc.property(p, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (values, alpha) => {
        const sorted = [...values].sort((a, b) => a - b)
        const last = sorted.findLastIndex((value, i) => value <= (alpha * (i + 1)) / sorted.length)
        const taken = falseDiscoveryRates(values).filter((rate) => rate <= alpha).length
        expect(Math.abs(taken - (last + 1))).toBe(0)
      }),
    )
  })

  it('a greater weight lowers the rate of its test', () => {
    const [even, heavy] = [falseDiscoveryRates([0.02, 0.5]), falseDiscoveryRates([0.02, 0.5], [1.5, 0.5])]
    expect(heavy[0]).toBeLessThan(even[0] ?? NO)
  })
})

describe('the weights of tests', () => {
  it('have the mean 1, whatever there is', () => {
    const kinds = fc.array(fc.constantFrom('plausible', 'association', 'weekday', 'trend'), { minLength: 1 })
    fc.assert(
      fc.property(kinds, (of) => {
        const sum = testWeights(of).reduce((all, weight) => all + weight, 0)
        expect(sum / of.length).toBeCloseTo(1, 9)
      }),
    )
  })

  it('give links half, and weekdays and trends a quarter each, and half of that of links to expected ones', () => {
    const kinds = ['plausible', 'association', 'association', 'association', 'weekday', 'trend'] as const
    expect([...testWeights(kinds)]).toEqual([1.5, 0.5, 0.5, 0.5, 1.5, 1.5])
  })

  it('expected links are of metrics that everybody has, within a day', () => {
    for (const [from, to] of PLAUSIBLE_LINKS) expect(isPlausible(from, to, 1)).toBe(true)
    expect(isPlausible('sleep', 'mood', 2)).toBe(false)
    expect(isPlausible('weight', 'mood', 0)).toBe(false)
  })
})

describe('an association', () => {
  const x = noise(1, 120)
  const y = noise(2, 120).map((value, t) => value + 0.6 * (x[t - 1] ?? 0))

  it('counts calendar days: a missing day breaks the lag and moves nothing', () => {
    const gappy = y.map((value, t) => (t % 5 === 2 ? NO : value))
    const tested = associate(variate(x), variate(gappy), 1)
    expect(tested).toMatchObject({ n: 119 - 24, lag: 1 })
    if (!isTested(tested)) throw new Error('not tested')
    expect(tested.slope).toBeGreaterThan(0.4)
    expect(tested.p).toBeLessThan(1e-4)
  })

  it('is the same wherever the metrics begin', () => {
    const whole = associate(variate(x), variate(y), 1)
    const later = associate(variate(x), variate([...Array.from({ length: 40 }, () => NO), ...y].slice(40), 'mood'), 1)
    if (!isTested(whole) || !isTested(later)) throw new Error('not tested')
    expect(later.p).toBeCloseTo(whole.p, 12)
    const apart = associate(variate(x), variate(y, 'mood', MONDAY + 700), 1)
    expect(apart).toMatchObject({ n: 0 })
  })

  it('scales with the units and not with anything else', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1000, noNaN: true }), (scale) => {
        const plain = associate(variate(x), variate(y), 1)
        const scaled = associate(variate(x.map((value) => value * scale)), variate(y), 1)
        if (!isTested(plain) || !isTested(scaled)) throw new Error('not tested')
        expect(scaled.p / plain.p).toBeCloseTo(1, 6)
        expect((scaled.slope * scale) / plain.slope).toBeCloseTo(1, 6)
      }),
      { numRuns: 20 },
    )
  })

  it('has p by the weaker of its two correlations', () => {
    const sticky: number[] = []
    for (const value of noise(3, 200)) sticky.push(0.9 * (sticky.at(-1) ?? 0) + value)
    const [a, b] = [variate(sticky), variate(noise(4, 200), 'mood')]
    const tested = associate(a, b, 0)
    if (!isTested(tested)) throw new Error('not tested')
    const { r, freedom, p } = tested
    expect(p).toBeGreaterThanOrEqual(tTwoSided(r * Math.sqrt(freedom / (1 - r * r)), freedom) - 1e-12)
  })

  it('says how many days are missing', () => {
    expect(associate(variate(x.slice(0, 14)), variate(y.slice(0, 14)), 0)).toEqual({ n: 14, needed: 15 })
    const rare = (values: readonly number[]) => values.map((value, t) => (t % 6 === 0 ? value : NO))
    expect(associate(variate(rare(x)), variate(rare(y)), 0)).toMatchObject({ n: 20, needed: 30 })
  })

  it('of a pair is told at its clearest lag, and only once', () => {
    const pair = testPair(variate(x, 'steps'), variate(y, 'weight'))
    expect(pair.tested).toHaveLength(7)
    const { findings, maybe, refusals } = judgePatterns([], [pair], 0.05)
    expect(findings).toMatchObject([{ metricX: 'steps', metricY: 'weight', lag: 1 }])
    expect(maybe.length + refusals.length).toBe(0)
  })

  it('that is sure and tiny is refused as too small', () => {
    const long = noise(5, 3650)
    const barely = noise(6, 3650).map((value, t) => value + 0.1 * (long[t] ?? 0))
    const { findings, refusals } = judgePatterns([], [testPair(variate(long), variate(barely, 'mood'))], 0.05)
    expect(findings).toEqual([])
    expect(refusals).toMatchObject([{ reason: 'too-small' }])
  })
})

describe('the threshold of an effect', () => {
  const rising = (values: readonly number[]) => Float64Array.from(values).sort()

  it('is round for the spread of the metric', () => {
    expect(roundThreshold(rising(noise(1, 200).map((value) => 7.4 + 0.8 * value)))).toBe(7.5)
    expect(roundThreshold(rising(noise(2, 200).map((value) => 7900 + 2500 * value)))).toBe(8000)
    expect(roundThreshold(rising(noise(3, 200).map((value) => 81.37 + 0.3 * value)))).toBeCloseTo(81.4, 12)
  })

  it('leaves ten days on each side wherever the metric allows', () => {
    const values = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 40, maxLength: 80 })
    fc.assert(
      fc.property(values, (days) => {
        const distinct = [...new Set(days)]
        fc.pre(distinct.length === days.length)
        const threshold = roundThreshold(rising(days))
        const above = days.filter((value) => value >= threshold).length
        expect(Math.min(above, days.length - above)).toBeGreaterThanOrEqual(10)
      }),
    )
  })

  it('splits few values as evenly as they can be', () => {
    expect(roundThreshold(rising([...Array(50).fill(1), ...Array(4).fill(2)]))).toBe(2)
    expect(roundThreshold(rising([...Array(20).fill(3), ...Array(30).fill(4)]))).toBe(4)
  })
})

describe('weekdays and trends', () => {
  it('each weekday is said beside the mean of the seven', () => {
    const test = testWeekdays(variate(noise(7, 280).map((value, t) => value + (t % 7 === 2 ? 3.5 : 0))))
    if (!('p' in test)) throw new Error('not tested')
    expect(test.byWeekday.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9)
    expect(test.most).toBe(2)
    expect(test.byWeekday[2]).toBeGreaterThan(2.5)
    expect(test.ci95[0]).toBeGreaterThan(2)
  })

  it('take four weeks with three of each weekday', () => {
    expect(testWeekdays(variate(noise(8, 27)))).toEqual({ n: 27, needed: 28 })
    const never = noise(8, 100).map((value, t) => (t % 7 === 6 ? NO : value))
    expect('p' in testWeekdays(variate(never))).toBe(false)
  })

  it('a trend is of the longest window that is recorded well enough', () => {
    const days = noise(9, 400).map((value, t) => value + 0.05 * t)
    const today = addDays(START, 400)
    expect(testTrend(variate(days), today)).toMatchObject({ windowDays: 365, n: 365 })
    const recent = days.map((value, t) => (t < 300 ? NO : value))
    expect(testTrend(variate(recent), today)).toMatchObject({ windowDays: 90, n: 90 })
    const trend = testTrend(variate(recent), today)
    if (!('p' in trend)) throw new Error('no trend')
    expect(trend.ci95[0]).toBeLessThan(0.35)
    expect(trend.ci95[1]).toBeGreaterThan(0.35)
    expect(trend.first).toBe(toEpochDay(today) - 90)
    expect(testTrend(variate(days), addDays(today, 60))).toMatchObject({ windowDays: 365 })
    expect(testTrend(variate(recent), addDays(today, 60))).toMatchObject({ reason: 'stale' })
  })

  it('the robust slope leaves outliers be', () => {
    const line = Float64Array.from({ length: 60 }, (_, t) => (t % 10 === 3 ? 1e6 : t % 7 === 4 ? NO : 5 + 2 * t))
    expect(theilSenSlope(line)).toBe(2)
    expect(theilSenSlope(Float64Array.of(1))).toBeNaN()
  })
})

describe('the smallest that would have been seen', () => {
  it('is seen in four of five cases, by simulation', () => {
    const threshold = 0.01
    const days = 100
    const r = smallestCorrelation(threshold, days - 2)
    let seen = 0
    for (let person = 0; person < 1000; person++) {
      const [x, own] = [noise(person, days), noise(10_000 + person, days)]
      const y = own.map((value, t) => r * (x[t] ?? NO) + Math.sqrt(1 - r * r) * value)
      const found = correlation(x, y)
      if (tTwoSided(found * Math.sqrt((days - 2) / (1 - found * found)), days - 2) < threshold) seen++
    }
    expect(seen / 1000).toBeGreaterThan(0.76)
    expect(seen / 1000).toBeLessThan(0.86)
  })

  function correlation(x: readonly number[], y: readonly number[]): number {
    const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length
    const [mx, my] = [mean(x), mean(y)]
    const product = (a: readonly number[], ma: number, b: readonly number[], mb: number) =>
      a.reduce((sum, value, i) => sum + (value - ma) * ((b[i] ?? NO) - mb), 0)
    return product(x, mx, y, my) / Math.sqrt(product(x, mx, x, mx) * product(y, my, y, my))
  }
})
