import { METRICS, madePerson } from '../scripts/insight/made-person.ts'
import { nullDays } from '../scripts/insight/null-days.ts'
import { seededRandom } from '../shared/random/seeded-random.ts'
import { createAnalyser, findPatterns } from '../web/insight/index.ts'
import type { Bench } from './bench.ts'
import { earlierInsights } from './earlier-insights.ts'
import { median } from './statistics.ts'

const TEN_YEARS = 3650
const FEW = METRICS.length
const MANY = 20
const RUNS = 9
/** The earlier app's part is so short that one run of it is below what is measured. */
const EARLIER_RUNS = 50

/**
 * The insights of ten years in Node, in CPU time of the whole process, garbage collection and compiling included: the
 * search for patterns, everything, everything of twenty metrics, and everything again after one edit; and the search
 * over what the earlier app made of the same days, in turns with it. Medians; what the first run took is said beside.
 */
export const insightBench: Bench = async () => {
  const days = daysOf(FEW)
  const patterns: number[] = []
  const earlier: number[] = []
  const whole: number[] = []
  const edits: number[] = []
  for (let run = 0; run < RUNS; run++) {
    patterns.push(cpuOf(() => findPatterns(days.series, days)))
    earlier.push(cpuOf(() => repeat(EARLIER_RUNS, () => earlierInsights(days.series))) / EARLIER_RUNS)
    const analyse = createAnalyser()
    whole.push(cpuOf(() => analyse(days.series, days)))
    const edited = days.series[run % FEW]
    if (edited !== undefined) edited.values[TEN_YEARS - 1 - run] = run / RUNS
    edits.push(cpuOf(() => analyse(days.series, days)))
  }
  const many = daysOf(MANY)
  const wholeOfMany = Array.from({ length: 3 }, () => cpuOf(() => createAnalyser()(many.series, many)))
  return [
    { name: 'insight-patterns', value: median(patterns), detail: first(patterns) },
    {
      name: 'insight-patterns-over-earlier',
      value: median(patterns) / median(earlier),
      detail: `${median(patterns).toFixed(1)} ms over ${median(earlier).toFixed(2)} ms, ${FEW} metrics of ten years`,
    },
    { name: 'insight-analysis', value: median(whole), detail: first(whole) },
    { name: 'insight-analysis-after-edit', value: median(edits), detail: first(edits) },
    { name: 'insight-analysis-20-metrics', value: median(wholeOfMany), detail: first(wholeOfMany) },
  ]
}

const first = (runs: readonly number[]) => `the first of ${runs.length} took ${runs[0]?.toFixed(0)} ms`

function daysOf(metrics: number) {
  const random = seededRandom(metrics)
  const days = { days: TEN_YEARS, phi: 0.4, missing: 0.1, isHeavyTailed: false, weekly: 0.3 }
  return madePerson(Array.from({ length: metrics }, () => nullDays(random, days)))
}

/** Milliseconds of CPU. */
function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function repeat(times: number, work: () => unknown): void {
  for (let time = 0; time < times; time++) work()
}
