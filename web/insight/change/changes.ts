import type { Anomaly, LevelChange, Refusal, ShiftAlert } from '../analysis.ts'
import type { OneStep } from '../forecast/one-step.ts'
import type { DayGrid } from '../series/day-grid.ts'
import { anomalies } from './anomalies.ts'
import { levelChanges } from './level-changes.ts'
import { LEAST_RESIDUALS, residualScale } from './residual-scale.ts'
import { shiftAlerts } from './shift-alerts.ts'
import { steadyDays } from './steady-days.ts'

/** What moved or stood out in one metric, each list oldest first. */
export interface Changes {
  readonly changes: readonly LevelChange[]
  readonly anomalies: readonly Anomaly[]
  readonly alerts: readonly ShiftAlert[]
  readonly refusals: readonly Refusal[]
}

/** `oneStep` is of the same days as the grid. No metric is refused an anomaly because none was seen: most have none. */
export function changesOf(grid: DayGrid, oneStep: OneStep): Changes {
  const steady = steadyDays(grid)
  const changes = levelChanges(grid, steady)
  const refusals = 'reason' in changes ? [changes] : []
  const watched = {
    changes: 'reason' in changes ? [] : changes,
    anomalies: [],
    alerts: [],
  }
  const judged = oneStep.residual.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0)
  const refused = { looked: 'anomaly', metricY: grid.metric, n: grid.n } as const
  // The last of the days is judged by the ones before it.
  const missing = LEAST_RESIDUALS + 1 - judged
  if (missing > 0)
    return { ...watched, refusals: [...refusals, { ...refused, reason: 'too-few-days', needed: grid.n + missing }] }
  if (steady.noise === undefined) return { ...watched, refusals: [...refusals, { ...refused, reason: 'no-variation' }] }

  const scale = residualScale(oneStep.residual)
  return {
    ...watched,
    anomalies: anomalies(grid, oneStep, scale),
    alerts: shiftAlerts(grid, oneStep, scale),
    refusals,
  }
}
