import { addDays } from '../../shared/calendar/civil-date.ts'
import type { NotEnoughData } from '../../web/insight/analysis.ts'
import type { Forecast } from '../../web/insight/forecast.ts'
import { forecast } from '../../web/insight/index.ts'
import { exponentialSmoothing } from './classical/exponential-smoothing.ts'
import { leastSquares } from './classical/least-squares.ts'
import { naive } from './classical/naive.ts'
import { scaleOf, scoreOf, type TaskScore } from './evaluate-score.ts'
import { HORIZON, type Task } from './evaluate-tasks.ts'

/** What is held beside our forecast. */
export const CLASSICAL = { naive, ses: exponentialSmoothing, ols30: leastSquares }
export type Classical = keyof typeof CLASSICAL

/** A task that was forecast, and how far everybody was off. */
export interface Trial {
  readonly person: string
  readonly metric: string
  readonly scale: number
  readonly own: TaskScore
  readonly others: Readonly<Record<Classical, TaskScore>>
}

export interface Trials {
  readonly trials: readonly Trial[]
  /** Tasks that are of no use: in their history every value is the same, so there is no scale. */
  readonly constant: number
  /** Tasks for which the forecast said that there is not enough. */
  readonly declined: number
}

/** Every task by our forecast and by the classical methods, each given the same days. */
export function runTasks(tasks: readonly Task[]): Trials {
  const trials: Trial[] = []
  let constant = 0
  let declined = 0
  for (const task of tasks) {
    const { history, person } = task
    const scale = scaleOf(task)
    if (!(scale > 0)) {
      constant++
      continue
    }
    const made = forecastOf(task)
    if (made.kind === 'not-enough-data') {
      declined++
      continue
    }
    const other = (name: Classical) => scoreOf({ mean: CLASSICAL[name](history.values, HORIZON) }, task)
    trials.push({
      person,
      metric: history.metric,
      scale,
      own: scoreOf({ mean: made.mean, bands: made }, task),
      others: { naive: other('naive'), ses: other('ses'), ols30: other('ols30') },
    })
  }
  return { trials, constant, declined }
}

function forecastOf({ history }: Task): Forecast | NotEnoughData {
  return forecast(history, { horizon: HORIZON, today: addDays(history.start, history.values.length) })
}
