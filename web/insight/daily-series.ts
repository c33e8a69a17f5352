import type { CivilDate } from '../../shared/calendar/civil-date.ts'

/** One metric over consecutive days; `values[i]` is `start` plus `i` days, in the stored unit. NaN: not recorded. */
export interface DailySeries {
  readonly metric: string
  readonly start: CivilDate
  readonly values: Float64Array
}
