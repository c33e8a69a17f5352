import { addDays, type CivilDate, startOfWeek, type Weekday } from '../../../shared/calendar/civil-date.ts'
import type { Analysis, Anomaly, Finding, LevelChange, ShiftAlert } from '../analysis.ts'
import type { DailySeries } from '../daily-series.ts'
import { type Dismissal, isDismissed } from '../risk/dismissal.ts'
import type { Risk } from '../risk/risk.ts'
import type { Streak } from '../streak.ts'
import { type DaysAhead, daysAhead } from './days-ahead.ts'
import { type MetricWeek, metricWeek } from './metric-week.ts'
import { type Suggestion, suggestionOf } from './suggestion.ts'

/** A page about the last whole week, in the order in which it is read. */
export interface WeeklyReport {
  /** First and last day of the week. */
  readonly from: CivilDate
  readonly to: CivilDate
  readonly streak: Streak
  /** One entry for every metric with a value in the week or the week before. */
  readonly metrics: readonly MetricWeek[]
  /** Found in one weekly run so far, and in two or more. */
  readonly newFindings: readonly Finding[]
  readonly keptFindings: readonly Finding[]
  /** Levels that moved in the four weeks up to the end of the week. */
  readonly changes: readonly LevelChange[]
  readonly anomalies: readonly Anomaly[]
  readonly alerts: readonly ShiftAlert[]
  readonly ahead: readonly DaysAhead[]
  /** Those that were not put aside, the gravest first. */
  readonly risks: readonly Risk[]
  readonly suggestion: Suggestion
}

export interface ReportOptions {
  readonly today: CivilDate
  readonly weekStart: Weekday
  readonly streak: Streak
  readonly risks: readonly Risk[]
  readonly dismissals?: readonly Dismissal[]
}

/** How far back a level may have moved to be news, in days before the end of the week. */
const NEWS_DAYS = 28

/** The report of the last week that was over before `today`. `analysis`: of that day, with what is new marked so. */
export function weeklyReport(
  analysis: Analysis,
  series: readonly DailySeries[],
  { today, weekStart, streak, risks, dismissals = [] }: ReportOptions,
): WeeklyReport {
  const to = addDays(startOfWeek(today, weekStart), -1)
  const from = addDays(to, -6)
  const isThisWeek = ({ date }: { readonly date: CivilDate }) => date >= from && date <= to
  const isNew = ({ caveats }: Finding) => caveats.includes('new')
  const metrics = series.flatMap((each) => metricWeek(each, { from, to, today }) ?? [])
  const open = risks.filter((risk) => !isDismissed(risk, dismissals))
  const keptFindings = analysis.findings.filter((finding) => !isNew(finding))
  return {
    from,
    to,
    streak,
    metrics,
    newFindings: analysis.findings.filter(isNew),
    keptFindings,
    changes: analysis.changes.filter(({ date }) => date > addDays(to, -NEWS_DAYS) && date <= to),
    anomalies: analysis.anomalies.filter(isThisWeek),
    alerts: analysis.alerts.filter(isThisWeek),
    ahead: analysis.forecasts.flatMap((forecast) => daysAhead(forecast) ?? []),
    risks: open,
    suggestion: suggestionOf(open, keptFindings, metrics),
  }
}
