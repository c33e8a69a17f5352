import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../calendar/civil-date.ts'
import { BOARDS } from './board.ts'
import { mostAt, refusalOf } from './judge-score.ts'
import { ALL_TIME, monthOf, type Period, periodBefore, weekOf } from './period.ts'

/** A Friday, the fifth day of its week. */
const NOW = Date.UTC(2026, 10, 27, 8)
const WEEK = weekOf('2026-11-27' as CivilDate)
const MONTH = monthOf('2026-11-27' as CivilDate)
const LAST_WEEK = periodBefore(WEEK) as Period

describe('a score', () => {
  it('holds what its days so far can hold, and no more', () => {
    expect(mostAt('steps', WEEK, NOW)).toBe(500_000)
    expect(mostAt('sleep', WEEK, NOW)).toBe(5)
    expect(mostAt('calories', MONTH, NOW)).toBe(27)
    for (const board of BOARDS)
      for (const period of [WEEK, MONTH, ALL_TIME]) {
        const most = mostAt(board, period, NOW)
        expect(refusalOf({ board, period, score: most }, NOW)).toBeUndefined()
        expect(refusalOf({ board, period, score: 0 }, NOW)).toBeUndefined()
        expect(refusalOf({ board, period, score: most + 1 }, NOW)).toBe('implausible')
        expect(refusalOf({ board, period, score: 1e12 }, NOW)).toBe('implausible')
      }
  })

  it('counts the day that has begun where clocks are earliest', () => {
    expect(mostAt('sleep', WEEK, Date.UTC(2026, 10, 27, 10))).toBe(6)
  })

  it('of a streak may reach back before its period', () => {
    expect(mostAt('streak', WEEK, NOW)).toBe(mostAt('streak', ALL_TIME, NOW))
    expect(mostAt('streak', WEEK, NOW)).toBeGreaterThan(6000)
  })

  it('is of a period that is going on, or is over since a day and a half at most', () => {
    const of = (period: string, now: number) => refusalOf({ board: 'steps', period: period as Period, score: 1 }, now)
    const monday = Date.UTC(2026, 10, 23)
    expect(of(LAST_WEEK, monday + 36 * 3_600_000 - 1)).toBeUndefined()
    expect(of(LAST_WEEK, monday + 36 * 3_600_000)).toBe('period-closed')
    expect(of('2026-W49', NOW)).toBe('period-not-begun')
    expect(of('2027-01', NOW)).toBe('period-not-begun')
    expect(of('2026-10', NOW)).toBe('period-closed')
  })

  it('that was true once stays so while the period goes on', () => {
    const aTime = fc.integer({ min: 0, max: 12 * 86_400_000 }).map((ms) => NOW + ms)
    fc.assert(
      fc.property(fc.constantFrom(...BOARDS), aTime, aTime, (board, a, b) => {
        const [earlier, later] = [Math.min(a, b), Math.max(a, b)]
        expect(mostAt(board, WEEK, earlier)).toBeLessThanOrEqual(mostAt(board, WEEK, later))
      }),
    )
  })
})
