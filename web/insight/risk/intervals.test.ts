import { describe, expect, it } from 'vitest'
import { normalOf, seededRandom } from '../../../shared/random/seeded-random.ts'
import { lineThrough } from './line.ts'
import { smoothedLevel } from './smoothed-level.ts'
import { weeklyPace } from './weekly-pace.ts'

/** First-order autoregressive days of standard deviation 1 about a line, a share of them missing. */
function daysOf(seed: number, length: number, phi: number, line: (day: number) => number, missing = 0): Float64Array {
  const random = seededRandom(seed)
  let carried = normalOf(random)
  return Float64Array.from({ length }, (_, day) => {
    carried = phi * carried + Math.sqrt(1 - phi * phi) * normalOf(random)
    return random() < missing ? Number.NaN : line(day) + carried
  })
}

const PERSONS = 400

describe.each([0, 0.3, 0.6])('with days that hold on to %f of the day before', (phi) => {
  it('the interval of a level holds it in about 95 of 100', () => {
    let held = 0
    for (let seed = 1; seed <= PERSONS; seed++) {
      const level = smoothedLevel(
        daysOf(seed, 90, phi, () => 7, 0.2),
        89,
      )
      if (level !== undefined && level.ci95[0] <= 7 && level.ci95[1] >= 7) held++
    }
    expect(held / PERSONS).toBeGreaterThan(0.9)
    expect(held / PERSONS).toBeLessThan(0.985)
  })

  it('the interval of a pace holds it in about 95 of 100', () => {
    let held = 0
    for (let seed = 1; seed <= PERSONS; seed++) {
      const pace = weeklyPace(
        daysOf(seed, 90, phi, (day) => 80 - 0.1 * day, 0.2),
        89,
      )
      if (pace !== undefined && pace.ci95[0] <= -0.7 && pace.ci95[1] >= -0.7) held++
    }
    expect(held / PERSONS).toBeGreaterThan(0.9)
    expect(held / PERSONS).toBeLessThan(0.985)
  })
})

describe('a pace', () => {
  it('is the slope of least squares where days do not hold on to each other', () => {
    const values = Float64Array.from({ length: 28 }, (_, day) => 80 + (day % 2 === 0 ? 0.2 : -0.2))
    const { phi } = lineThrough(values, 0, 27)
    expect(phi).toBe(0)
    const mean = 13.5
    const slope =
      values.reduce((sum, y, t) => sum + (t - mean) * y, 0) / values.reduce((sum, _, t) => sum + (t - mean) ** 2, 0)
    expect(weeklyPace(values, 27)?.perWeek).toBeCloseTo(7 * slope, 10)
  })

  it('needs 8 values over 14 days', () => {
    const every = (step: number, length: number) =>
      Float64Array.from({ length }, (_, day) => (day % step === 0 ? 80 + day / 50 : Number.NaN))
    expect(weeklyPace(every(4, 28), 27)).toBeUndefined()
    expect(weeklyPace(every(3, 28), 27)?.n).toBe(10)
    expect(weeklyPace(every(1, 12), 11)).toBeUndefined()
  })
})

describe('a level', () => {
  it('needs 7 of 14 days and knows nothing of what is before them', () => {
    const values = Float64Array.from({ length: 40 }, (_, day) => (day < 26 ? 100 : day % 2 === 0 ? 7 : Number.NaN))
    expect(smoothedLevel(values, 39)).toMatchObject({ mean: 7, median: 7, n: 7 })
    values[38] = Number.NaN
    expect(smoothedLevel(values, 39)).toBeUndefined()
  })
})
