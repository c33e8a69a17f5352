import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { DayValue } from '../../../shared/metric/day-value.ts'
import type { Metric, MetricId } from '../../../shared/metric/metric.ts'
import { readDayValues } from '../../store/day-values.ts'
import { useDatabase, useLive, useProfile } from '../../store/react.tsx'

const NOTHING: ReadonlyMap<MetricId, DayValue> = new Map()

/** What is recorded on a day and where it came from, kept current; undefined until it is read. */
export function useDayValues(metrics: readonly Metric[], date: CivilDate): ReadonlyMap<MetricId, DayValue> | undefined {
  const db = useDatabase()
  const { preferredSources } = useProfile()
  const { value, error } = useLive(
    async () => (await readDayValues(db, metrics, date, date, preferredSources)).get(date) ?? NOTHING,
    [db, metrics, date, preferredSources],
  )
  if (error !== undefined) throw error
  return value
}
