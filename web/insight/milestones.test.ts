import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, datesBetween, fromEpochDay } from '../../shared/calendar/civil-date.ts'
import { MILESTONES, milestonesOf } from './milestones.ts'
import { streakOf } from './streak.ts'

const TODAY = fromEpochDay(19_797) // 2024-03-15
const lastDays = (days: number) => datesBetween(addDays(TODAY, 1 - days), TODAY)

describe('milestones', () => {
  it('are reached on the day a streak first was that long', () => {
    expect(milestonesOf(lastDays(31), [], TODAY)).toEqual({
      reached: [
        { days: 7, on: addDays(TODAY, -24) },
        { days: 14, on: addDays(TODAY, -17) },
        { days: 30, on: addDays(TODAY, -1) },
      ],
      next: { days: 60, left: 29 },
    })
  })

  it('stay reached after the streak broke, and the next one counts from the new streak', () => {
    const old = datesBetween(addDays(TODAY, -60), addDays(TODAY, -40))
    const { reached, next } = milestonesOf([...old, ...lastDays(8)], [], TODAY)
    expect(reached).toEqual([
      { days: 7, on: addDays(TODAY, -54) },
      { days: 14, on: addDays(TODAY, -47) },
    ])
    expect(next).toEqual({ days: 14, left: 6 })
  })

  it('begin with a week, and end with a year', () => {
    expect(milestonesOf([], [], TODAY)).toEqual({ reached: [], next: { days: 7, left: 7 } })
    const year = milestonesOf(lastDays(400), [], TODAY)
    expect(year.reached.map(({ days }) => days)).toEqual(MILESTONES)
    expect(year).not.toHaveProperty('next')
  })

  it('are those up to the longest streak', () => {
    const logged = fc
      .array(fc.boolean(), { maxLength: 60 })
      .map((dice) =>
        dice.flatMap((_, index) => (dice[index % 20] === true || index > 20 ? [addDays(TODAY, -index)] : [])),
      )
    fc.assert(
      fc.property(logged, (days) => {
        const { longest } = streakOf(days, [], TODAY)
        expect(milestonesOf(days, [], TODAY).reached.map((milestone) => milestone.days)).toEqual(
          MILESTONES.filter((length) => length <= longest),
        )
      }),
    )
  })
})
