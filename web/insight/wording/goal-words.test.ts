import { describe, expect, it } from 'vitest'
import { CALORIES, SLEEP, STEPS, WEIGHT } from '../../../shared/metric/catalogue.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { DEFAULT_UNITS, type UnitPreference } from '../../../shared/metric/unit.ts'
import type { GoalVersion } from '../goal/goal.ts'
import { dayAt } from '../goal/records-for-tests.ts'
import { goalText, progressText } from './goal-words.ts'

const version = (rule: GoalVersion['rule'], rest: Partial<GoalVersion> = {}): GoalVersion => ({
  from: dayAt(0),
  rule,
  cadence: 'day',
  paused: false,
  ...rest,
})
const plain = (text: string) => text.replaceAll('\u202f', ' ')

describe('a goal in words', () => {
  it('says what it asks, of which days, in the units of the person', () => {
    const say = (metric: Metric, one: GoalVersion, units: UnitPreference = DEFAULT_UNITS) =>
      plain(goalText(metric, one, units))
    expect(say(STEPS, version({ kind: 'atLeast', low: 8000 }))).toBe('At least 8 000 steps every day')
    expect(say(SLEEP, version({ kind: 'atLeast', low: 7.5 }))).toBe('At least 7 h 30 every night')
    expect(say(CALORIES, version({ kind: 'between', low: 1800, high: 2200 }, { cadence: 'week' }))).toBe(
      'Between 1 800 kcal and 2 200 kcal on average, every week',
    )
    const weight = version({ kind: 'atMost', high: 70 }, { cadence: 'byDate', until: dayAt(90) })
    expect(say(WEIGHT, weight)).toBe('At most 70.0 kg by 5 April 2026')
    expect(say(WEIGHT, weight, { mass: 'lb', energy: 'kcal' })).toBe('At most 154.3 lb by 5 April 2026')
  })
})

describe('where a goal stands, in words', () => {
  const on = (metric: Metric, rule: GoalVersion['rule'], value?: number, state: 'open' | 'met' | 'missed' = 'open') =>
    plain(
      progressText(
        metric,
        { version: version(rule), state, share: 0, ...(value === undefined ? {} : { value }) },
        DEFAULT_UNITS,
      ),
    )

  it('says how much there is of what it takes, and when it is reached', () => {
    expect(on(STEPS, { kind: 'atLeast', low: 8000 }, 6200)).toBe('6 200 of 8 000 steps')
    expect(on(STEPS, { kind: 'atLeast', low: 8000 }, 8200, 'met')).toBe('8 200 steps, reached')
    expect(on(STEPS, { kind: 'atLeast', low: 8000 })).toBe('Nothing recorded yet')
    expect(on(STEPS, { kind: 'atLeast', low: 8000 }, undefined, 'missed')).toBe('Nothing was recorded')
  })

  it('says what is left of what it allows, and what is too much', () => {
    expect(on(CALORIES, { kind: 'atMost', high: 2000 }, 1450)).toBe('1 450 kcal so far, 550 kcal left')
    expect(on(CALORIES, { kind: 'atMost', high: 2000 }, 1450, 'met')).toBe('1 450 kcal, within it')
    expect(on(CALORIES, { kind: 'between', low: 1800, high: 2000 }, 2100, 'missed')).toBe(
      '2 100 kcal, 100 kcal too much',
    )
    expect(on(CALORIES, { kind: 'between', low: 1800, high: 2000 }, 900)).toBe('900 of 1 800 kcal')
  })

  it('says from how many days an average is, and how many it takes', () => {
    const week = version({ kind: 'atLeast', low: 7 }, { cadence: 'week' })
    const at = (recorded: number) =>
      progressText(SLEEP, { version: week, state: 'open', share: 1, value: 7, recorded }, DEFAULT_UNITS)
    expect(at(5)).toBe('7 h 00 on average, from 5 days')
    expect(at(1)).toBe('7 h 00 on average, from 1 day: it takes 4')
    const byDate = version({ kind: 'atMost', high: 70 }, { cadence: 'byDate', until: dayAt(9) })
    expect(progressText(WEIGHT, { version: byDate, state: 'met', share: 1, reachedOn: dayAt(1) }, DEFAULT_UNITS)).toBe(
      'Reached on 6 January 2026',
    )
    expect(progressText(WEIGHT, { version: byDate, state: 'missed', share: 0.5, value: 71 }, DEFAULT_UNITS)).toBe(
      '71.0 kg on average now: its day is over',
    )
  })
})
