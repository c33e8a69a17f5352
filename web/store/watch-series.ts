import { liveQuery } from 'dexie'
import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import type { Metric, SourceId } from '../../shared/metric/metric.ts'
import { withConnection } from './connection.ts'
import type { Database } from './database.ts'
import { type DailySeries, readSeries } from './day-values.ts'

/** What `watchSeries` watches: these metrics from `from` to `to`, both included. */
export interface SeriesWatch {
  readonly metrics: readonly Metric[]
  readonly from: CivilDate
  readonly to: CivilDate
  readonly preferredSources: readonly SourceId[]
}

/**
 * Calls `next` with the series, and again after each change to a day of the range, in any tab. For a screen that watches
 * several ranges at once, which a hook a range cannot do. `failed` gets why a read failed; the watch goes on. Answers how
 * to stop.
 */
export function watchSeries(
  db: Database,
  { metrics, from, to, preferredSources }: SeriesWatch,
  next: (series: DailySeries[]) => void,
  failed: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(() =>
    withConnection(db, () => readSeries(db, metrics, from, to, preferredSources)),
  ).subscribe({
    next: (read) => (read.ok ? next(read.value) : failed(read.failure.cause ?? read.failure)),
    error: failed,
  })
  return () => subscription.unsubscribe()
}
