/**
 * `node scripts/insight/compare-alarms.ts [YEARS]`: what other methods say of the same years of one metric. First years in
 * which nothing happens but weekdays, then years in which the level moves on day 200: the share of years, per cent, in which
 * each method tells a change; after the moves only where it is told within 14 days.
 */

import { addDays, daysBetween } from '../../shared/calendar/civil-date.ts'
import { levelChanges } from '../../web/insight/change/level-changes.ts'
import { optimalPartition } from '../../web/insight/change/optimal-partition.ts'
import { steadyDays } from '../../web/insight/change/steady-days.ts'
import { withoutWeekdays } from '../../web/insight/change/weekday-medians.ts'
import { MAD_TO_SD, medianAbsoluteDeviation, observed } from '../../web/insight/numerics/order-statistics.ts'
import { gridBefore } from '../../web/insight/series/day-grid.ts'
import { randomFor, START } from './made-person.ts'
import { nullDays } from './null-days.ts'
import { baiPerron } from './reference/bai-perron.ts'
import { kendall } from './reference/kendall.ts'
import { olsCusum } from './reference/ols-cusum.ts'
import { robustPhi } from './reference/robust-phi.ts'

const DAYS = 365
const HAPPENS_ON = 200
const WITHIN = 14
const PHIS = [0, 0.3, 0.6, 0.8]
const MOVES = [0, 1, 1.5]

/** Days on which the level is said to have moved; for a method that gives no day, HAPPENS_ON or none. */
type Method = (values: Float64Array) => readonly number[]

const METHODS: Readonly<Record<string, Method>> = {
  'OwnIt: 3 log n, long-run variance by mean squares': (values) => {
    const grid = gridBefore({ metric: 'sleep', start: START, values }, addDays(START, values.length))
    const found = grid === undefined ? [] : levelChanges(grid, steadyDays(grid))
    return 'reason' in found ? [] : found.map(({ date }) => daysBetween(START, date))
  },
  '4 log n (5 over phi .6), long-run variance by medians': (values) =>
    partitioned(values, (days, flat) => {
      const n = days.length
      const phi = Math.min(0.95, (robustPhi(flat) * n + 2.5) / (n - 3))
      return (phi > 0.6 ? 5 : 4) * Math.log(n) * (innovationDeviation(flat, phi) / (1 - phi)) ** 2
    }),
  '2 log n, variance by differences': (values) =>
    partitioned(values, (days) => 2 * Math.log(days.length) * (deviationOf(differences(days)) ** 2 / 2)),
  'Bai and Perron, BIC': (values) => {
    const days = recordedDays(values)
    return baiPerron(observed(values), 14, 3).best.map((place) => days[place] ?? 0)
  },
  'OLS-CUSUM, p < .05': (values) => (olsCusum(observed(values)).p < 0.05 ? [HAPPENS_ON] : []),
  'Mann-Kendall, p < .05': (values) => (kendall(recordedDays(values), observed(values)).p < 0.05 ? [HAPPENS_ON] : []),
}

const years = Number(process.argv[2] ?? 200)
process.stdout.write(`${''.padEnd(56)}${PHIS.map((phi) => `phi ${phi}`.padEnd(16)).join('')}\n`)
for (const [name, method] of Object.entries(METHODS)) {
  const cells = PHIS.map((phi, cell) =>
    MOVES.map((by) => shareTold(method, cell, phi, by))
      .join(' | ')
      .padEnd(16),
  )
  process.stdout.write(`${name.padEnd(56)}${cells.join('')}\n`)
}

function shareTold(method: Method, cell: number, phi: number, by: number): string {
  let told = 0
  for (let year = 0; year < years; year++) {
    const values = nullDays(randomFor(2000 + cell, year), {
      days: DAYS,
      phi,
      missing: 0.12,
      isHeavyTailed: year % 3 === 0,
      weekly: 0.4,
    }).map((value, day) => (day < HAPPENS_ON ? value : value + by))
    const days = method(values)
    if (by === 0 ? days.length > 0 : days.some((day) => Math.abs(day - HAPPENS_ON) <= WITHIN)) told++
  }
  return ((100 * told) / years).toFixed(0)
}

function partitioned(values: Float64Array, penaltyOf: (days: Float64Array, flat: Float64Array) => number): number[] {
  const flat = withoutWeekdays(values, 0)
  const days = observed(flat)
  const recorded = recordedDays(values)
  return optimalPartition(days, penaltyOf(days, flat), 14).map((place) => recorded[place] ?? 0)
}

/** Of what is new on a day, from days whitened over their gaps. */
function innovationDeviation(values: Float64Array, phi: number): number {
  const days = recordedDays(values)
  const white = days.slice(1).map((day, i) => {
    const before = days[i] ?? 0
    const carried = phi ** (day - before)
    return ((values[day] ?? 0) - carried * (values[before] ?? 0)) / Math.sqrt(1 - carried ** 2)
  })
  return Math.sqrt(1 - phi ** 2) * deviationOf(white)
}

function recordedDays(values: Float64Array): number[] {
  return [...values.keys()].filter((day) => !Number.isNaN(values[day]))
}

function differences(values: Float64Array): number[] {
  return Array.from(values.subarray(1), (value, i) => value - (values[i] ?? 0))
}

function deviationOf(values: readonly number[]): number {
  return MAD_TO_SD * medianAbsoluteDeviation(values)
}
