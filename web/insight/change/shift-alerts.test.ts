import { describe, expect, it } from 'vitest'
import { nullDays } from '../../../scripts/insight/null-days.ts'
import { addDays, daysBetween, fromEpochDay, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import { seededRandom } from '../../../shared/random/seeded-random.ts'
import { oneStepResiduals } from '../forecast/one-step.ts'
import { residualScale } from './residual-scale.ts'
import { shiftAlerts } from './shift-alerts.ts'

const START = fromEpochDay(19_723)
const MISSING = Number.NaN

/** Alerts on residuals as they are, with a standard deviation of 1. */
function alertsOn(residual: readonly number[]) {
  const values = Float64Array.from(residual)
  const grid = { metric: 'steps', first: toEpochDay(START), values, n: values.length }
  const spread = new Float64Array(values.length).fill(1)
  return shiftAlerts(grid, { expected: values.map(() => 0), residual: values }, { spread, furthest: spread })
}

describe('alerts of a sustained shift', () => {
  it('come when days on one side add up, each less half a standard deviation', () => {
    // 1.5 - .5 a day: on the sixth day the sum passes 5.
    const [alert] = alertsOn([-1, -1, ...new Array(10).fill(1.5)])
    expect(alert).toEqual({
      metric: 'steps',
      date: addDays(START, 7),
      since: addDays(START, 2),
      direction: 'up',
      size: 1.5,
      n: 6,
    })
    expect(alertsOn(new Array(6).fill(-1.5))).toMatchObject([{ direction: 'down', size: -1.5, n: 6 }])
    expect(alertsOn(new Array(5).fill(1.5))).toEqual([])
  })

  it('count no day for more than three standard deviations', () => {
    expect(alertsOn([1e9, 1e9])).toEqual([])
    expect(alertsOn([1e9, 1e9, 1e9])).toMatchObject([{ direction: 'up', size: 3, n: 3 }])
    // Nor does one turn the sign of the size.
    expect(alertsOn([2.5, 2.5, -1e9, 3, 3])).toMatchObject([{ direction: 'up', size: 1.6, n: 5 }])
  })

  it('are silent for 14 days after one, and pass over days that were not recorded', () => {
    expect(alertsOn(new Array(25).fill(1.5))).toHaveLength(1)
    expect(alertsOn(new Array(26).fill(1.5)).map(({ date }) => daysBetween(START, date))).toEqual([5, 25])
    expect(alertsOn([1.5, 1.5, 1.5, MISSING, MISSING, 1.5, 1.5, 1.5])).toMatchObject([{ n: 6, since: START }])
  })

  it('see a level that moved by two standard deviations within two weeks, mostly', () => {
    let seen = 0
    for (let seed = 0; seed < 40; seed++) {
      const values = nullDays(seededRandom(seed), {
        days: 214,
        phi: 0.2,
        missing: 0.1,
        isHeavyTailed: false,
        weekly: 0.4,
      })
      const moved = values.map((value, day) => value + (day >= 200 ? 2 : 0))
      const grid = { metric: 'steps', first: toEpochDay(START), values: moved, n: moved.length }
      const oneStep = oneStepResiduals({ metric: 'steps', start: START, values: moved })
      const alerts = shiftAlerts(grid, oneStep, residualScale(oneStep.residual))
      if (alerts.some(({ date, direction }) => direction === 'up' && date >= addDays(START, 200))) seen++
    }
    expect(seen / 40).toBeGreaterThan(0.8)
  })
})
