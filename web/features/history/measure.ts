import type { MetricId } from '../../../shared/metric/metric.ts'
import { type Column, type DayGrid, sliceOf, valuesIn } from './day-grid.ts'
import type { Measured } from './headline.ts'
import { type LevelRule, smoothedLevel } from './level.ts'
import type { Period } from './range.ts'

/**
 * The metric in the period: its days and the level through them. The level is computed over all days once and cut, so
 * that at the period's first day it already knows the days before.
 */
export function measure(grid: DayGrid, metric: MetricId, period: Period, rule: LevelRule): Measured {
  const values = valuesIn(grid, metric, period)
  const column = grid.columns.get(metric)
  const level = column === undefined ? values : sliceOf(wholeLevel(column, rule), grid.start, period)
  return { period, values, level }
}

// A column is never written to after it is made, so its levels stay right for as long as it is there.
const levels = new WeakMap<Column, Map<number, Column>>()

function wholeLevel(column: Column, rule: LevelRule): Column {
  const known = levels.get(column) ?? new Map<number, Column>()
  levels.set(column, known)
  const kept = known.get(rule.width)
  if (kept !== undefined) return kept
  const made = smoothedLevel(column, rule)
  known.set(rule.width, made)
  return made
}
