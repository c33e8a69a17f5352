import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, parseCivilDate, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import { normalOf, seededRandom } from '../../../shared/random/seeded-random.ts'
import { adjust } from './adjustment.ts'
import { autocorrelation, autocorrelationWithin, MOST_AUTOCORRELATION } from './autocorrelation.ts'
import { dateOf, gridBefore, sameGrid, weekdayIndex, windowOf } from './day-grid.ts'
import { designFor } from './design.ts'
import { drawSpikesIn } from './spikes.ts'
import { winsorise } from './winsorise.ts'

const date = (text: string): CivilDate => {
  const parsed = parseCivilDate(text)
  if (parsed === undefined) throw new Error(text)
  return parsed
}
const START = date('2024-01-01')
const of = (values: readonly number[], start = START) => ({ metric: 'steps', start, values: Float64Array.from(values) })
const NO = Number.NaN

describe('the grid of days', () => {
  it('goes from the first to the last recorded day before today', () => {
    const grid = gridBefore(of([NO, 3, NO, 5, 6, 7, NO]), addDays(START, 5))
    expect(grid).toEqual({ metric: 'steps', first: toEpochDay(START) + 1, n: 3, values: Float64Array.of(3, NO, 5, 6) })
  })

  it('leaves today and days to come out, and what is not finite', () => {
    expect(gridBefore(of([1]), START)).toBeUndefined()
    expect(gridBefore(of([1]), addDays(START, -400))).toBeUndefined()
    expect(gridBefore(of([NO, NO]), addDays(START, 9))).toBeUndefined()
    expect(gridBefore(of([]), addDays(START, 9))).toBeUndefined()
    const grid = gridBefore(of([1, Number.POSITIVE_INFINITY, 2, Number.NEGATIVE_INFINITY]), addDays(START, 9))
    expect(grid?.values).toEqual(Float64Array.of(1, NO, 2))
    expect(gridBefore(of([1, 1e60, 1e-60]), addDays(START, 9))?.values).toEqual(Float64Array.of(1, NO, 0))
  })

  it('is a copy, and the same as another of the same days however they were handed over', () => {
    const series = of([1, 2, NO, 4])
    const grid = gridBefore(series, addDays(START, 9))
    const shifted = gridBefore(of([NO, NO, 1, 2, NO, 4], addDays(START, -2)), addDays(START, 40))
    series.values.fill(0)
    expect(grid?.values).toEqual(Float64Array.of(1, 2, NO, 4))
    expect(grid !== undefined && shifted !== undefined && sameGrid(grid, shifted)).toBe(true)
    const other = gridBefore(of([1, 2, 3, 4]), addDays(START, 9))
    expect(grid !== undefined && other !== undefined && sameGrid(grid, other)).toBe(false)
  })

  it('shows any window, with missing days where it does not reach', () => {
    const grid = gridBefore(of([1, 2, 3]), addDays(START, 9))
    if (grid === undefined) throw new Error('no days')
    expect(windowOf(grid, grid.first - 1, grid.first + 4)).toEqual(Float64Array.of(NO, 1, 2, 3, NO, NO))
    expect(windowOf(grid, grid.first + 10, grid.first + 11)).toEqual(Float64Array.of(NO, NO))
    expect(windowOf(grid, grid.first + 1, grid.first)).toEqual(new Float64Array(0))
    expect(dateOf(grid, 2)).toBe('2024-01-03')
  })

  it('knows the weekday of days before 1970 too', () => {
    expect(weekdayIndex(toEpochDay(date('2024-01-01')))).toBe(0)
    expect(weekdayIndex(toEpochDay(date('1969-12-28')))).toBe(6)
  })
})

