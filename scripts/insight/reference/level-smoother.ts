import { at } from './linear-model.ts'

/** A level that is carried on by `phi` a day and moves by a variance `move`, seen under noise of a variance. */
export interface LevelModel {
  readonly phi: number
  readonly move: number
  readonly noise: number
  /** What is known of the level on the first day before it is seen. */
  readonly level: number
  readonly variance: number
}

export interface SmoothedLevel {
  readonly loglik: number
  /** After the last day, from days up to it. */
  readonly filtered: number
  readonly filteredVariance: number
  /** On each day, from all days. */
  readonly smoothed: readonly number[]
  readonly fc: readonly number[]
  readonly se: readonly number[]
}

/** Kalman's filter and the smoother of Rauch, Tung & Striebel 1965 (AIAA J 3:1445); NaN for a day without a value. */
export function smoothLevel(values: ArrayLike<number>, model: LevelModel, ahead: number): SmoothedLevel {
  const { phi, move, noise } = model
  let { level, variance } = model
  let loglik = 0
  const days: { before: number; variance: number; level: number; left: number }[] = []
  for (let day = 0; day < values.length; day++) {
    const before = { before: level, variance }
    const error = at(values, day) - level
    if (!Number.isNaN(error)) {
      const uncertain = variance + noise
      loglik -= (Math.log(2 * Math.PI * uncertain) + error ** 2 / uncertain) / 2
      level += (variance / uncertain) * error
      variance *= noise / uncertain
    }
    days.push({ ...before, level, left: variance })
    if (day === values.length - 1) break
    level *= phi
    variance = phi ** 2 * variance + move
  }
  let known = level
  const smoothed = days.map(() => Number.NaN)
  for (const [day, own] of [...days.entries()].reverse()) {
    const next = days[day + 1]
    if (next !== undefined) known = own.level + ((phi * own.left) / next.variance) * (known - next.before)
    smoothed[day] = known
  }
  const [filtered, filteredVariance] = [level, variance]
  const fc: number[] = []
  const se: number[] = []
  for (let day = 0; day < ahead; day++) {
    level *= phi
    variance = phi ** 2 * variance + move
    fc.push(level)
    se.push(Math.sqrt(variance + noise))
  }
  return { loglik, filtered, filteredVariance, smoothed, fc, se }
}
