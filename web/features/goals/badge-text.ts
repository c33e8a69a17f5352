import type { Metric } from '../../../shared/metric/metric.ts'
import type { UnitPreference } from '../../../shared/metric/unit.ts'
import type { BadgeSubject, RewardKind, RewardLine } from '../../insight/reward/rewards.ts'
import { planText } from './challenge-text.ts'

type MetricOf = (id: string) => Metric | undefined

/** What a badge is called, and what it was given for. */
export function badgeText(
  badge: BadgeSubject,
  metricOf: MetricOf,
  units: UnitPreference,
): { readonly title: string; readonly detail: string } {
  switch (badge.kind) {
    case 'streak':
      return { title: `${badge.days} days in a row`, detail: 'with an entry on each of them' }
    case 'challenge':
      return { title: badge.plan.name, detail: planText(badge.plan, metricOf, units) }
    case 'goal-days':
      return {
        title: `${badge.days} days of ${nameOf(badge.metric, metricOf)}`,
        detail: 'the goal met on each of them, in a row',
      }
    case 'goal-reached':
      return { title: `${capital(nameOf(badge.metric, metricOf))}: there`, detail: 'a goal reached by its date' }
  }
}

const nameOf = (id: string, metricOf: MetricOf) => metricOf(id)?.name.toLowerCase() ?? 'something'
const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const LINE_WORDS: Readonly<Record<RewardKind, readonly [one: string, many: string]>> = {
  logged: ['day with an entry', 'days with an entry'],
  milestones: ['milestone of the streak', 'milestones of the streak'],
  'goal-days': ['day on which a goal was met', 'days on which a goal was met'],
  'goal-weeks': ['week in which a goal was met', 'weeks in which a goal was met'],
  'goals-reached': ['goal reached by its date', 'goals reached by their date'],
  challenges: ['challenge completed', 'challenges completed'],
}

/** `3 challenges completed`. */
export const lineText = ({ kind, count }: RewardLine): string => `${count} ${LINE_WORDS[kind][count === 1 ? 0 : 1]}`

export const pointsText = (points: number): string => `${points} ${points === 1 ? 'point' : 'points'}`
