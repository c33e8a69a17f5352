/**
 * `node scripts/insight/compare-patterns.ts`: the table of decision 0019. How often methods that are in use find a link
 * between metrics that have none, beside ours, and how the autocorrelation that is taken moves the weekday test.
 */
import { pathToFileURL } from 'node:url'
import { fUpperTail } from '../../web/insight/numerics/f-distribution.ts'
import { tTwoSided } from '../../web/insight/numerics/student-t.ts'
import { type Association, associate, isTested } from '../../web/insight/pattern/association.ts'
import { judgePatterns } from '../../web/insight/pattern/engine.ts'
import { falseDiscoveryRates } from '../../web/insight/pattern/false-discovery.ts'
import { MOST_LAG, testPair } from '../../web/insight/pattern/pair.ts'
import { type Variate, variatesOf } from '../../web/insight/pattern/variate.ts'
import { adjust } from '../../web/insight/series/adjustment.ts'
import { autocorrelationWithin } from '../../web/insight/series/autocorrelation.ts'
import { fitGls } from '../../web/insight/series/gls.ts'
import { METRICS, randomFor } from './made-person.ts'
import { nullDays } from './null-days.ts'

const PERSONS = 200
const ALPHA = 0.05
const MONDAY = 4
const CELLS = [
  { days: 90, phi: 0.3 },
  { days: 90, phi: 0.6 },
  { days: 365, phi: 0.3 },
  { days: 365, phi: 0.6 },
]

/** Whether a person is told a link, by six adjusted metrics and by their days as they are. */
type Method = (variates: readonly Variate[], raw: readonly Float64Array[]) => boolean

const METHODS: Readonly<Record<string, Method>> = {
  OwnIt: (variates) => {
    const pairs = variates.flatMap((a, i) => variates.slice(i + 1).map((b) => testPair(a, b)))
    return judgePatterns([], pairs, ALPHA).findings.length > 0
  },
  'the same, by the autocorrelation of the later metric alone': (variates) =>
    anyOf(rOnly(variates).map(({ r, freedom }) => pOf(r, freedom))),
  'adjusted days, Pearson, Benjamini-Hochberg': (variates) =>
    anyOf(correlations(variates.map(({ adjusted }) => adjusted.residuals)).map(({ r, n }) => pOf(r, n - 2))),
  'days as they are, Pearson, Benjamini-Hochberg': (_, raw) =>
    anyOf(correlations(raw).map(({ r, n }) => pOf(r, n - 2))),
  'days as they are, Pearson, p < .05 each': (_, raw) => correlations(raw).some(({ r, n }) => pOf(r, n - 2) < ALPHA),
  'days as they are, r above .3': (_, raw) => correlations(raw).some(({ r }) => Math.abs(r) > 0.3),
}

/** Share of persons without any link who are told one, by method and cell. Metrics drift and differ by weekday. */
export function falseLinks(persons: number): { method: string; shares: number[] }[] {
  return Object.entries(METHODS).map(([method, isTold]) => ({
    method,
    shares: CELLS.map(({ days, phi }, cell) => {
      let told = 0
      for (let person = 0; person < persons; person++) {
        const random = randomFor(300 + cell, person)
        const raw = METRICS.map((_, i) => {
          const slope = 3 * random() - 1.5
          return nullDays(random, { days, phi, missing: 0.15, isHeavyTailed: i % 3 === 0, weekly: 0.4 }).map(
            (value, day) => value + (slope * day) / days,
          )
        })
        const variates = raw.flatMap((values, i) =>
          variatesOf({ metric: METRICS[i] ?? '', first: MONDAY, values, n: days }),
        )
        if (isTold(variates, raw)) told++
      }
      return told / persons
    }),
  }))
}

/** Share of series without weekdays that are told some with p < .05, by what is taken for the autocorrelation. */
export function falseWeekdays(series: number): { days: number; phi: number; shares: number[] }[] {
  return [30, 60, 100].flatMap((days) =>
    [0, 0.3, 0.6].map((phi, row) => {
      const told = [0, 0, 0, 0]
      for (let i = 0; i < series; i++) {
        const random = randomFor(400 + days + row, i)
        const made = adjust(nullDays(random, { days, phi, missing: 0, isHeavyTailed: false, weekly: 0 }), MONDAY)
        const { lower, upper } = autocorrelationWithin(made.phi, days)
        ;[0, lower, made.phi, upper].forEach((taken, column) => {
          const fit = fitGls(made.values, made.design, taken)
          const explained = fit.explained.subarray(made.design.knots).reduce((sum, value) => sum + value, 0)
          const f = explained / 6 / (fit.residual / fit.freedom)
          if (fUpperTail(f, 6, fit.freedom) < ALPHA) told[column] = (told[column] ?? 0) + 1
        })
      }
      return { days, phi, shares: told.map((count) => count / series) }
    }),
  )
}

const pOf = (r: number, freedom: number) => tTwoSided(r * Math.sqrt(freedom / (1 - r * r)), freedom)
const anyOf = (p: readonly number[]) => falseDiscoveryRates(p).some((rate) => rate <= ALPHA)

function rOnly(variates: readonly Variate[]): Association[] {
  return everyPair(variates.length).flatMap(([x, y, lag]) => {
    const [a, b] = [variates[x], variates[y]]
    const tested = a === undefined || b === undefined ? undefined : associate(a, b, lag)
    return tested !== undefined && isTested(tested) ? [tested] : []
  })
}

function correlations(series: readonly Float64Array[]): { r: number; n: number }[] {
  return everyPair(series.length).map(([x, y, lag]) => {
    const [a, b] = [series[x] ?? new Float64Array(0), series[y] ?? new Float64Array(0)]
    const both = Array.from(b, (value, day) => [a[day - lag] ?? Number.NaN, value] as const).filter(
      ([earlier, later]) => !Number.isNaN(earlier + later),
    )
    const mean = (of: 0 | 1) => both.reduce((sum, days) => sum + days[of], 0) / both.length
    const [meanA, meanB] = [mean(0), mean(1)]
    const product = (one: 0 | 1, other: 0 | 1) => {
      const means = [meanA, meanB] as const
      return both.reduce((sum, days) => sum + (days[one] - means[one]) * (days[other] - means[other]), 0)
    }
    return { r: product(0, 1) / Math.sqrt(product(0, 0) * product(1, 1)), n: both.length }
  })
}

/** The tests of the app: a pair on the same day once, and each after the other. */
function everyPair(count: number): [x: number, y: number, lag: number][] {
  const lags = Array.from({ length: MOST_LAG + 1 }, (_, lag) => lag)
  return lags.flatMap((lag) =>
    Array.from({ length: count * count }, (_, i): [number, number, number] => [
      Math.floor(i / count),
      i % count,
      lag,
    ]).filter(([x, y]) => (lag === 0 ? x < y : x !== y)),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const percent = (shares: readonly number[]) => shares.map((share) => (share * 100).toFixed(1).padStart(6)).join('')
  for (const { method, shares } of falseLinks(PERSONS)) console.log(method.padEnd(62), percent(shares))
  console.log('weekdays, days and phi, by none, a standard error below, the estimate, one above')
  for (const { days, phi, shares } of falseWeekdays(20 * PERSONS))
    console.log(`${days} ${phi}`.padEnd(62), percent(shares))
}
