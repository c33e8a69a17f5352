import { normalOf, seededRandom } from '../../shared/random/seeded-random.ts'
import { natureOf } from '../../web/insight/forecast/metric-nature.ts'
import { simulatePaths, WEEK } from '../../web/insight/forecast/paths-ahead.ts'
import { quantile } from '../../web/insight/numerics/order-statistics.ts'
import type { SimulatedGoal } from './simulated-goal.ts'

/** Chances that goals are given, and days until they are due. */
const CHANCES = [0.2, 0.5, 0.8]
const DEADLINES = [14, 30, 90, 180]
/** How far the share that reaches them may be from the chance they were given. */
const MOST_OFF = 0.05
const PATHS = 400

/** What the level of simulated persons does, the noise of a day being 1: returns within days or weeks, or stays. */
const KINDS = [
  { phi: 0.3, move: 1 },
  { phi: 0.8, move: 0.5 },
  { phi: 0.95, move: 0.1 },
  { phi: 1, move: Math.exp(-5) },
  { phi: 1, move: Math.exp(-3) },
  { phi: 1, move: Math.exp(-1) },
]
const HISTORIES = [60, 120, 365]

/**
 * Persons who set themselves goals that the projection gives a chance of 20, 50 or 80 %, a fortnight to half a year
 * ahead, and whether they reach them. Their days go on by the model they came from, which the projection does not know.
 */
export function simulateGoals(persons: number): readonly SimulatedGoal[] {
  const reached = CHANCES.map(() => 0)
  for (let person = 0; person < persons; person++) {
    const random = seededRandom(70_000 + person)
    const kind = KINDS[person % KINDS.length] as (typeof KINDS)[number]
    const history = HISTORIES[Math.floor(person / KINDS.length) % HISTORIES.length] as number
    const deadline = DEADLINES[Math.floor(person / (KINDS.length * HISTORIES.length)) % DEADLINES.length] as number
    const days = daysOf(kind, history + deadline, random)
    const recorded = days
      .slice(0, history)
      .map((value, day) => (day < history - 1 && random() < 0.15 ? Number.NaN : value))

    const bests: number[] = []
    const nature = { ...natureOf('energy', recorded), least: Number.NEGATIVE_INFINITY }
    const options = { skipped: 0, days: deadline, paths: PATHS, nature, planned: 0, random }
    simulatePaths(recorded, options, (weekMeans) => bests.push(weekMeans.reduce((a, b) => Math.max(a, b))))
    const best = bestWeek(days, history)
    for (const [index, chance] of CHANCES.entries())
      if (best >= quantile(bests, 1 - chance)) reached[index] = (reached[index] as number) + 1
  }
  return CHANCES.map((chance, index) => ({
    name: `goals given a chance of ${Math.round(chance * 100)} %, off by`,
    value: Math.abs((reached[index] as number) / persons - chance),
    atMost: MOST_OFF,
    detail: `${reached[index]} of ${persons} reached`,
  }))
}

function daysOf({ phi, move }: (typeof KINDS)[number], length: number, random: () => number): Float64Array {
  let level = phi < 1 ? Math.sqrt(move / (1 - phi * phi)) * normalOf(random) : 0
  return Float64Array.from({ length }, (_, day) => {
    level = phi * level + Math.sqrt(move) * normalOf(random)
    return 50 + level + normalOf(random) + (day % WEEK > 4 ? 0.7 : 0)
  })
}

/** The highest mean of seven days that end after the history. */
function bestWeek(days: Float64Array, history: number): number {
  let best = Number.NEGATIVE_INFINITY
  for (let last = history; last < days.length; last++) {
    const week = days.subarray(last - WEEK + 1, last + 1)
    best = Math.max(best, week.reduce((sum, value) => sum + value, 0) / WEEK)
  }
  return best
}
