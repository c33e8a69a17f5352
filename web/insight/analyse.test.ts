import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import { normalOf, seededRandom } from '../../shared/random/seeded-random.ts'
import { analyse, createAnalyser } from './analyse.ts'
import type { Analysis } from './analysis.ts'
import type { DailySeries } from './daily-series.ts'

const date = (text: string): CivilDate => {
  const parsed = parseCivilDate(text)
  if (parsed === undefined) throw new Error(text)
  return parsed
}
/** A Monday. */
const START = date('2024-01-01')
const NO = Number.NaN

const series = (metric: string, values: ArrayLike<number>, start = START): DailySeries => ({
  metric,
  start,
  values: Float64Array.from(values),
})
const noise = (seed: number, days: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: days }, () => normalOf(random))
}
const dayAfter = (days: number) => addDays(START, days)

/** Sleep that goes with the mood of the next day: half an hour a point. */
function linked(days: number, seed = 1): DailySeries[] {
  const [a, b, c] = [noise(seed, days), noise(seed + 1, days), noise(seed + 2, days)]
  return [
    series(
      'sleep',
      a.map((value) => 7.4 + 0.8 * value),
    ),
    series(
      'mood',
      b.map((value, t) => 3.2 + 0.5 * (a[t - 1] ?? 0) + 0.6 * value),
    ),
    series(
      'protein',
      c.map((value) => 90 + 20 * value),
    ),
  ]
}

describe('an analysis', () => {
  it('tells a link with its size in the units of the person, its interval and its days', () => {
    const { findings } = analyse(linked(200), { today: dayAfter(200) })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      kind: 'association',
      metricX: 'sleep',
      metricY: 'mood',
      lag: 1,
      threshold: 7.5,
      n: 199,
      from: '2024-01-02',
      to: '2024-07-18',
      evidence: 'strong',
      caveats: ['short'],
    })
    const [finding] = findings
    if (finding?.kind !== 'association') throw new Error('no association')
    // 0.625 of mood an hour, over 1.28 hours between the halves of a normal distribution of 0.8 hours.
    expect(finding.slope).toBeGreaterThan(0.5)
    expect(finding.slope).toBeLessThan(0.75)
    expect(finding.effect).toBeGreaterThan(0.6)
    expect(finding.effect).toBeLessThan(1)
    expect(finding.ci95[0]).toBeLessThan(finding.effect)
    expect(finding.ci95[1]).toBeGreaterThan(finding.effect)
    expect(finding.q).toBeLessThan(0.001)
  })

  it('tells a weekday and a trend with theirs', () => {
    const values = noise(5, 300).map((value, t) => 8000 + 1500 * value + (t % 7 === 5 ? 3000 : 0) - 20 * t)
    const { findings } = analyse([series('steps', values)], { today: dayAfter(300) })
    const weekday = findings.find(({ kind }) => kind === 'weekday')
    expect(weekday).toMatchObject({ metricY: 'steps', weekday: 6, n: 300, from: '2024-01-01', to: '2024-10-26' })
    expect(weekday?.effect).toBeGreaterThan(2000)
    expect(weekday?.effect).toBeLessThan(3200)
    const trend = findings.find(({ kind }) => kind === 'trend')
    expect(trend).toMatchObject({ metricY: 'steps', windowDays: 365, n: 300 })
    expect(trend?.ci95[0]).toBeLessThan(-140)
    expect(trend?.ci95[1]).toBeGreaterThan(-140)
    expect(trend?.kind === 'trend' && Math.abs(trend.robustSlope + 140)).toBeLessThan(80)
  })

  it('says what was looked for and not seen, with the smallest that would have been', () => {
    const { findings, refusals } = analyse(linked(200), { today: dayAfter(200) })
    const refusal = refusals.find(({ metricX, metricY }) => metricX === 'sleep' && metricY === 'protein')
    expect(refusal).toMatchObject({ looked: 'association', reason: 'nothing-seen' })
    expect(refusal?.n).toBeGreaterThan(196)
    expect(refusal?.smallestSeen).toBeGreaterThan(0.2)
    expect(refusal?.smallestSeen).toBeLessThan(0.4)
    // That correlation, of a metric whose halves lie 1.6 of its deviations of 20 g apart.
    expect(refusal?.smallestEffect).toBeGreaterThan(6)
    expect(refusal?.smallestEffect).toBeLessThan(14)
    // A pair is told once or refused once, and so are each metric's weekdays and trend.
    expect(findings.length + refusals.filter(({ looked }) => looked === 'association').length).toBe(3)
    for (const looked of ['weekday', 'trend'] as const) {
      expect(refusals.filter((each) => each.looked === looked).map(({ metricY }) => metricY)).toEqual([
        'sleep',
        'mood',
        'protein',
      ])
    }
  })

  it('looks at no day that is not over, nor at any to come', () => {
    const made = linked(200)
    const until = (days: number) =>
      made.map(({ metric, start, values }) => ({ metric, start, values: values.slice(0, days) }))
    expect(analyse(made, { today: dayAfter(120) })).toEqual(analyse(until(120), { today: dayAfter(120) }))
  })

  it('finds what a slip of the keys hides', () => {
    const [sleep, ...others] = linked(200)
    if (sleep === undefined) throw new Error('no sleep')
    const values = sleep.values.slice()
    values[60] = 1e9
    const { findings } = analyse([{ ...sleep, values }, ...others], { today: dayAfter(200) })
    expect(findings).toMatchObject([{ metricX: 'sleep', metricY: 'mood', lag: 1, threshold: 7.5 }])
  })

  it('takes the metric that is zero on most days apart: whether, and how much', () => {
    const [done, amount, other] = [noise(7, 400), noise(8, 400), noise(9, 400)]
    const exercise = done.map((value, t) => (value > 0.5 ? Math.round(45 + 10 * (amount[t] ?? 0)) : 0))
    const mood = other.map((value, t) => 3 + 0.6 * value + (exercise[t] === 0 ? 0 : 1))
    const { findings, refusals } = analyse([series('exercise', exercise), series('mood', mood)], {
      today: dayAfter(400),
    })
    expect(findings).toMatchObject([{ metricX: 'exercise', aspectX: 'whether', metricY: 'mood', lag: 0, threshold: 1 }])
    expect(findings[0]?.caveats).toContain('mostly-zero')
    expect(findings[0]?.effect).toBeGreaterThan(0.8)
    expect(findings[0]?.effect).toBeLessThan(1.2)
    expect(refusals).toContainEqual(
      expect.objectContaining({ looked: 'association', metricX: 'exercise', aspectX: 'amount', metricY: 'mood' }),
    )
  })

  it('compares the twenty metrics with most days and says so of the others', () => {
    const many = Array.from({ length: 50 }, (_, i) => series(`metric ${i}`, noise(i, 60 + i)))
    const { refusals } = analyse(many, { today: dayAfter(200) })
    const left = refusals.filter(({ reason }) => reason === 'too-many-metrics')
    expect(left).toHaveLength(30)
    expect(left.map(({ metricY }) => metricY)).toContain('metric 0')
    expect(left.map(({ metricY }) => metricY)).not.toContain('metric 49')
  })

  it('says how many days are missing where there are too few', () => {
    const { findings, refusals } = analyse(linked(14), { today: dayAfter(14) })
    expect(findings).toEqual([])
    expect(refusals).toContainEqual(
      expect.objectContaining({ looked: 'weekday', metricY: 'mood', reason: 'too-few-days', n: 14, needed: 28 }),
    )
    expect(analyse(linked(100), { today: dayAfter(400) }).refusals).toContainEqual(
      expect.objectContaining({ looked: 'trend', metricY: 'mood', reason: 'stale', n: 0 }),
    )
  })
})