describe('the adjustment', () => {
  const noise = (n: number, seed: number) => {
    const random = seededRandom(seed)
    return Array.from({ length: n }, () => normalOf(random))
  }

  it('takes a level, a drift and weekdays off whatever they are', () => {
    const numbers = fc.double({ min: -1e4, max: 1e4, noNaN: true })
    const pattern = fc.record({
      level: numbers,
      slope: fc.double({ min: -1, max: 1, noNaN: true }),
      weekdays: fc.tuple(numbers, numbers, numbers, numbers, numbers, numbers, numbers),
    })
    fc.assert(
      fc.property(pattern, fc.integer({ min: 28, max: 500 }), ({ level, slope, weekdays }, n) => {
        const plain = noise(n, n)
        const moved = plain.map((value, t) => value + level + slope * t + (weekdays[t % 7] ?? 0))
        const before = adjust(Float64Array.from(plain), 4).residuals
        adjust(Float64Array.from(moved), 4).residuals.forEach((residual, t) => {
          expect(residual).toBeCloseTo(before[t] ?? NO, 6)
        })
      }),
      { numRuns: 40 },
    )
  })

  it('follows a level that bends, in long series', () => {
    const bent = noise(720, 3).map((value, t) => value + 30 * Math.sin(t / 100))
    expect(designFor(Float64Array.from(bent), 4).knots).toBe(9)
    const { residuals } = adjust(Float64Array.from(bent), 4)
    expect(winsorise(residuals, 3).deviation).toBeLessThan(3)
  })

  it('puts fewer knots where days are sparse, and leaves weekdays out that are rare', () => {
    const sparse = Float64Array.from({ length: 1800 }, (_, t) => (t % 30 === 0 ? t : NO))
    expect(designFor(sparse, 4)).toMatchObject({ knots: 4, hasWeekdays: true })
    const weekly = Float64Array.from({ length: 1800 }, (_, t) => (t % 7 === 0 ? t : NO))
    expect(designFor(weekly, 4)).toMatchObject({ hasWeekdays: false })
  })

  it('a slip of the keys moves no other day', () => {
    const plain = Float64Array.from(noise(200, 9))
    const slipped = plain.slice()
    slipped[77] = 1e9
    const [before, after] = [adjust(plain, 4), adjust(slipped, 4)]
    after.residuals.forEach((residual, t) => {
      if (t !== 77) expect(Math.abs(residual - (before.residuals[t] ?? NO))).toBeLessThan(1)
    })
    expect(Math.abs(after.phi - before.phi)).toBeLessThan(0.05)
  })

  it('a level that moves far and stays is no slip, nor is what comes every week', () => {
    const moved = Float64Array.from(noise(300, 4).map((value, t) => value + (t < 250 ? 0 : 500)))
    expect(drawSpikesIn(moved)).toEqual(moved)
    const everySunday = Float64Array.from(noise(300, 4).map((value, t) => value + (t % 7 === 6 ? 500 : 0)))
    expect(drawSpikesIn(everySunday)).toEqual(everySunday)
  })

  it('the fewest days are enough not to throw', () => {
    expect(adjust(Float64Array.of(5), 4)).toMatchObject({ phi: MOST_AUTOCORRELATION, residuals: Float64Array.of(0) })
    const far = new Float64Array(3650).fill(NO)
    far[0] = 1
    far[3649] = 2
    expect(adjust(far, 4).phi).toBe(MOST_AUTOCORRELATION)
    expect(adjust(new Float64Array(40).fill(5), 4).phi).toBeLessThanOrEqual(MOST_AUTOCORRELATION)
  })
})

describe('the autocorrelation', () => {
  it('is found in made series, on average to 0.06, and not too low', () => {
    for (const phi of [0.3, 0.6]) {
      let sum = 0
      for (let seed = 0; seed < 200; seed++) {
        const random = seededRandom(seed)
        let state = normalOf(random)
        const values = Float64Array.from({ length: 120 }, () => {
          state = phi * state + Math.sqrt(1 - phi * phi) * normalOf(random)
          return state
        })
        sum += adjust(values, 4).phi
      }
      expect(Math.abs(sum / 200 - phi - 0.02)).toBeLessThan(0.04)
    }
  })

  it('pairs only days that follow each other', () => {
    const everyOther = Float64Array.from({ length: 100 }, (_, t) => (t % 2 === 0 ? (t % 4) - 1 : NO))
    expect(autocorrelation(everyOther, 1)).toBe(0)
  })

  it('lies within one standard error, and within what it may be', () => {
    expect(autocorrelationWithin(0.5, 75)).toEqual({ lower: expect.closeTo(0.4, 12), upper: expect.closeTo(0.6, 12) })
    expect(autocorrelationWithin(0, 100).lower).toBe(0)
    expect(autocorrelationWithin(0.94, 20).upper).toBe(MOST_AUTOCORRELATION)
  })
})
