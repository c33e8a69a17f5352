import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import type { UnitPreference } from '../../../shared/metric/unit.ts'
import { dayNoun, valueText } from '../../../shared/metric/value-text.ts'
import type { ChallengePlan } from '../../insight/challenge/challenge.ts'
import type { ChallengeDay, ChallengeDayState, ChallengeStanding } from '../../insight/challenge/standing.ts'
import { ruleText } from '../../insight/wording/goal-words.ts'
import { dayText } from '../../ui/date-text.ts'

type MetricOf = (id: string) => Metric | undefined

/** What a challenge asks: `At least 10 000 steps on each of 7 days`, `Any entry, 14 days in a row within 28`. */
export function planText({ task, days, within }: ChallengePlan, metricOf: MetricOf, units: UnitPreference): string {
  const metric = task.of === 'logged' ? undefined : metricOf(task.metric)
  const noun = metric === undefined ? 'day' : dayNoun(metric)
  const asked =
    task.of === 'logged'
      ? 'any entry'
      : metric === undefined
        ? 'a metric that is gone'
        : task.of === 'recorded'
          ? `${metric.name.toLowerCase()} logged`
          : `${metric.quantity === 'count' ? '' : `${metric.name.toLowerCase()} `}${ruleText(metric, task.rule, units)}`
  const when = within === days ? `on each of ${days} ${noun}s` : `on ${days} ${noun}s in a row, within ${within}`
  return `${asked.charAt(0).toUpperCase()}${asked.slice(1)} ${when}`
}

/** How it stands: `3 of 7 days`, `Completed on Fri 27 Nov 2026`. */
export function standingText({ state, count, endedOn }: ChallengeStanding, { days, within }: ChallengePlan): string {
  const on = endedOn === undefined ? '' : ` on ${dayText(endedOn)}`
  switch (state) {
    case 'running':
      return `${count} of ${days} days${within === days ? '' : ' in a row'}`
    case 'completed':
      return `Completed${on}`
    case 'failed':
      return `Not kept${on}`
    case 'expired':
      return `Expired${on}: too few days were left`
    case 'stopped':
      return `Given up${on}`
  }
}

const DAY_WORDS: Readonly<Record<ChallengeDayState, string>> = {
  met: 'counts',
  missed: 'does not count',
  paused: 'paused, so it holds',
  open: 'still open',
  ahead: 'still to come',
}

/** One of its days: `Mon 23 Nov 2026: 10 200 steps, counts`. */
export function dayStateText(
  { date, state, value }: ChallengeDay,
  metric: Metric | undefined,
  units: UnitPreference,
): string {
  const said = value === undefined || metric === undefined ? '' : `${valueText(metric, value, units)}, `
  const gap = state === 'missed' && value === undefined && metric !== undefined ? 'nothing recorded, ' : ''
  return `${dayText(date)}: ${said}${gap}${DAY_WORDS[state]}`
}

/** The day that ended a challenge for want of an entry: a late one makes it good. */
export function missingDayOf({ state, days }: ChallengeStanding, { task }: ChallengePlan): CivilDate | undefined {
  const last = days.at(-1)
  if (state !== 'failed' || last === undefined || last.state !== 'missed') return undefined
  return task.of !== 'value' || last.value === undefined ? last.date : undefined
}