describe('whatever the days are', () => {
  const oneOf = <T>(...values: T[]) => fc.constantFrom(...values)
  const day = fc.oneof(
    { weight: 6, arbitrary: fc.double({ min: 0, max: 20_000, noNaN: true }) },
    { weight: 3, arbitrary: oneOf(NO, 0) },
    { weight: 1, arbitrary: oneOf(1e9, -1e9, Number.POSITIVE_INFINITY, 1e-12) },
  )
  const days = fc.oneof(
    fc.array(day, { maxLength: 150 }),
    // Constant, all missing, few values, one day ten years from the others.
    fc.tuple(oneOf(0, 5, NO, 1e9), fc.nat(100)).map(([value, n]) => Array.from({ length: n }, () => value)),
    fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 100 }),
    fc.array(day, { maxLength: 80 }).map((recent) => [3, ...Array.from({ length: 3650 }, () => NO), ...recent]),
    fc.nat(120).map((n) => Array.from({ length: n }, (_, t) => 80 - t * 0.1)),
    // Units of any size.
    fc
      .tuple(oneOf(1e-320, 1e-160, 1e-30, 1e30, 1e90, 1e160, 1e300), fc.nat(120))
      .map(([size, n]) => noise(n, n).map((value) => size * (value + 3))),
  )
  const anySeries = fc
    .tuple(oneOf('steps', 'sleep', 'mood', 'custom-a', 'custom-b'), days, fc.integer({ min: -4000, max: 100 }))
    .map(([metric, values, from]) => series(metric, values, addDays(START, from)))

  const everyNumber = (value: unknown): number[] => {
    if (typeof value === 'number') return [value]
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(everyNumber) : []
  }

  it('nothing is thrown, every number is a number, and each pair and metric is answered', () => {
    fc.assert(
      fc.property(fc.array(anySeries, { maxLength: 4 }), (many) => {
        const analysis = analyse(many, { today: START })
        for (const value of everyNumber(analysis)) expect(Number.isFinite(value)).toBe(true)
        for (const { q, p, ci95, effect } of [...analysis.findings, ...analysis.maybe]) {
          expect(p >= 0 && p <= q && q <= 0.1).toBe(true)
          expect(ci95[0] <= effect && effect <= ci95[1]).toBe(true)
        }
        const metrics = new Set(many.map(({ metric }) => metric))
        const answered = [...analysis.findings.map(({ kind }) => kind), ...analysis.maybe.map(({ kind }) => kind)]
        const trends = answered.filter((kind) => kind === 'trend').length
        const refused = analysis.refusals.filter(({ looked }) => looked === 'trend').length
        expect(trends + refused).toBeGreaterThanOrEqual(metrics.size)
      }),
      { numRuns: 150 },
    )
  })
})

describe('somebody who asks again', () => {
  it('is answered as if for the first time, whatever was edited', () => {
    const edit = fc.record({ metric: fc.nat(2), day: fc.nat(99), value: fc.double({ min: 0, max: 10, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 5 }), fc.integer({ min: 95, max: 105 }), (edits, today) => {
        const again = createAnalyser()
        const made = linked(100).map((each) => ({ ...each, values: each.values.slice() }))
        const answers: Analysis[] = [again(made, { today: dayAfter(100) })]
        for (const { metric, day, value } of edits) {
          const values = made[metric]?.values
          if (values !== undefined) values[day] = value
          answers.push(again(made, { today: dayAfter(today) }))
        }
        expect(answers.at(-1)).toEqual(analyse(made, { today: dayAfter(edits.length === 0 ? 100 : today) }))
      }),
      { numRuns: 20 },
    )
  })
})
