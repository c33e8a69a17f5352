import { medianAbsoluteDeviation } from '../../../web/insight/numerics/order-statistics.ts'
import { at } from './linear-model.ts'

/**
 * Autocorrelation about a level that may move: MAD^2(y[t+2] - y[t]) / MAD^2(y[t+1] - y[t]) - 1, held to 0 to 0.9 (Chakar,
 * Lebarbier, Levy-Leduc & Robin 2017, Bernoulli 23:1408). Our level changes have winsorised mean squares in its place.
 */
export function robustPhi(values: ArrayLike<number>): number {
  const [near, far] = [1, 2].map((lag) => medianAbsoluteDeviation(differences(values, lag)) ** 2)
  return Math.min(0.9, Math.max(0, (far ?? Number.NaN) / (near ?? Number.NaN) - 1))
}

function differences(values: ArrayLike<number>, lag: number): number[] {
  return Array.from(values, (value, day) => value - at(values, day - lag)).filter((value) => !Number.isNaN(value))
}
