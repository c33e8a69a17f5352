import { type Column, isRecorded } from './day-grid.ts'

/** What a period's recorded days come to, in the stored unit. */
export interface PeriodSummary {
  /** Calendar days in the period. */
  readonly days: number
  readonly recorded: number
  /** Per recorded day; undefined where none is. */
  readonly mean: number | undefined
  /** Standard deviation of the recorded days around their mean (dividing by n - 1); undefined under two of them. */
  readonly spread: number | undefined
  /** Where in the period the lowest and the highest value stand: of equal ones the latest. */
  readonly lowest: number | undefined
  readonly highest: number | undefined
}

/** Unrecorded days count in `days` and nowhere else. */
export function summarise(values: Column): PeriodSummary {
  let recorded = 0
  let sum = 0
  let lowest: number | undefined
  let highest: number | undefined
  for (let day = 0; day < values.length; day += 1) {
    const value = values[day] ?? Number.NaN
    if (!isRecorded(value)) continue
    recorded += 1
    sum += value
    if (lowest === undefined || value <= (values[lowest] ?? value)) lowest = day
    if (highest === undefined || value >= (values[highest] ?? value)) highest = day
  }
  const mean = recorded === 0 ? undefined : sum / recorded
  const spread = mean === undefined || recorded < 2 ? undefined : spreadAround(mean, values, recorded)
  return { days: values.length, recorded, mean, spread, lowest, highest }
}

function spreadAround(mean: number, values: Column, recorded: number): number {
  let squares = 0
  for (const value of values) if (isRecorded(value)) squares += (value - mean) ** 2
  return Math.sqrt(squares / (recorded - 1))
}
