import { addDays, type CivilDate } from '../../../shared/calendar/civil-date.ts'
import { type Challenge, type ChallengePlan, samePlan } from '../challenge/challenge.ts'
import { type KnownChallengeId, knownIdOf } from '../challenge/known.ts'
import { standingOf } from '../challenge/standing.ts'
import type { Goal } from '../goal/goal.ts'
import { type GoalHistory, historyOf, type Span } from '../goal/history.ts'
import { type Records, TURN_DAYS } from '../goal/records.ts'
import { milestonesOf } from '../milestones.ts'
import { countedOnce } from './counted-once.ts'

/** What each thing is worth. A challenge is worth 10 a day it asks for, a milestone of the streak a point a day. */
export const POINTS = {
  loggedDay: 1,
  goalDay: 2,
  goalWeek: 10,
  goalReached: 50,
  challengeDay: 10,
  milestoneDay: 1,
} as const

export type RewardKind = 'logged' | 'goal-days' | 'goal-weeks' | 'goals-reached' | 'challenges' | 'milestones'

/** Where points come from: how many of a kind, and what they are worth together. */
export interface RewardLine {
  readonly kind: RewardKind
  readonly count: number
  readonly points: number
}

/** Something earned, once, with the day on which it was earned first and how often it has been done since. */
export type Badge = { readonly on: CivilDate; readonly times: number } & BadgeSubject

export type BadgeSubject =
  | { readonly kind: 'streak'; readonly days: number }
  | { readonly kind: 'challenge'; readonly plan: ChallengePlan; readonly known?: KnownChallengeId }
  /** So many days in a row on which a goal for the metric was met. */
  | { readonly kind: 'goal-days'; readonly metric: string; readonly days: number }
  | { readonly kind: 'goal-reached'; readonly metric: string }

export interface Rewards {
  readonly points: number
  readonly lines: readonly RewardLine[]
  /** By the day on which they were earned. */
  readonly badges: readonly Badge[]
}

export interface RewardSources {
  /** Every day with an entry, in any order. */
  readonly logged: readonly CivilDate[]
  /** Archived ones too: what was earned with them stays earned. */
  readonly goals: readonly Goal[]
  readonly challenges: readonly Challenge[]
}

/**
 * All that has been earned. Nothing was ever awarded: it is read off the records each time, so nothing can be awarded
 * twice, and a corrected record corrects it. A day of a metric counts once, however many goals it meets; a challenge
 * counts once for the same days, however many documents say it was begun. `judge`: where the goals were judged already.
 */
export function rewardsOf(
  { logged, goals, challenges }: RewardSources,
  records: Records,
  judge: (goal: Goal) => GoalHistory = (goal) => historyOf(goal, records),
): Rewards {
  // A day that was today before the clock was turned back is not taken out of what it earned.
  const last = addDays(records.today, TURN_DAYS)
  const loggedDays = new Set(logged.filter((date) => date <= last))
  const milestones = milestonesOf([...loggedDays], records.pauses, last).reached
  const metrics = metricHistories(goals, judge)
  const completions = completionsOf(challenges, records)
  const done = completions.flatMap(({ plan, spans }) => spans.map(() => plan.days))

  const lines: RewardLine[] = [
    line('logged', loggedDays.size, loggedDays.size * POINTS.loggedDay),
    line('milestones', milestones.length, sum(milestones.map(({ days }) => days)) * POINTS.milestoneDay),
    counted('goal-days', sum(metrics.map(({ days }) => days.length)), POINTS.goalDay),
    counted('goal-weeks', sum(metrics.map(({ weeks }) => weeks.length)), POINTS.goalWeek),
    counted('goals-reached', sum(metrics.map(({ reached }) => reached.length)), POINTS.goalReached),
    line('challenges', done.length, sum(done) * POINTS.challengeDay),
  ]
  const badges: Badge[] = [
    ...milestones.map(({ days, on }): Badge => ({ kind: 'streak', days, on, times: 1 })),
    ...completions.flatMap(({ plan, spans }) => challengeBadge(plan, spans)),
    ...metrics.flatMap(({ metric, days, reached }) => [
      ...milestonesOf(days, records.pauses, last).reached.map(
        (milestone): Badge => ({ kind: 'goal-days', metric, times: 1, ...milestone }),
      ),
      ...reached
        .slice(0, 1)
        .map(({ until }): Badge => ({ kind: 'goal-reached', metric, on: until, times: reached.length })),
    ]),
  ]
  return {
    points: sum(lines.map(({ points }) => points)),
    lines: lines.filter(({ count }) => count > 0),
    badges: badges.sort((a, b) => compare(a.on, b.on) || compare(badgeId(a), badgeId(b))),
  }
}

/** Names a badge among all there can be. */
export function badgeId(badge: BadgeSubject): string {
  switch (badge.kind) {
    case 'streak':
      return `streak:${badge.days}`
    case 'goal-days':
      return `goal-days:${badge.metric}:${badge.days}`
    case 'goal-reached':
      return `goal-reached:${badge.metric}`
    case 'challenge': {
      const { task, days, within } = badge.plan
      return `challenge:${JSON.stringify([task, days, within])}`
    }
  }
}

interface MetricHistory {
  readonly metric: string
  /** Each once, ascending. */
  readonly days: readonly CivilDate[]
  readonly weeks: readonly Span[]
  readonly reached: readonly Span[]
}

function metricHistories(goals: readonly Goal[], judge: (goal: Goal) => GoalHistory): MetricHistory[] {
  const byMetric = new Map<string, GoalHistory[]>()
  for (const goal of goals) {
    const known = byMetric.get(goal.metric)
    const history = judge(goal)
    if (known === undefined) byMetric.set(goal.metric, [history])
    else known.push(history)
  }
  return [...byMetric]
    .sort(([a], [b]) => compare(a, b))
    .map(([metric, histories]) => ({
      metric,
      days: [...new Set(histories.flatMap(({ metDays }) => metDays))].sort(),
      weeks: countedOnce(histories.flatMap(({ metWeeks }) => metWeeks)),
      reached: countedOnce(histories.flatMap(({ reached }) => reached)),
    }))
}

interface Completions {
  readonly plan: ChallengePlan
  readonly spans: readonly Span[]
}

function completionsOf(challenges: readonly Challenge[], records: Records): Completions[] {
  const plans: { plan: ChallengePlan; spans: Span[] }[] = []
  // By id, so that of two names for one plan the same one is taken on every device.
  for (const challenge of [...challenges].sort((a, b) => compare(a.id, b.id))) {
    const { countsFrom, endedOn } = standingOf(challenge, records)
    if (countsFrom === undefined || endedOn === undefined) continue
    const span: Span = { from: countsFrom, until: endedOn }
    const known = plans.find(({ plan }) => samePlan(plan, challenge.plan))
    if (known === undefined) plans.push({ plan: challenge.plan, spans: [span] })
    else known.spans.push(span)
  }
  return plans.map(({ plan, spans }) => ({ plan, spans: countedOnce(spans) }))
}

function challengeBadge(plan: ChallengePlan, spans: readonly Span[]): Badge[] {
  const known = knownIdOf(plan)
  return spans.slice(0, 1).map(({ until }) => ({
    kind: 'challenge',
    plan,
    on: until,
    times: spans.length,
    ...(known === undefined ? {} : { known }),
  }))
}

const line = (kind: RewardKind, count: number, points: number): RewardLine => ({ kind, count, points })
const counted = (kind: RewardKind, count: number, worth: number) => line(kind, count, count * worth)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
