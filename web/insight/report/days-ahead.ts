import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { NotEnoughData } from '../analysis.ts'
import type { Forecast } from '../forecast.ts'

/** The next days of a metric. */
export interface DaysAhead {
  readonly metric: string
  readonly from: CivilDate
  readonly to: CivilDate
  /** Mean of the days' forecasts. */
  readonly mean: number
  /** A single one of the days lies in here with a probability of 0.8 or more: the lowest and the highest 80 % bound. */
  readonly lo80: number
  readonly hi80: number
  /** Days it was made from. */
  readonly n: number
}

const DAYS = 7

/** The first seven days of a forecast; undefined where there is none. */
export function daysAhead(forecast: Forecast | NotEnoughData): DaysAhead | undefined {
  if (forecast.kind !== 'forecast') return undefined
  const { metric, n } = forecast
  const dates = forecast.date.slice(0, DAYS)
  const [from] = dates
  const to = dates.at(-1)
  if (from === undefined || to === undefined) return undefined
  const means = forecast.mean.slice(0, DAYS)
  return {
    metric,
    from,
    to,
    mean: means.reduce((sum, mean) => sum + mean, 0) / means.length,
    lo80: Math.min(...forecast.lo80.slice(0, DAYS)),
    hi80: Math.max(...forecast.hi80.slice(0, DAYS)),
    n,
  }
}
