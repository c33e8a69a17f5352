import { type CivilDate, fromEpochDay, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import { CALORIES, PROTEIN, SLEEP, STEPS } from '../../../shared/metric/catalogue.ts'
import { isPausedOn, type PauseDates } from '../day-marks.ts'
import { episodeOf, LONGEST_DAYS } from './episode.ts'
import type { Risk } from './risk.ts'

/** On which days something was recorded, as epoch days up to and including today. */
export interface Recorded {
  /** The first and the last day ever. */
  readonly first: number
  readonly last: number
  /** Of the last `RECORDED_DAYS` days. */
  readonly anything: ReadonlySet<number>
  readonly byMetric: ReadonlyMap<string, ReadonlySet<number>>
  readonly pauses: readonly PauseDates[]
  readonly today: CivilDate
}

const WINDOW = 28
/** Further back than this nothing is asked: two windows before the longest episode. */
export const RECORDED_DAYS = LONGEST_DAYS + 2 * WINDOW + 1
const SILENT_DAYS = 14
const NO_STEPS_DAYS = 7
/** Steps given up longer ago than this are given up on purpose. */
const HABIT_DAYS = 90

/** What most people who record it at all record every day. Weight is not: once a week is enough for it. */
const DAILY_METRICS: readonly string[] = [STEPS.id, SLEEP.id, CALORIES.id, PROTEIN.id]

/**
 * The risks that lie in what was not recorded. Nobody who never recorded a thing is told so, days in a pause are not
 * missed, and where nothing at all is recorded it is said once and not for every metric.
 */
export function recordedDaysRisks(recorded: Recorded): Risk[] {
  if (isPausedOn(recorded.pauses, recorded.today)) return []
  const silent = noData(recorded)
  if (silent !== undefined) return [silent]
  const irregular = irregularLogging(recorded)
  const noSteps = noActivityData(recorded)
  return [
    ...(irregular === undefined ? [] : [irregular]),
    ...(noSteps === undefined ? [] : [noSteps]),
    ...(irregular === undefined ? irregularTracking(recorded, noSteps !== undefined) : []),
  ]
}

/** Nothing for two weeks. */
function noData({ last, today }: Recorded): Risk | undefined {
  const now = toEpochDay(today)
  if (now - last < SILENT_DAYS) return undefined
  return {
    ...daysSince(last, now, SILENT_DAYS),
    id: 'no-data',
    rule: 'no-data',
    severity: 'medium',
    guideline: 'self-monitoring',
    step: 'record-one-value',
  }
}

/** Steps were recorded in the last three months, and not for a week in which other things were. */
function noActivityData({ byMetric, last, today }: Recorded): Risk | undefined {
  const now = toEpochDay(today)
  const steps = latest(byMetric.get(STEPS.id) ?? new Set(), now)
  if (steps === undefined || now - steps <= NO_STEPS_DAYS || now - steps > HABIT_DAYS) return undefined
  if (now - last > NO_STEPS_DAYS) return undefined
  return {
    ...daysSince(steps, now, NO_STEPS_DAYS + 1),
    id: 'no-activity-data',
    rule: 'no-activity-data',
    metric: STEPS.id,
    severity: 'low',
    guideline: 'step-days',
    step: 'reconnect-steps',
  }
}

/** Something was recorded on under half of the last four weeks' days, by a person who began before them. */
function irregularLogging(recorded: Recorded): Risk | undefined {
  const rule = (day: number) => {
    if (day - WINDOW < recorded.first) return undefined
    return underHalf(recorded, recorded.anything, day)
  }
  const risk = fewDays(rule, toEpochDay(recorded.today) - 1)
  if (risk === undefined) return undefined
  return {
    ...risk,
    id: 'irregular-logging',
    rule: 'irregular-logging',
    guideline: 'self-monitoring',
    step: 'set-reminder',
  }
}

/** A metric was recorded on half of four weeks' days, and in the four weeks after them no longer. */
function irregularTracking(recorded: Recorded, noSteps: boolean): Risk[] {
  const risks: Risk[] = []
  for (const metric of DAILY_METRICS) {
    const days = recorded.byMetric.get(metric)
    if (days === undefined || (noSteps && metric === STEPS.id)) continue
    const rule = (day: number) => {
      if (countOf(days, day - 2 * WINDOW + 1, day - WINDOW) < WINDOW / 2) return undefined
      const few = underHalf(recorded, days, day)
      return few !== undefined && few.value > 0 ? few : undefined
    }
    const risk = fewDays(rule, toEpochDay(recorded.today) - 1)
    if (risk === undefined) continue
    risks.push({
      ...risk,
      id: `irregular-tracking:${metric}`,
      rule: 'irregular-tracking',
      metric,
      guideline: 'step-days',
      step: 'record-daily',
    })
  }
  return risks
}

interface FewDays {
  readonly value: number
  readonly threshold: number
}

/** Recorded days among those of the window that lie in no pause, where they are under half; none with few such days. */
function underHalf({ pauses }: Recorded, days: ReadonlySet<number>, last: number): FewDays | undefined {
  let expected = 0
  let value = 0
  for (let day = last - WINDOW + 1; day <= last; day++) {
    if (days.has(day)) value++
    else if (pauses.length > 0 && isPausedOn(pauses, fromEpochDay(day))) continue
    expected++
  }
  const threshold = Math.ceil(expected / 2)
  return expected >= WINDOW / 2 && value < threshold ? { value, threshold } : undefined
}

function fewDays(rule: (day: number) => FewDays | undefined, yesterday: number) {
  const episode = episodeOf(rule, yesterday)
  if (episode === undefined) return undefined
  const { value, threshold } = episode.breach
  return {
    ...counted('recorded-days', 'below', value, threshold),
    severity: 'low' as const,
    n: value,
    from: fromEpochDay(yesterday - WINDOW + 1),
    to: fromEpochDay(yesterday),
    stale: false,
    since: fromEpochDay(episode.since),
  }
}

function daysSince(last: number, now: number, threshold: number) {
  return {
    ...counted('days-since', 'above', now - last, threshold),
    n: 0,
    from: fromEpochDay(last),
    to: fromEpochDay(now),
    stale: false,
    since: fromEpochDay(last + threshold),
  }
}

const counted = (measure: Risk['measure'], side: Risk['side'], value: number, threshold: number) =>
  ({ measure, side, value, threshold, certainty: 'counted' }) as const

function latest(days: ReadonlySet<number>, now: number): number | undefined {
  let last: number | undefined
  for (const day of days) if (day <= now && (last === undefined || day > last)) last = day
  return last
}

function countOf(days: ReadonlySet<number>, from: number, to: number): number {
  let count = 0
  for (let day = from; day <= to; day++) if (days.has(day)) count++
  return count
}
