import { type CivilDate, toEpochDay } from '../../shared/calendar/civil-date.ts'
import { isAdditive, type Metric } from '../../shared/metric/metric.ts'
import type { DailySeries } from '../insight/daily-series.ts'
import type { Records } from '../insight/goal/records.ts'
import { isDismissed } from '../insight/risk/dismissal.ts'
import type { Risk } from '../insight/risk/risk.ts'
import { risksOf } from '../insight/risk/risks-of.ts'
import type { Directions } from '../insight/risk/shift-risks.ts'
import { type TermsOf, termsOf } from '../insight/wording/terms.ts'
import type { CoachFacts } from './facts.ts'
import type { Span } from './language/spans.ts'
import { type Measured, measured } from './measures.ts'

/** The facts, with what answers ask of them again and again. */
export interface Book {
  readonly facts: CoachFacts
  readonly terms: TermsOf
  readonly metricOf: (id: string) => Metric | undefined
  readonly seriesOf: (id: string) => DailySeries | undefined
  readonly measure: (metric: Metric, period: Span) => Measured
  /** Metrics with any value up to today. */
  readonly recorded: readonly Metric[]
  readonly records: Records
  /** Worth attention and not put aside, the gravest first. Worked out when first asked for. */
  readonly risks: () => readonly Risk[]
}

export function bookOf(facts: CoachFacts): Book {
  const { metrics, series, today, units, pauses, loggedDays } = facts
  const metricsById = new Map<string, Metric>(metrics.map((metric) => [metric.id, metric]))
  const seriesById = new Map<string, DailySeries>(series.map((one) => [one.metric, one]))
  const logged = new Set(loggedDays)
  const valueOn = (metric: string, date: CivilDate) => {
    const one = seriesById.get(metric)
    const value = one?.values[toEpochDay(date) - toEpochDay(one.start)]
    return value === undefined || !Number.isFinite(value) ? undefined : value
  }
  let risks: readonly Risk[] | undefined
  return {
    facts,
    terms: termsOf(metrics, units),
    metricOf: (id) => metricsById.get(id),
    seriesOf: (id) => seriesById.get(id),
    measure: (metric, period) => measured(seriesById.get(metric.id), period, today),
    recorded: metrics.filter(({ id }) => hasValue(seriesById.get(id), today)),
    records: {
      valueOn,
      isLogged: (date) => logged.has(date),
      grows: (id) => {
        const metric = metricsById.get(id)
        return metric !== undefined && isAdditive(metric)
      },
      pauses,
      today,
    },
    risks: () => {
      risks ??= openRisks(facts)
      return risks
    },
  }
}

function openRisks({ metrics, series, today, loggedDays, pauses, analysis, dismissals }: CoachFacts): Risk[] {
  const directions: Directions = Object.fromEntries(metrics.map(({ id, direction }) => [id, direction]))
  const known = series.filter(({ metric }) => metrics.some(({ id }) => id === metric))
  return risksOf(known, { today, loggedDays, pauses, alerts: analysis?.alerts ?? [], directions }).filter(
    (risk) => !isDismissed(risk, dismissals),
  )
}

function hasValue(series: DailySeries | undefined, today: CivilDate): boolean {
  if (series === undefined) return false
  const end = toEpochDay(today) - toEpochDay(series.start) + 1
  return series.values.some((value, at) => at < end && Number.isFinite(value))
}
