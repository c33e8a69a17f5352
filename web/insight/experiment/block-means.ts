import { type CivilDate, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import type { DailySeries } from '../daily-series.ts'
import type { ExperimentPlan } from './plan.ts'
import { type Arm, blocksOf } from './schedule.ts'

/** The measured days of one block. */
export interface BlockMean {
  readonly arm: Arm
  readonly pair: number
  readonly mean: number
  readonly n: number
}

/** The blocks that ended before `until` and have values on half of their measured days or more. */
export function blockMeans(plan: ExperimentPlan, series: DailySeries, until: CivilDate): BlockMean[] {
  const needed = Math.ceil((plan.blockDays - plan.washOutDays) / 2)
  const start = toEpochDay(series.start)
  const means: BlockMean[] = []
  for (const { arm, pair, measuredFrom, to } of blocksOf(plan)) {
    if (to >= until) break
    let sum = 0
    let n = 0
    for (let day = toEpochDay(measuredFrom); day <= toEpochDay(to); day++) {
      const value = series.values[day - start]
      if (value === undefined || Number.isNaN(value)) continue
      sum += value
      n++
    }
    if (n >= needed) means.push({ arm, pair, mean: sum / n, n })
  }
  return means
}

/** The pairs of which both blocks are there: mean with the change and mean as usual. */
export function pairsOf(means: readonly BlockMean[]): { readonly change: BlockMean; readonly usual: BlockMean }[] {
  const pairs: { change: BlockMean; usual: BlockMean }[] = []
  for (const change of means) {
    if (change.arm !== 'change') continue
    const usual = means.find(({ arm, pair }) => arm === 'usual' && pair === change.pair)
    if (usual !== undefined) pairs.push({ change, usual })
  }
  return pairs
}
