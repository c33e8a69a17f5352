import { useEffect, useState } from 'react'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { readLoggedDays } from '../../store/logged-days.ts'
import { useDatabase, useLive, useProfile } from '../../store/react.tsx'
import { type DayGrid, watchGrid } from '../../store/watch-grid.ts'

/** `loading`, then every recorded day in memory (`ready`), or `none`: nothing was ever recorded. */
export type GridState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'none' }
  | { readonly kind: 'ready'; readonly grid: DayGrid }

/** All days of the metrics, from the first to the last with anything recorded and at least to `today`; kept current. */
export function useDayGrid(metrics: readonly Metric[], today: CivilDate): GridState {
  const db = useDatabase()
  const { preferredSources } = useProfile()
  const { value: logged, error } = useLive(() => readLoggedDays(db), [db])
  const [grid, setGrid] = useState<DayGrid>()
  const [trouble, setTrouble] = useState<unknown>()
  // Where the data cannot be read there is no screen to show: the error boundary says so.
  if (error !== undefined || trouble !== undefined) throw error ?? trouble

  const first = logged?.[0]
  const from = first !== undefined && first > today ? today : first
  const last = logged?.at(-1)
  const to = last !== undefined && last > today ? last : today
  useEffect(() => {
    if (from === undefined) return
    return watchGrid(db, { metrics, period: { from, to }, preferred: preferredSources }, setGrid, setTrouble)
  }, [db, metrics, from, to, preferredSources])

  if (logged === undefined) return { kind: 'loading' }
  if (from === undefined) return { kind: 'none' }
  return grid === undefined ? { kind: 'loading' } : { kind: 'ready', grid }
}
