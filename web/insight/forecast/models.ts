import type { LevelModel } from './level-filter.ts'

const walk = (logRatio: number): LevelModel => ({ phi: 1, move: Math.exp(logRatio), noise: 1 })
const returning = (phi: number, logRatio: number): LevelModel => ({ phi, move: Math.exp(logRatio), noise: 1 })

/**
 * What a day's level may do, from a level that hardly ever moves to one that is the last value: it stays where it got to
 * (local level), or returns to the mean of the last months, in days or in weeks.
 */
export const MODELS: readonly LevelModel[] = [
  ...[-7, -5.5, -4, -2.5, -1, 1, 3].map(walk),
  ...[-2, 0, 2].map((logRatio) => returning(0.5, logRatio)),
  ...[-2, 0, 2].map((logRatio) => returning(0.8, logRatio)),
  ...[-3, -1, 1].map((logRatio) => returning(0.95, logRatio)),
]
