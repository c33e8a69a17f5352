import { fail, ok, type Result } from '../../shared/result/result.ts'
import { type Goal, goalsOf } from './evaluate-goals.ts'
import { type Person, readFolder } from './evaluate-read.ts'
import { runTasks } from './evaluate-run.ts'
import { type Summary, summarise } from './evaluate-summary.ts'
import { tasksOf } from './evaluate-tasks.ts'

export interface Evaluation {
  readonly overall: Summary
  readonly metrics: Readonly<Record<string, Summary>>
  readonly goals: readonly Goal[]
  /** Tasks not counted: of series without any change, and those for which there were too few days. */
  readonly constant: number
  readonly declined: number
  /** Files and rows that could not be read, a sentence each. */
  readonly leftOut: readonly string[]
}

/** Forecasts of every series of a folder from rolling origins, held against what came and against classical methods. */
export function evaluateFolder(folder: string): Result<Evaluation, string> {
  const read = readFolder(folder)
  if (!read.ok) return read
  return evaluate(read.value.persons, read.value.leftOut)
}

export function evaluate(persons: readonly Person[], leftOut: readonly string[] = []): Result<Evaluation, string> {
  const { trials, constant, declined } = runTasks(tasksOf(persons))
  if (trials.length === 0) return fail('no series is long enough to forecast its last 30 days')
  const overall = summarise(trials)
  const names = [...new Set(trials.map(({ metric }) => metric))].sort()
  const metrics = Object.fromEntries(
    names.map((name) => [name, summarise(trials.filter(({ metric }) => metric === name))]),
  )
  return ok({ overall, metrics, goals: goalsOf(overall, metrics), constant, declined, leftOut })
}
