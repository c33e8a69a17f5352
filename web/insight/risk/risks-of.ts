import { type CivilDate, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import { STEPS, WEIGHT } from '../../../shared/metric/catalogue.ts'
import type { ShiftAlert } from '../analysis.ts'
import type { DailySeries } from '../daily-series.ts'
import type { PauseDates } from '../day-marks.ts'
import { median } from '../numerics/order-statistics.ts'
import { estimateRisk, lastObserved } from './estimate-risk.ts'
import { ESTIMATE_RULES } from './estimate-rules.ts'
import { RECORDED_DAYS, type Recorded, recordedDaysRisks } from './recorded-days.ts'
import type { Risk } from './risk.ts'
import { type Directions, shiftRisks } from './shift-risks.ts'

export interface RiskOptions {
  readonly today: CivilDate
  /** Days on which anything was recorded, also what is no series (a journal entry). Without it: the series' days. */
  readonly loggedDays?: readonly CivilDate[]
  readonly pauses?: readonly PauseDates[]
  readonly alerts?: readonly ShiftAlert[]
  /** Of the person's own metrics; the built-in ones have theirs. */
  readonly directions?: Directions
}

/**
 * What of the person's days is worth attention, the gravest first: eleven rules with published thresholds and the
 * sustained shifts that go the wrong way. Levels and paces are taken by calendar date from the days before `today`, with
 * their 95 % intervals; nothing is said from a single day. Empty for who has recorded nothing.
 */
export function risksOf(series: readonly DailySeries[], options: RiskOptions): Risk[] {
  const { today, alerts = [], directions = {} } = options
  const worn = series.map(withoutUnwornDays)
  const weight = weightOf(worn, today)
  const risks: Risk[] = []
  for (const rule of ESTIMATE_RULES) {
    const of = worn.find(({ metric }) => metric === rule.metric)
    if (of === undefined || risks.some((risk) => isCovered(rule.rule, risk))) continue
    const risk = estimateRisk(rule, of, { weight }, today)
    if (risk !== undefined) risks.push(risk)
  }
  const recorded = recordedDays(worn, options)
  if (recorded !== undefined) risks.push(...recordedDaysRisks(recorded))
  risks.push(...shiftRisks(alerts, directions, today))
  return risks.sort((a, b) => RANK[a.severity] - RANK[b.severity])
}

const RANK: Readonly<Record<Risk['severity'], number>> = { high: 0, medium: 1, low: 2 }

const isCovered = (rule: Risk['rule'], by: Risk) =>
  ESTIMATE_RULES.some((graver) => graver.rule === by.rule && graver.covers === rule)

/** A day of no steps is a day without the device. */
function withoutUnwornDays(series: DailySeries): DailySeries {
  if (series.metric !== STEPS.id) return series
  return { ...series, values: series.values.map((value) => (value === 0 ? Number.NaN : value)) }
}

/** How old a weight may be, in days, to reckon with, and how many of the last values are taken. */
const WEIGHT_AGE = 180
const WEIGHT_VALUES = 7

function weightOf(series: readonly DailySeries[], today: CivilDate): number | undefined {
  const weights = series.find(({ metric }) => metric === WEIGHT.id)
  if (weights === undefined) return undefined
  const yesterday = toEpochDay(today) - 1 - toEpochDay(weights.start)
  const latest: number[] = []
  let index = lastObserved(weights.values, yesterday)
  while (index >= 0 && yesterday - index <= WEIGHT_AGE && latest.length < WEIGHT_VALUES) {
    latest.push(weights.values[index] as number)
    index = lastObserved(weights.values, index - 1)
  }
  return latest.length === 0 ? undefined : median(latest)
}

function recordedDays(
  series: readonly DailySeries[],
  { today, loggedDays, pauses = [] }: RiskOptions,
): Recorded | undefined {
  const now = toEpochDay(today)
  const byMetric = new Map<string, Set<number>>()
  const anything = new Set<number>()
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  const sees = (day: number) => {
    if (day > now) return
    if (day < first) first = day
    if (day > last) last = day
    if (day > now - RECORDED_DAYS) anything.add(day)
  }
  for (const { metric, start, values } of series) {
    const begin = toEpochDay(start)
    const days = new Set<number>()
    const from = Math.max(0, now - RECORDED_DAYS + 1 - begin)
    for (let i = from; i < values.length && begin + i <= now; i++) if (!Number.isNaN(values[i])) days.add(begin + i)
    byMetric.set(metric, days)
    if (loggedDays !== undefined) continue
    for (const day of days) sees(day)
    const oldest = values.findIndex((value) => !Number.isNaN(value))
    const newest = lastObserved(values, now - begin)
    if (oldest >= 0 && newest >= 0) for (const index of [oldest, newest]) sees(begin + index)
  }
  for (const date of loggedDays ?? []) sees(toEpochDay(date))
  return last === Number.NEGATIVE_INFINITY ? undefined : { first, last, anything, byMetric, pauses, today }
}
