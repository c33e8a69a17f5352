import { type CivilDate, daysBetween } from '../../shared/calendar/civil-date.ts'
import { MOOD } from '../../shared/metric/catalogue.ts'
import { type Candidate, type DayValue, dayValue } from '../../shared/metric/day-value.ts'
import { aggregateReadings, type Metric, type MetricId, type SourceId } from '../../shared/metric/metric.ts'
import type { Database } from './database.ts'
import { type DayRecord, readDays } from './days.ts'
import { type MoodEntry, readMoods } from './moods.ts'

export { firstLoggedDate } from './logged-days.ts'

/** One metric over consecutive days; `values[i]` is `start` plus `i` days, in the stored unit, NaN: not recorded. */
export interface DailySeries {
  readonly metric: MetricId
  readonly start: CivilDate
  readonly values: Float64Array
}

type Journal = ReadonlyMap<CivilDate, readonly MoodEntry[]>

/** The winning value of each metric on each day of the range that has one. Days without any are absent. */
export async function readDayValues(
  db: Database,
  metrics: readonly Metric[],
  from: CivilDate,
  to: CivilDate,
  preferredSources: readonly SourceId[] = [],
): Promise<Map<CivilDate, Map<MetricId, DayValue>>> {
  const { days, journal } = await readRange(db, metrics, from, to)
  const fieldsOf = new Map(days.map(({ date, fields }) => [date, fields]))
  const dates = [...new Set([...fieldsOf.keys(), ...journal.keys()])].sort()
  const values = new Map<CivilDate, Map<MetricId, DayValue>>()
  for (const date of dates) {
    const ofDay = new Map<MetricId, DayValue>()
    for (const metric of metrics) {
      const value = valueOfDay(metric, fieldsOf.get(date) ?? {}, journal.get(date), preferredSources)
      if (value !== undefined) ofDay.set(metric.id, value)
    }
    if (ofDay.size > 0) values.set(date, ofDay)
  }
  return values
}

/** The winning values of each metric from `from` to `to`, both included, one array a metric in the order asked for. */
export async function readSeries(
  db: Database,
  metrics: readonly Metric[],
  from: CivilDate,
  to: CivilDate,
  preferredSources: readonly SourceId[] = [],
): Promise<DailySeries[]> {
  const { days, journal } = await readRange(db, metrics, from, to)
  const length = Math.max(0, daysBetween(from, to) + 1)
  const series = metrics.map((metric) => ({
    metric: metric.id,
    start: from,
    values: new Float64Array(length).fill(Number.NaN),
  }))
  const set = (date: CivilDate, fields: DayRecord['fields'], entries: readonly MoodEntry[] | undefined) => {
    const index = daysBetween(from, date)
    metrics.forEach((metric, at) => {
      const value = valueOfDay(metric, fields, entries, preferredSources)
      const values = series[at]?.values
      if (value !== undefined && values !== undefined) values[index] = value.value
    })
  }
  const journalOnly = new Map(journal)
  for (const { date, fields } of days) {
    set(date, fields, journal.get(date))
    journalOnly.delete(date)
  }
  for (const [date, entries] of journalOnly) set(date, {}, entries)
  return series
}

async function readRange(db: Database, metrics: readonly Metric[], from: CivilDate, to: CivilDate) {
  const withMoods = metrics.some(({ id }) => id === MOOD.id)
  const [days, moods] = await Promise.all([readDays(db, from, to), withMoods ? readMoods(db, from, to) : []])
  return { days, journal: byDate(moods) }
}

function byDate(entries: readonly MoodEntry[]): Journal {
  const journal = new Map<CivilDate, MoodEntry[]>()
  for (const entry of entries) {
    const ofDay = journal.get(entry.date)
    if (ofDay === undefined) journal.set(entry.date, [entry])
    else ofDay.push(entry)
  }
  return journal
}

/**
 * A metric's value on a day, from the day's fields and its journal: the winner rule, and for mood the mean of the journal's
 * ratings before anything else.
 */
export function valueOfDay(
  metric: Metric,
  fields: DayRecord['fields'],
  entries: readonly Pick<MoodEntry, 'rating'>[] | undefined,
  preferredSources: readonly SourceId[],
): DayValue | undefined {
  const stored = dayValue(metric, fields, preferredSources)
  if (metric.id !== MOOD.id || entries === undefined) return stored
  const mean = aggregateReadings(
    'mean',
    entries.map(({ rating }) => rating),
  )
  if (mean === undefined) return stored
  const journal: Candidate = { origin: 'journal', value: mean }
  return { ...journal, candidates: [journal, ...(stored?.candidates ?? [])] }
}
