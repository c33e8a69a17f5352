import { describe, expect, it } from 'vitest'
import { outermostWeeks, weeksOf } from './weeks.ts'
import { date } from './written-date.ts'

const gap = Number.NaN
// 2026-11-01 is a Sunday.
const november = { from: date('2026-11-01'), to: date('2026-11-30') }

describe('weeks of a period', () => {
  it('are whole weeks that begin on the chosen weekday', () => {
    const values = Float64Array.from({ length: 30 }, (_, day) => day + 1)
    expect(weeksOf(values, november, 1).map(({ from, to, mean }) => [from, to, mean])).toEqual([
      ['2026-11-02', '2026-11-08', 5],
      ['2026-11-09', '2026-11-15', 12],
      ['2026-11-16', '2026-11-22', 19],
      ['2026-11-23', '2026-11-29', 26],
    ])
    expect(weeksOf(values, november, 7)[0]?.from).toBe('2026-11-01')
  })
  it('need four recorded days', () => {
    const values = new Float64Array(30).fill(gap)
    values.set([5, 5, 5], 1)
    values.set([6, 6, 6, 6], 8)
    expect(weeksOf(values, november, 1)).toEqual([{ from: '2026-11-09', to: '2026-11-15', mean: 6, recorded: 4 }])
  })
})

describe('the outermost weeks', () => {
  it('are the highest and the lowest, the latest of equal ones', () => {
    const values = Float64Array.from({ length: 30 }, (_, day) => (day >= 8 && day <= 14 ? 9 : 2))
    const outermost = outermostWeeks(weeksOf(values, november, 1))
    expect(outermost?.highest.from).toBe('2026-11-09')
    expect(outermost?.lowest.from).toBe('2026-11-23')
  })
  it('are not named where there is only one week', () => {
    expect(
      outermostWeeks(weeksOf(new Float64Array(7).fill(1), { from: date('2026-11-02'), to: date('2026-11-08') }, 1)),
    ).toBeUndefined()
  })
})
