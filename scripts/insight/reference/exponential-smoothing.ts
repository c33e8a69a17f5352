import { at } from './linear-model.ts'

/** Additive exponential smoothing with given weights and given first states (Holt 1957, Winters 1960, Gardner 1985). */
export interface Smoothing {
  readonly alpha: number
  readonly level: number
  /** Weight of the newest move in the trend, as a share of 1 and not of alpha. 0 and no trend: simple smoothing. */
  readonly beta?: number
  readonly trend?: number
  /** What is left of the trend a day later; 1: all of it. */
  readonly damping?: number
  /** Weight of the newest day in its season's effect, and the effects of the first days. */
  readonly gamma?: number
  readonly season?: readonly number[]
}

export interface Smoothed {
  /** One step ahead, one entry a value. */
  readonly fitted: readonly number[]
  readonly squares: number
  readonly level: number
  readonly trend: number
  readonly forecast: (days: number) => number[]
}

/** Smooths values without gaps from the first one on. */
export function exponentialSmoothing(values: ArrayLike<number>, given: Smoothing): Smoothed {
  const { alpha, beta = 0, damping = 1, gamma = 0 } = given
  let level = given.level
  let trend = given.trend ?? 0
  const season = [...(given.season ?? [0])]
  const period = season.length
  const fitted: number[] = []
  let squares = 0
  for (let day = 0; day < values.length; day++) {
    const value = at(values, day)
    const effect = at(season, day % period)
    const carried = level + damping * trend
    const error = value - carried - effect
    fitted.push(carried + effect)
    squares += error ** 2
    const before = level
    level = carried + alpha * (value - effect - carried)
    trend = beta * (level - before) + (1 - beta) * damping * trend
    // Against what the day before carried on, as statsmodels has it; Winters wrote: against the new level.
    season[day % period] = gamma * (value - carried) + (1 - gamma) * effect
  }
  const forecast = (days: number) => {
    let reach = 0
    return Array.from({ length: days }, (_, ahead) => {
      reach += damping ** (ahead + 1)
      return level + reach * trend + at(season, (values.length + ahead) % period)
    })
  }
  return { fitted, squares, level, trend, forecast }
}
