import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { MOOD } from '../../../shared/metric/catalogue.ts'
import { isWithinBounds, type Metric } from '../../../shared/metric/metric.ts'
import type { ProposedAction } from '../../coach/answer.ts'
import { fieldsOfChallenge } from '../../insight/challenge/challenge.ts'
import { fieldsOfGoal } from '../../insight/goal/goal.ts'
import { challengeEdit } from '../../store/challenges.ts'
import type { Edit } from '../../store/change.ts'
import { dayEdit } from '../../store/days.ts'
import { goalEdit } from '../../store/goals.ts'
import type { ChangeWithIds } from '../../store/late-commit.ts'
import { type Message, messageFieldsEdit } from '../../store/messages.ts'
import type { Profile } from '../../store/profile.ts'
import { dayText } from '../../ui/date-text.ts'

/** What pressing a proposal does: go to where it is filled in, or write it, to be undone like any change. */
export type PlannedAction =
  | { readonly kind: 'go'; readonly button: string; readonly to: string }
  | { readonly kind: 'write'; readonly button: string; readonly change: ChangeWithIds }

export interface ActionWorld {
  readonly metrics: readonly Metric[]
  readonly profile: Pick<Profile, 'weekStart'>
  readonly today: CivilDate
  readonly message: Pick<Message, 'id' | 'acted'>
  /** Which of the message's actions it is. */
  readonly place: number
}

/** Undefined where it cannot be done any more: its metric is gone, or its value is none that the metric takes. */
export function planOfAction(action: ProposedAction, world: ActionWorld): PlannedAction | undefined {
  const { metrics, profile, today, message, place } = world
  const metricOf = (id: string) => metrics.find((metric) => metric.id === id)
  const acted = messageFieldsEdit(message.id, { acted: [...new Set([...message.acted, place])] })
  const write = (button: string, label: string, editOf: (newId: () => string) => Edit): PlannedAction => ({
    kind: 'write',
    button,
    change: (newId) => ({ kind: 'edit', label, edits: [editOf(newId), acted] }),
  })

  switch (action.kind) {
    case 'log': {
      const metric = metricOf(action.metric)
      if (metric === undefined || action.date > today) return undefined
      const { value, date } = action
      if (metric.id === MOOD.id) return { kind: 'go', button: 'Log mood', to: '/mood?log=1' }
      if (value === undefined) {
        const query = new URLSearchParams({ ...(date === today ? {} : { day: date }), log: metric.id })
        return { kind: 'go', button: 'Type the value', to: `/?${query.toString()}` }
      }
      if (!isWithinBounds(metric, value)) return undefined
      return write('Log it', `${metric.name} on ${dayText(date)} logged`, () => dayEdit(date, metric.id, value))
    }
    case 'set-goal': {
      const metric = metricOf(action.metric)
      if (metric === undefined) return undefined
      const { rule, cadence, until } = action
      if (cadence === 'byDate' && (until === undefined || until <= today)) return undefined
      const version = { from: today, rule, cadence, paused: false, ...(until === undefined ? {} : { until }) }
      return write('Set the goal', `Goal set for ${metric.name.toLowerCase()}`, (newId) =>
        goalEdit(newId(), fieldsOfGoal(metric.id, profile.weekStart, version)),
      )
    }
    case 'start-challenge': {
      const { task, name } = action.plan
      if (task.of !== 'logged' && metricOf(task.metric) === undefined) return undefined
      return write('Start it', `Challenge begun: ${name}`, (newId) =>
        challengeEdit(newId(), fieldsOfChallenge(action.plan, today)),
      )
    }
    case 'plan-trial':
      return { kind: 'go', button: 'Plan it', to: '/insights?view=trials' }
  }
}
