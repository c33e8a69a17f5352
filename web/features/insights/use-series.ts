import { useEffect, useMemo, useState } from 'react'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { readLoggedDays } from '../../store/logged-days.ts'
import { useDatabase, useLive, useProfile } from '../../store/react.tsx'
import { type DayGrid, watchGrid } from '../../store/watch-grid.ts'
import type { SeriesOf } from './FindingCard.tsx'

export interface RecordedDays {
  /** Of the metric; undefined while it is being read, and for what is no metric. */
  readonly seriesOf: SeriesOf
  /** How many days have anything recorded; undefined while that is being read. */
  readonly logged: number | undefined
}

/** The person's own days, for the pictures: read a year at a time after the first picture stands, and kept current. */
export function useRecordedDays(metrics: readonly Metric[], today: CivilDate): RecordedDays {
  const db = useDatabase()
  const { preferredSources } = useProfile()
  const { value: logged, error } = useLive(() => readLoggedDays(db), [db])
  const [grid, setGrid] = useState<DayGrid>()
  const [trouble, setTrouble] = useState<unknown>()
  // Where the data cannot be read there is no screen to show: the error boundary says so.
  if (error !== undefined || trouble !== undefined) throw error ?? trouble

  const first = logged?.[0]
  useEffect(() => {
    if (first === undefined || first > today) return
    return watchGrid(
      db,
      { metrics, period: { from: first, to: today }, preferred: preferredSources },
      setGrid,
      setTrouble,
    )
  }, [db, metrics, first, today, preferredSources])

  return useMemo(() => {
    const series = new Map(
      [...(grid?.columns ?? [])].map(([metric, values]) => [
        String(metric),
        { metric, start: grid?.start ?? today, values },
      ]),
    )
    return { seriesOf: (metricId) => series.get(metricId), logged: logged?.length }
  }, [grid, logged, today])
}
