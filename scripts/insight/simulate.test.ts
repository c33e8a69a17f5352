import { describe, expect, it } from 'vitest'
import { falseLinks, falseWeekdays } from './compare-patterns.ts'
import { simulateNullPersons } from './simulate-null-persons.ts'
import { simulatePlanted } from './simulate-planted.ts'
import { isMet } from './simulated-goal.ts'

// `npm run simulate` holds the goals with 500 persons a cell. These few catch an engine that went wrong.
describe('the simulations, small', () => {
  it('of 300 persons without any pattern, few are told one', () => {
    const [mean] = simulateNullPersons(20)
    expect(mean).toMatchObject({ name: 'false-pattern-mean', detail: 'over 15 cells' })
    // Four standard errors above a true rate of 4 %.
    expect(mean?.value).toBeLessThan(0.085)
  })

  it('a link that is there is told, and little else', () => {
    for (const { name, value } of simulatePlanted(25)) {
      if (name.startsWith('power')) expect(value, name).toBeGreaterThan(0.6)
      else expect(value, name).toBeLessThan(0.12)
    }
  })

  it('methods that know nothing of days tell nearly everybody a link', () => {
    const shares = Object.fromEntries(falseLinks(8).map(({ method, shares }) => [method, Math.max(...shares)]))
    expect(shares['OwnIt']).toBeLessThan(0.4)
    expect(shares['days as they are, Pearson, p < .05 each']).toBe(1)
  })

  it('too high an autocorrelation makes more weekdays than none', () => {
    const told = falseWeekdays(60).map(({ shares }) => shares)
    const sum = (column: number) => told.reduce((all, shares) => all + (shares[column] ?? 0), 0)
    expect(sum(3)).toBeGreaterThan(sum(0))
  })

  it('the same seeds give the same figures', () => {
    expect(simulateNullPersons(2)).toEqual(simulateNullPersons(2))
  })

  it('a goal is met up to its limit, from either side', () => {
    const goal = { name: 'share', value: 0.05, detail: '' }
    expect(isMet({ ...goal, atMost: 0.05 })).toBe(true)
    expect(isMet({ ...goal, atMost: 0.049 })).toBe(false)
    expect(isMet({ ...goal, atLeast: 0.05 })).toBe(true)
    expect(isMet({ ...goal, atLeast: 0.051 })).toBe(false)
    expect(isMet({ ...goal, value: Number.NaN, atMost: 1 })).toBe(false)
  })
})
