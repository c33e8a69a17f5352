import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { lastValue } from '../../store/last-value.ts'
import { useDatabase, useLive } from '../../store/react.tsx'
import { type DaySnapshot, lastInFortnight } from './day-snapshot.ts'

/** The newest value before `date`: from the fortnight at hand, else looked up. */
export function useLastValue(snapshot: DaySnapshot, metric: Metric, date: CivilDate) {
  const db = useDatabase()
  const near = lastInFortnight(snapshot, metric.id, date)
  const isNear = near !== undefined
  const { value: far } = useLive(
    async () => (isNear ? undefined : { metric: metric.id, last: await lastValue(db, metric, date) }),
    [db, metric.id, date, isNear],
  )
  if (near !== undefined) return near
  return far?.metric === metric.id && far.last !== undefined
    ? { date: far.last.date, value: far.last.value.value }
    : undefined
}
