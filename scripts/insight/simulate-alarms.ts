import { addDays, daysBetween, fromEpochDay } from '../../shared/calendar/civil-date.ts'
import { type Changes, changesOf } from '../../web/insight/change/changes.ts'
import { comparisons } from '../../web/insight/comparison/comparisons.ts'
import { oneStepResiduals } from '../../web/insight/forecast/one-step.ts'
import { type DayGrid, gridBefore } from '../../web/insight/series/day-grid.ts'
import { randomFor, START } from './made-person.ts'
import { nullDays } from './null-days.ts'
import type { SimulatedGoal, Simulation } from './simulated-goal.ts'

const PHIS = [0, 0.3, 0.6]
const DAYS = 365
/** About the first ones, by which the others are judged: in them no day and no lasting shift is told. */
const UNJUDGED_DAYS = 50
const MISSING = 0.12
const WEEKLY = 0.4

const ANOMALIES_AT_MOST = 1
const ALERTS_AT_MOST = 2.5
const CHANGED_AT_MOST = 0.07
const DIFFERING_AT_MOST = 0.06

/** Where something happens, in cells in which it does. */
const HAPPENS_ON = 200
/** How late it may be told, and how far off its date be. */
const WITHIN = 14

/** Cells of other simulations are numbered below. */
const CELLS_FROM = 1000

/**
 * Years of one metric in which nothing happens but weekdays: how often a day, a lasting shift or a moved level is told.
 * Then years in which one thing happens, in standard deviations of a day: how often it is.
 */
export const simulateAlarms: Simulation = (persons) => [
  ...PHIS.flatMap((phi, cell) => falseAlarms(phi, yearsOf(cell, persons, phi))),
  ...detections(persons),
]

function falseAlarms(phi: number, years: readonly Float64Array[]): SimulatedGoal[] {
  let [anomalies, alerts, changed, compared, differing] = [0, 0, 0, 0, 0]
  for (const values of years) {
    const found = watched(values)
    anomalies += found.anomalies.length
    alerts += found.alerts.length
    if (found.changes.length > 0) changed++
    const beside = comparisons(gridOf(values), addDays(START, values.length))
    for (const { verdict } of 'reason' in beside ? [] : beside) {
      compared++
      if (verdict !== 'about-the-same') differing++
    }
  }
  const metricYears = (years.length * (DAYS - UNJUDGED_DAYS)) / 365
  return [
    {
      name: `false-anomalies-phi-${phi}`,
      value: anomalies / metricYears,
      atMost: ANOMALIES_AT_MOST,
      detail: `${anomalies} days told in ${metricYears.toFixed(0)} judged metric-years in which nothing happens`,
    },
    {
      name: `false-alerts-phi-${phi}`,
      value: alerts / metricYears,
      atMost: ALERTS_AT_MOST,
      detail: `${alerts} lasting shifts told in the same`,
    },
    {
      name: `false-level-changes-phi-${phi}`,
      value: changed / years.length,
      atMost: CHANGED_AT_MOST,
      detail: `${changed} of ${years.length} years are told that a level moved`,
    },
    {
      name: `false-differences-phi-${phi}`,
      value: differing / compared,
      atMost: DIFFERING_AT_MOST,
      detail: `${differing} of ${compared} comparisons of 7, 28 and 90 days find a difference`,
    },
  ]
}

function detections(persons: number): SimulatedGoal[] {
  const share = (name: string, cell: number, phi: number, atLeast: number, happens: Happens, isTold: IsTold) => {
    const told = yearsOf(cell, persons, phi).filter((values) => isTold(watched(happens(values)))).length
    return { name, value: told / persons, atLeast, detail: `${told} of ${persons} years in which it happened` }
  }
  const moved = (by: number) => (values: Float64Array) =>
    values.map((value, day) => (day < HAPPENS_ON ? value : value + by))
  const changed: IsTold = ({ changes }) =>
    changes.some(({ date }) => Math.abs(daysBetween(START, date) - HAPPENS_ON) <= WITHIN)
  const alerted: IsTold = ({ alerts }) =>
    alerts.some(({ date, direction }) => {
      const late = daysBetween(START, date) - HAPPENS_ON
      return direction === 'up' && late >= 0 && late <= WITHIN
    })
  const struck: Happens = (values) => values.map((value, day) => (day === HAPPENS_ON ? 5 + (value || 0) : value))
  const flagged: IsTold = ({ anomalies }) => anomalies.some(({ date }) => date === addDays(START, HAPPENS_ON))
  return [
    share('level-moved-1-deviation-phi-0', 10, 0, 0.9, moved(1), changed),
    share('level-moved-1-deviation-phi-0.3', 11, 0.3, 0.7, moved(1), changed),
    share('level-moved-1.5-deviations-phi-0.3', 12, 0.3, 0.9, moved(1.5), changed),
    share('level-moved-1.5-deviations-phi-0.6', 13, 0.6, 0.55, moved(1.5), changed),
    share('alert-of-1.5-deviations-phi-0', 14, 0, 0.8, moved(1.5), alerted),
    share('alert-of-1.5-deviations-phi-0.3', 15, 0.3, 0.65, moved(1.5), alerted),
    share('alert-of-1.5-deviations-phi-0.6', 17, 0.6, 0.3, moved(1.5), alerted),
    share('day-off-by-5-deviations-phi-0.3', 16, 0.3, 0.7, struck, flagged),
  ]
}

type Happens = (values: Float64Array) => Float64Array
type IsTold = (found: Changes) => boolean

function yearsOf(cell: number, persons: number, phi: number): Float64Array[] {
  return Array.from({ length: persons }, (_, person) =>
    nullDays(randomFor(CELLS_FROM + cell, person), {
      days: DAYS,
      phi,
      missing: MISSING,
      isHeavyTailed: person % 3 === 0,
      weekly: WEEKLY,
    }),
  )
}

function watched(values: Float64Array): Changes {
  const grid = gridOf(values)
  return changesOf(
    grid,
    oneStepResiduals({ metric: grid.metric, start: fromEpochDay(grid.first), values: grid.values }),
  )
}

function gridOf(values: Float64Array): DayGrid {
  const grid = gridBefore({ metric: 'sleep', start: START, values }, addDays(START, values.length))
  if (grid === undefined) throw new Error('A year without a recorded day')
  return grid
}
