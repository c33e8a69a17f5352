import type { CivilDate } from '../../shared/calendar/civil-date.ts'

/** Days to come from today on, one entry a day in each list, in the stored unit; bands are nested and never narrow. */
export interface Forecast {
  readonly kind: 'forecast'
  readonly metric: string
  readonly date: readonly CivilDate[]
  readonly mean: readonly number[]
  readonly lo80: readonly number[]
  readonly hi80: readonly number[]
  readonly lo95: readonly number[]
  readonly hi95: readonly number[]
  /** Days it was made from. */
  readonly n: number
  readonly lastObserved: CivilDate
  /** 'blend': of a level that stays and one that returns to its mean. 'last' or 'usual' value, where values repeat. */
  readonly method: string
  readonly version: number
  readonly backtest: Backtest
}

/**
 * How such forecasts did on the person's own days, made from what stood before them. With 0 `origins` there were too few
 * days to make any, and the figures are 0.
 */
export interface Backtest {
  /** Mean absolute error, and that of saying "as on the last day". */
  readonly mae: number
  readonly naiveMae: number
  /** Share of days inside of the bands, 0 to 1. */
  readonly cov80: number
  readonly cov95: number
  /** From how many days forecasts were made. */
  readonly origins: number
}
