import { seededRandom } from '../../../shared/random/seeded-random.ts'
import type { Finding } from '../analysis.ts'
import type { DailySeries } from '../daily-series.ts'
import { shuffledWeeks } from './shuffled-weeks.ts'

/** How many patterns chance alone makes of a person's own days. */
export interface ShuffleResult {
  /** Links and trends in the days as they were. Weekdays are not counted: a shuffled week keeps its weekdays. */
  readonly found: number
  /** Times the weeks were shuffled. */
  readonly runs: number
  /** Links and trends found in each of the runs. */
  readonly byChance: readonly number[]
  /** In how many of the runs there was at least one. */
  readonly runsWithAny: number
  /** Mean number of a run. */
  readonly mean: number
}

export interface ShuffleOptions {
  readonly runs: number
  readonly seed: number
  /** The search for patterns, the same that the findings come from. */
  readonly findings: (series: readonly DailySeries[]) => readonly Finding[]
}

/** Shuffles the weeks of all metrics `runs` times and searches them each time. The same for the same seed. */
export function shuffleTest(series: readonly DailySeries[], options: ShuffleOptions): ShuffleResult {
  let result: ShuffleResult | undefined
  for (result of shuffleRuns(series, options));
  return result ?? resultOf(countOf(options.findings(series)), [])
}

/** The same, giving the result so far after each run, so that a worker may answer and stop in between. */
export function* shuffleRuns(
  series: readonly DailySeries[],
  { runs, seed, findings }: ShuffleOptions,
): Generator<ShuffleResult, void> {
  const random = seededRandom(seed)
  const found = countOf(findings(series))
  const byChance: number[] = []
  while (byChance.length < runs) {
    byChance.push(countOf(findings(shuffledWeeks(series, random))))
    yield resultOf(found, [...byChance])
  }
}

function resultOf(found: number, byChance: readonly number[]): ShuffleResult {
  const runs = byChance.length
  return {
    found,
    runs,
    byChance,
    runsWithAny: byChance.filter((count) => count > 0).length,
    mean: runs === 0 ? 0 : byChance.reduce((sum, count) => sum + count, 0) / runs,
  }
}

const countOf = (findings: readonly Finding[]) => findings.filter(({ kind }) => kind !== 'weekday').length
