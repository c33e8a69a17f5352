import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import { dayStreak } from './day-streak.ts'

const TODAY: CivilDate = parseCivilDate('2026-11-23') ?? fail()
const daysAgo = (...days: number[]) => days.map((ago) => addDays(TODAY, -ago))
const mended = (...days: number[]) => dayStreak(daysAgo(...days), [], TODAY).mendedByYesterday

function fail(): never {
  throw new Error('no date')
}

describe('what yesterday would mend', () => {
  it('is the row it joins again, today included when logged', () => {
    expect(mended(4, 3, 2)).toBe(4)
    expect(mended(4, 3, 2, 0)).toBe(5)
  })

  it('is nothing where yesterday is logged', () => {
    expect(mended(3, 2, 1)).toBeUndefined()
    expect(mended(3, 2, 1, 0)).toBeUndefined()
  })

  it('is nothing where the row had ended before yesterday: it would only add itself', () => {
    expect(mended(5, 4, 3)).toBeUndefined()
    expect(mended(5, 4, 3, 0)).toBeUndefined()
    expect(mended()).toBeUndefined()
  })

  it('is nothing where yesterday was paused, because the streak holds', () => {
    const pause = { from: addDays(TODAY, -1), until: addDays(TODAY, -1) }
    const streak = dayStreak(daysAgo(4, 3, 2), [pause], TODAY)
    expect(streak.current).toBe(3)
    expect(streak.mendedByYesterday).toBeUndefined()
  })
})
