import { type CivilDate, daysBetween } from '../../../shared/calendar/civil-date.ts'
import type { GoalProjection } from '../forecast/goal-projection.ts'
import { date, dateText, period } from './dates.ts'
import { dayCount } from './differing.ts'
import { type Figure, type Sentence, say } from './sentence.ts'
import type { MetricTerms, TermsOf } from './terms.ts'

/** When a goal is likely to be reached, or how likely that is within a year. */
export function goalSentence(goal: GoalProjection, termsOf: TermsOf): Sentence {
  const { metric, target, reach, n, lastObserved, onCourse, likely } = goal
  const terms = termsOf(metric)
  const aim = { key: 'target', value: target, text: terms.amount(target) }
  const reached = say`${terms.name} comes to ${aim} or ${reach === 'at-most' ? 'less' : 'more'}`
  const basis = say`from ${dayCount('n', n)} up to ${date('lastObserved', lastObserved)}`
  const pace = paceOf(goal, terms)
  if (onCourse && likely !== undefined) {
    return say`${pace}, ${reached} most likely around ${date('likely', likely)} (${dates(goal)}${basis}).`
  }
  return say`${pace}, it is not on course: ${reached} within a year in about ${chance(goal)} of 100 courses (${basis}).`
}

/**
 * How likely a goal is reached by a day of the person's own, for a projection that was made on `today`. Undefined where the day
 * is over, or over a year away.
 */
export function goalChanceSentence(goal: GoalProjection, today: CivilDate, until: CivilDate): Sentence | undefined {
  const index = daysBetween(today, until)
  const value = goal.probability[index]
  if (value === undefined) return undefined
  return say`By ${dateText(until)} it is reached in about ${courses(`probability.${index}`, value)} of 100 courses.`
}

function paceOf({ plannedPerWeek }: GoalProjection, terms: MetricTerms): Sentence {
  if (plannedPerWeek === undefined) return say`At the present pace`
  const plan = { key: 'plannedPerWeek', value: plannedPerWeek, text: terms.size(plannedPerWeek) }
  return say`With your plan of ${plan} ${plannedPerWeek < 0 ? 'less' : 'more'} a week`
}

function dates({ early, late }: GoalProjection): Sentence {
  if (early === undefined) return { parts: [] }
  if (late === undefined) return say`80 % range from ${date('early', early)} to later than in a year; `
  return say`80 % range ${period(early, late, ['early', 'late'])}; `
}

/** The probability of the last day, as a share of a hundred. */
function chance({ probability }: GoalProjection): Figure {
  const last = probability.length - 1
  return courses(`probability.${last}`, probability[last] ?? 0)
}

const courses = (key: string, value: number): Figure => ({ key, value, text: String(Math.round(value * 100)) })
