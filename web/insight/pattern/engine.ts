import type { Finding, Refusal } from '../analysis.ts'
import type { Association } from './association.ts'
import { falseDiscoveryRates } from './false-discovery.ts'
import { associationFinding, trendFinding, weekdayFinding } from './findings.ts'
import type { Pair } from './pair.ts'
import { isPlausible } from './plausible-links.ts'
import { associationRefusal, noTrend, ownRefusal, pairUntested, weekdaysUntested } from './refusals.ts'
import { type TestKind, testWeights } from './test-weights.ts'
import type { NoTrend, TrendTest } from './trend.ts'
import type { Variate } from './variate.ts'
import type { WeekdayTest } from './weekday.ts'

/** What a variate was tested for by itself. */
export interface OwnTests {
  readonly variate: Variate
  readonly weekday: WeekdayTest | { n: number; needed: number }
  readonly trend: TrendTest | NoTrend
}

export interface Patterns {
  /** Clearest first. */
  readonly findings: readonly Finding[]
  readonly maybe: readonly Finding[]
  readonly refusals: readonly Refusal[]
}

/** Associations below this are not worth telling, however sure they are. */
const LEAST_CORRELATION = 0.15

/** A p-value has been tested with others; what came of that. */
export interface Judged {
  readonly q: number
  /** The p below which this test would have been taken, the others being as they are. */
  readonly threshold: number
}

/**
 * Judges all tests of a person's days together: of what is in `findings`, at most the share `alpha` is there by chance,
 * on average over people; in `maybe` twice that. Of each pair the clearest lag is said. What is not said is in
 * `refusals`, with the smallest effect that would have been.
 */
export function judgePatterns(own: readonly OwnTests[], pairs: readonly Pair[], alpha: number): Patterns {
  const judge = judging(own, pairs, alpha)
  const findings: Finding[] = []
  const maybe: Finding[] = []
  const refusals: Refusal[] = []
  const take = (finding: Finding) => (finding.evidence === 'strong' ? findings : maybe).push(finding)
  const evidence = (q: number) => (q <= alpha ? ('strong' as const) : ('maybe' as const))

  for (const pair of pairs) {
    const best = clearest(pair.tested, judge)
    if (best === undefined) {
      refusals.push(pairUntested(pair))
      continue
    }
    const { q, threshold } = judge(best)
    const matters = pair.tested.filter(({ r }) => Math.abs(r) >= LEAST_CORRELATION)
    const told = clearest(matters, judge)
    const toldRate = told === undefined ? 1 : judge(told).q
    if (told !== undefined && toldRate <= 2 * alpha) take(associationFinding(told, toldRate, evidence(toldRate)))
    else refusals.push(associationRefusal(best, q <= alpha ? 'too-small' : 'nothing-seen', threshold))
  }
  for (const { variate, weekday, trend } of own) {
    if (!('p' in weekday)) refusals.push(weekdaysUntested(variate, weekday))
    else if (judge(weekday).q <= 2 * alpha) take(weekdayFinding(weekday, judge(weekday).q, evidence(judge(weekday).q)))
    else refusals.push(ownRefusal('weekday', weekday, judge(weekday).threshold))
    if (!('p' in trend)) refusals.push(noTrend(variate, trend))
    else if (judge(trend).q <= 2 * alpha) take(trendFinding(trend, judge(trend).q, evidence(judge(trend).q)))
    else refusals.push(ownRefusal('trend', trend, judge(trend).threshold))
  }
  const clearestFirst = (a: Finding, b: Finding) => a.q - b.q || a.p - b.p
  return { findings: findings.sort(clearestFirst), maybe: maybe.sort(clearestFirst), refusals }
}

type Test = Association | WeekdayTest | TrendTest

/**
 * A test is judged twice: among all tests of the person, and among those of its own kind; the larger rate counts. The
 * first holds chance down over everything that is told. The second holds it down among associations too where many
 * weekdays are told, each of which would let more associations pass.
 */
function judging(own: readonly OwnTests[], pairs: readonly Pair[], alpha: number): (test: Test) => Judged {
  const tests: Record<Family, Test[]> = { association: [], weekday: [], trend: [] }
  for (const { tested } of pairs) tests.association.push(...tested)
  for (const { weekday, trend } of own) {
    if ('p' in weekday) tests.weekday.push(weekday)
    if ('p' in trend) tests.trend.push(trend)
  }
  const all = FAMILIES.flatMap((family) => tests[family].map((test) => ({ test, kind: kindOf(test, family) })))
  const amongAll = ratesOf(all, alpha)
  const judged = new Map<Test, Judged>()
  for (const family of FAMILIES) {
    const kinds = tests[family].map((test) => ({ test, kind: kindOf(test, family) }))
    for (const [test, among] of ratesOf(kinds, alpha)) {
      const { q, threshold } = amongAll.get(test) as Judged
      judged.set(test, { q: Math.max(q, among.q), threshold: Math.min(threshold, among.threshold) })
    }
  }
  return (test) => judged.get(test) as Judged
}

const FAMILIES = ['association', 'weekday', 'trend'] as const
type Family = (typeof FAMILIES)[number]

function ratesOf(tests: readonly { test: Test; kind: TestKind }[], alpha: number): Map<Test, Judged> {
  const m = tests.length
  const weights = testWeights(tests.map(({ kind }) => kind))
  const rates = falseDiscoveryRates(
    tests.map(({ test }) => test.p),
    weights,
  )
  const taken = rates.reduce((count, rate) => count + (rate <= alpha ? 1 : 0), 0)
  const oneMore = (alpha * Math.min(m, taken + 1)) / m
  return new Map(tests.map(({ test }, i) => [test, { q: rates[i] ?? 1, threshold: oneMore * (weights[i] ?? 1) }]))
}

/** A link of the same day is plausible when it is one way. */
function kindOf(test: Test, family: Family): TestKind {
  if (!('lag' in test)) return family
  const { x, y, lag } = test
  const plausible = isPlausible(x.metric, y.metric, lag) || (lag === 0 && isPlausible(y.metric, x.metric, 0))
  return plausible ? 'plausible' : 'association'
}

function clearest(tested: readonly Association[], judge: (test: Test) => Judged): Association | undefined {
  let best: Association | undefined
  for (const association of tested) {
    if (best === undefined || clearer(judge(association).q - judge(best).q, association, best)) best = association
  }
  return best
}

const clearer = (difference: number, a: Association, b: Association) =>
  difference < 0 || (difference === 0 && a.p < b.p)
