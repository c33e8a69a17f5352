import { useMemo } from 'react'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { readDayValues } from '../../store/day-values.ts'
import { hasGoals } from '../../store/has-goals.ts'
import { readLoggedDays } from '../../store/logged-days.ts'
import { readMoods } from '../../store/moods.ts'
import { readPauses } from '../../store/pauses.ts'
import { useDatabase, useLive, useMetrics, useProfile } from '../../store/react.tsx'
import type { DaySnapshot } from './day-snapshot.ts'
import { snapshotStart } from './day-snapshot.ts'
import { type DayStreak, dayStreak } from './day-streak.ts'

/** The metrics that the person wants to see, in the order of the tiles. */
export function useShownMetrics(): readonly Metric[] {
  const metrics = useMetrics()
  const { hiddenMetrics } = useProfile()
  return useMemo(() => metrics.filter(({ id }) => !hiddenMetrics.includes(id)), [metrics, hiddenMetrics])
}

/** The chosen day, its journal, the fortnight before it and whether there are goals; undefined until it has been read. */
export function useDay(day: CivilDate, metrics: readonly Metric[]) {
  const db = useDatabase()
  const { preferredSources } = useProfile()
  return useLive(async () => {
    const [values, moods, withGoals] = await Promise.all([
      readDayValues(db, metrics, snapshotStart(day), day, preferredSources),
      readMoods(db, day, day),
      hasGoals(db),
    ])
    const snapshot: DaySnapshot = { day, values }
    return { snapshot, moods, withGoals }
  }, [db, day, metrics, preferredSources])
}

export interface LoggedDays {
  readonly has: (date: CivilDate) => boolean
  readonly streak: DayStreak
}

/** Which days count as logged, and the streak they make: some hundred month masks, however long the history. */
export function useLoggedDays(today: CivilDate): { readonly value: LoggedDays | undefined; readonly error: unknown } {
  const db = useDatabase()
  const { value, error } = useLive(async () => ({ days: await readLoggedDays(db), pauses: await readPauses(db) }), [db])
  const logged = useMemo(() => {
    if (value === undefined) return undefined
    const days = new Set(value.days)
    return {
      has: (date: CivilDate) => days.has(date),
      streak: dayStreak(value.days, value.pauses, today),
    }
  }, [value, today])
  return { value: logged, error }
}
