import { addDays, type CivilDate, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import { seededRandom } from '../../../shared/random/seeded-random.ts'
import type { NotEnoughData } from '../analysis.ts'
import type { DailySeries } from '../daily-series.ts'
import { METHOD_VERSION } from '../method-version.ts'
import { gridBefore } from '../series/day-grid.ts'
import { FEWEST_LATE_VALUES, refusalOf } from './forecast-days.ts'
import { natureOf } from './metric-nature.ts'
import { simulatePaths, WEEK } from './paths-ahead.ts'

export interface GoalOptions {
  /** In the stored unit of the metric. */
  readonly target: number
  /** Which side of the target is the goal. */
  readonly reach: 'at-least' | 'at-most'
  /** Not over yet, so nothing recorded on it or after it is looked at. */
  readonly today: CivilDate
  readonly seed: number
  /** What a plan of the person's would add a week; left out, the days go on as before. */
  readonly plannedPerWeek?: number
}

/** When a goal is reached, as far as past days say. Reached: the mean of seven days in a row is at the target or past it. */
export interface GoalProjection {
  readonly kind: 'goal-projection'
  readonly metric: string
  readonly target: number
  readonly reach: 'at-least' | 'at-most'
  /** Of each of the next 365 days from today, the probability that the goal is reached by then, 0 to 1; it never falls. */
  readonly probability: readonly number[]
  /** Whether it is reached within 365 days with a probability of a half or more. */
  readonly onCourse: boolean
  /** Days by which one, five and nine of ten courses have reached it: a day's 80 % range and its middle. Left out past 365 days. */
  readonly early?: CivilDate
  readonly likely?: CivilDate
  readonly late?: CivilDate
  /** Set where a plan of the person's was added to what past days say. */
  readonly plannedPerWeek?: number
  /** Days it was made from. */
  readonly n: number
  readonly lastObserved: CivilDate
  readonly version: number
}

export const GOAL_DAYS = 365
const PATHS = 1000

/**
 * The probability of reaching a goal by each day of the next year, from 1,000 courses simulated from the models of the
 * forecast (see `simulatePaths`). The same days and seed give the same answer.
 */
export function projectGoal(series: DailySeries, options: GoalOptions): GoalProjection | NotEnoughData {
  const { target, reach, today, seed, plannedPerWeek } = options
  const { metric } = series
  const grid = gridBefore(series, today)
  if (grid === undefined)
    return { kind: 'not-enough-data', metric, reason: 'no-days', n: 0, needed: FEWEST_LATE_VALUES }
  const refused = refusalOf(grid, today)
  if (refused !== undefined) return refused

  const { first, values, n } = grid
  const lastDay = first + values.length - 1
  const reachedOn = new Float64Array(GOAL_DAYS)
  const paths = {
    skipped: toEpochDay(today) - lastDay - 1,
    days: GOAL_DAYS,
    paths: PATHS,
    nature: natureOf(metric, values),
    planned: (plannedPerWeek ?? 0) / WEEK,
    random: seededRandom(seed),
  }
  simulatePaths(values, paths, (weekMeans) => {
    const day = weekMeans.findIndex((mean) => (reach === 'at-least' ? mean >= target : mean <= target))
    if (day >= 0) reachedOn[day] = (reachedOn[day] as number) + 1
  })

  let reached = 0
  const probability = Array.from(reachedOn, (count) => {
    reached += count
    return reached / PATHS
  })
  const dayOf = (share: number) => {
    const day = probability.findIndex((found) => found >= share)
    return day < 0 ? undefined : addDays(today, day)
  }
  const early = dayOf(0.1)
  const likely = dayOf(0.5)
  const late = dayOf(0.9)
  return {
    kind: 'goal-projection',
    metric,
    target,
    reach,
    probability,
    onCourse: likely !== undefined,
    ...(early === undefined ? {} : { early }),
    ...(likely === undefined ? {} : { likely }),
    ...(late === undefined ? {} : { late }),
    ...(plannedPerWeek === undefined ? {} : { plannedPerWeek }),
    n,
    lastObserved: addDays(series.start, lastDay - toEpochDay(series.start)),
    version: METHOD_VERSION,
  }
}
