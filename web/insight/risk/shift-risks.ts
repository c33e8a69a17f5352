import { type CivilDate, daysBetween } from '../../../shared/calendar/civil-date.ts'
import { BUILT_IN_METRICS } from '../../../shared/metric/catalogue.ts'
import type { Direction } from '../../../shared/metric/metric.ts'
import type { ShiftAlert } from '../analysis.ts'
import type { Risk } from './risk.ts'

/** Which way of a metric is good, by its id, where it is not built in. */
export type Directions = Readonly<Record<string, Direction>>

/** An alert is a risk for so many days. */
const ALERT_DAYS = 14

const BUILT_IN: Directions = Object.fromEntries(BUILT_IN_METRICS.map(({ id, direction }) => [id, direction]))

/** The alerts of the last two weeks in which a metric with a good side moved to the other, the latest of each metric. */
export function shiftRisks(alerts: readonly ShiftAlert[], directions: Directions, today: CivilDate): Risk[] {
  const latest = new Map<string, ShiftAlert>()
  for (const alert of alerts) {
    const age = daysBetween(alert.date, today)
    if (age < 0 || age > ALERT_DAYS) continue
    const known = latest.get(alert.metric)
    if (known === undefined || known.date < alert.date) latest.set(alert.metric, alert)
  }
  return [...latest.values()].filter((alert) => isBad(alert, directions)).map(riskOf)
}

function isBad({ metric, direction }: ShiftAlert, directions: Directions): boolean {
  const good = directions[metric] ?? BUILT_IN[metric] ?? 'none'
  return good !== 'none' && good !== direction
}

function riskOf({ metric, date, since, direction, size, n }: ShiftAlert): Risk {
  return {
    id: `shift:${metric}`,
    rule: 'shift',
    metric,
    severity: 'medium',
    measure: 'shift',
    value: size,
    threshold: 0,
    side: direction === 'up' ? 'above' : 'below',
    certainty: 'counted',
    guideline: 'sustained-shift',
    step: 'look-at-days',
    n,
    from: since,
    to: date,
    stale: false,
    since,
  }
}
