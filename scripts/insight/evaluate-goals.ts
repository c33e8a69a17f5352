import type { Summary } from './evaluate-summary.ts'

export interface Goal {
  readonly goal: string
  readonly found: number
  readonly held: boolean
}

/** A metric with fewer tasks is shown and not judged: its ratio would be that of a few weeks. */
export const FEWEST_TASKS = 20

const LEAST_80 = 78
const MOST_80 = 84
const LEAST_95 = 93
const MOST_95 = 97
const LEAST_80_OF_METRIC = 74
const LEAST_95_OF_METRIC = 90

/** What the forecasts must hold. Errors are compared both ways, and the worse of the two must do. */
export function goalsOf(overall: Summary, metrics: Readonly<Record<string, Summary>>): Goal[] {
  const atMost = (goal: string, found: number, most: number): Goal => ({
    goal: `${goal}, at most ${most}`,
    found,
    held: found <= most,
  })
  const between = (goal: string, found: number, least: number, most = 100): Goal => ({
    goal: `${goal}, ${most === 100 ? `at least ${least}` : `${least} to ${most}`} %`,
    found,
    held: found >= least && found <= most,
  })
  const worst = ({ ratio }: Summary, other: 'ses' | 'ols30') =>
    Math.max(ratio[other]['1-30'].geometric, ratio[other]['1-30'].pooled)
  const goals = [
    atMost('errors over 1-30 days to those of a line through 30 days', worst(overall, 'ols30'), 0.75),
    atMost('errors over 1-30 days to those of exponential smoothing', worst(overall, 'ses'), 0.97),
  ]
  for (const days of ['1-7', '8-30'] as const) {
    goals.push(between(`days ${days} inside the 80 % band`, overall.coverage80[days], LEAST_80, MOST_80))
    goals.push(between(`days ${days} inside the 95 % band`, overall.coverage95[days], LEAST_95, MOST_95))
  }
  for (const [metric, summary] of Object.entries(metrics)) {
    if (summary.tasks < FEWEST_TASKS) continue
    goals.push(atMost(`${metric}: errors over 1-30 days to those of exponential smoothing`, worst(summary, 'ses'), 1))
    goals.push(between(`${metric}: days inside the 80 % band`, summary.coverage80['1-30'], LEAST_80_OF_METRIC))
    goals.push(between(`${metric}: days inside the 95 % band`, summary.coverage95['1-30'], LEAST_95_OF_METRIC))
  }
  return goals
}
