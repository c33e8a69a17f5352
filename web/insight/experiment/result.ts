import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { DailySeries } from '../daily-series.ts'
import { type BlockMean, blockMeans, pairsOf } from './block-means.ts'
import type { Experiment } from './experiment.ts'
import { lockOf, type Sha256 } from './lock.ts'
import { FEWEST_PAIRS, lastDayOf } from './plan.ts'
import { signFlips } from './sign-flips.ts'

/** What came out, in the stored unit of the outcome. */
export interface ExperimentResult {
  readonly kind: 'experiment-result'
  readonly outcome: string
  /** Mean of the days with the change less that of the usual ones, pair by pair. */
  readonly difference: number
  readonly ci95: readonly [low: number, high: number]
  /** How often such an interval holds the truth, 0.95 or a little more. */
  readonly coverage: number
  readonly p: number
  /**
   * 'about-the-same': the interval lies within the smallest effect that would matter. 'unclear': it holds zero and more than
   * that, so that the question stays open.
   */
  readonly verdict: 'higher' | 'lower' | 'about-the-same' | 'unclear'
  readonly smallestEffect: number
  /** Mean over the blocks of each kind. */
  readonly change: number
  readonly usual: number
  /** Pairs it rests on, of those planned, and the days measured in them. */
  readonly pairs: number
  readonly planned: number
  readonly n: number
  readonly from: CivilDate
  readonly to: CivilDate
  /** Of the days that the person marked, on how many they kept to the plan. */
  readonly kept: number
  readonly marked: number
  readonly caveats: readonly ExperimentCaveat[]
}

export type ExperimentCaveat =
  /** Some pairs had too few values. */
  | 'pairs-left-out'
  /** The person ended it before its last day. */
  | 'stopped-early'
  /** The plan was kept on under 80 % of the marked days: what was asked was not what was done. */
  | 'often-not-kept'

export interface ExperimentRefusal {
  readonly kind: 'experiment-refusal'
  readonly outcome: string
  readonly reason: 'plan-changed' | 'not-over' | 'too-few-pairs' | 'no-variation'
  /** Pairs there are for it, and how many it takes. */
  readonly pairs: number
  readonly needed: number
}

/**
 * The result, after the last day and not before, of the plan as it was locked. Every measured day counts for the arm that
 * was drawn for it, whether or not the person kept to it (as one intends to treat): the other way round, good days would
 * choose their arm. `series`: the days of the outcome; none is one without values.
 */
export async function experimentResult(
  experiment: Experiment,
  series: DailySeries | undefined,
  { today, sha256 }: { readonly today: CivilDate; readonly sha256: Sha256 },
): Promise<ExperimentResult | ExperimentRefusal> {
  const { plan, lock, stopped, kept } = experiment
  const refusal = (reason: ExperimentRefusal['reason'], pairs: number): ExperimentRefusal => ({
    kind: 'experiment-refusal',
    outcome: plan.outcome,
    reason,
    pairs,
    needed: FEWEST_PAIRS,
  })
  if ((await lockOf(plan, sha256)) !== lock) return refusal('plan-changed', 0)
  const stoppedEarly = stopped !== undefined && stopped <= lastDayOf(plan)
  const until = stoppedEarly && stopped < today ? stopped : today
  const pairs = series === undefined ? [] : pairsOf(blockMeans(plan, series, until))
  if (!stoppedEarly && today <= lastDayOf(plan)) return refusal('not-over', pairs.length)
  if (pairs.length < FEWEST_PAIRS) return refusal('too-few-pairs', pairs.length)
  const blocks = pairs.flatMap(({ change, usual }) => [change, usual])
  if (blocks.every(({ mean }) => mean === blocks[0]?.mean)) return refusal('no-variation', pairs.length)

  const paired = signFlips(pairs.map(({ change, usual }) => change.mean - usual.mean))
  const days = [...kept].filter(([date]) => date >= plan.start && date <= lastDayOf(plan) && date < until)
  const keptDays = days.filter(([, isKept]) => isKept).length
  return {
    kind: 'experiment-result',
    outcome: plan.outcome,
    ...paired,
    verdict: verdictOf(paired.ci95, plan.smallestEffect),
    smallestEffect: plan.smallestEffect,
    change: meanOf(pairs.map(({ change }) => change)),
    usual: meanOf(pairs.map(({ usual }) => usual)),
    pairs: pairs.length,
    planned: plan.pairs,
    n: blocks.reduce((sum, { n }) => sum + n, 0),
    from: plan.start,
    to: stoppedEarly ? until : lastDayOf(plan),
    kept: keptDays,
    marked: days.length,
    caveats: [
      ...(pairs.length < plan.pairs && !stoppedEarly ? (['pairs-left-out'] as const) : []),
      ...(stoppedEarly ? (['stopped-early'] as const) : []),
      ...(keptDays < KEPT_SHARE * days.length ? (['often-not-kept'] as const) : []),
    ],
  }
}

const KEPT_SHARE = 0.8

function verdictOf([low, high]: readonly [number, number], smallest: number): ExperimentResult['verdict'] {
  if (low > -smallest && high < smallest) return 'about-the-same'
  if (low > 0) return 'higher'
  return high < 0 ? 'lower' : 'unclear'
}

const meanOf = (blocks: readonly BlockMean[]) => blocks.reduce((sum, { mean }) => sum + mean, 0) / blocks.length
