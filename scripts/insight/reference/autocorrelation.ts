import { chiSquaredUpperTail } from '../../../web/insight/numerics/gamma.ts'
import { at } from './linear-model.ts'

/**
 * Autocorrelation of lags 0 to `most`, as R's `acf(na.action = na.pass)`: products of recorded pairs, divided by their
 * number plus the lag, so that without gaps it is divided by n.
 */
export function acf(values: ArrayLike<number>, most: number): number[] {
  const recorded = Array.from(values).filter((value) => !Number.isNaN(value))
  const mean = recorded.reduce((sum, value) => sum + value, 0) / recorded.length
  const covariances = Array.from({ length: most + 1 }, (_, lag) => {
    let sum = 0
    let pairs = 0
    for (let day = lag; day < values.length; day++) {
      const product = (at(values, day) - mean) * (at(values, day - lag) - mean)
      if (Number.isNaN(product)) continue
      sum += product
      pairs++
    }
    return sum / (pairs + lag)
  })
  return covariances.map((covariance) => covariance / at(covariances, 0))
}

/** Partial autocorrelation of lags 1 to the last of `correlations` (Durbin 1960, Levinson 1947). */
export function pacf(correlations: readonly number[]): number[] {
  const partial: number[] = []
  let coefficients: number[] = []
  for (let lag = 1; lag < correlations.length; lag++) {
    const above = coefficients.reduce(
      (rest, value, i) => rest - value * at(correlations, lag - 1 - i),
      at(correlations, lag),
    )
    const below = coefficients.reduce((rest, value, i) => rest - value * at(correlations, i + 1), 1)
    const last = above / below
    coefficients = [...coefficients.map((value, i) => value - last * at(coefficients, lag - 2 - i)), last]
    partial.push(last)
  }
  return partial
}

/** Whether a series without gaps is white noise as far as `lag` days (Ljung & Box 1978, Biometrika 65:297). */
export function ljungBox(values: ArrayLike<number>, lag: number): { stat: number; p: number } {
  const n = values.length
  const sum = acf(values, lag)
    .slice(1)
    .reduce((total, value, i) => total + value ** 2 / (n - i - 1), 0)
  const stat = n * (n + 2) * sum
  return { stat, p: chiSquaredUpperTail(stat, lag) }
}
