import type { DaysAhead } from '../report/days-ahead.ts'
import type { MetricWeek } from '../report/metric-week.ts'
import type { Suggestion } from '../report/suggestion.ts'
import type { Streak } from '../streak.ts'
import { date, period } from './dates.ts'
import { dayCount } from './differing.ts'
import { nextStepText } from './risk-sentences.ts'
import { capitalised, type Sentence, say, together } from './sentence.ts'
import type { TermsOf } from './terms.ts'

/** The week of a metric: on how many days it was recorded, its mean, and its lowest and highest day. */
export function metricWeekSentence(week: MetricWeek, termsOf: TermsOf): Sentence {
  const { metric, recorded, facts } = week
  const terms = termsOf(metric)
  if (facts === undefined) return capitalised(say`${terms.name} was not recorded this week.`)
  const on = say`${{ key: 'recorded', value: recorded, text: String(recorded) }} of 7 days recorded`
  const figure = (key: string, value: number) => ({ key: `facts.${key}`, value, text: terms.amount(value) })
  const mean = figure('mean', facts.mean)
  if (recorded < 2) return capitalised(say`${terms.name}: ${mean} (${on}).`)
  const day = (key: 'lowest' | 'highest') =>
    say`${figure(`${key}.value`, facts[key].value)} on ${date(`facts.${key}.date`, facts[key].date)}`
  return capitalised(say`${terms.name}: ${mean} on average, from ${day('lowest')} to ${day('highest')} (${on}).`)
}

/** The days to come of a metric. */
export function daysAheadSentence({ metric, from, to, mean, lo80, hi80, n }: DaysAhead, termsOf: TermsOf): Sentence {
  const terms = termsOf(metric)
  const figure = (key: string, value: number) => ({ key, value, text: terms.amount(value) })
  return capitalised(
    say`${terms.name}: about ${figure('mean', mean)} a day, single days most likely between ${figure('lo80', lo80)} and ${figure('hi80', hi80)} (80 % range; ${period(from, to)}; from ${dayCount('n', n)}).`,
  )
}

/** The one thing to try. */
export function suggestionSentence(suggestion: Suggestion, termsOf: TermsOf): Sentence {
  switch (suggestion.kind) {
    case 'risk-step':
      return say`${nextStepText(suggestion.risk.step)}`
    case 'experiment': {
      const { metricX, metricY } = suggestion.finding
      return say`Find out for yourself: an experiment with ${termsOf(metricX).name} would tell what a change of it does to ${termsOf(metricY).name}.`
    }
    case 'record': {
      const { metric, recorded } = suggestion
      const days = { key: 'recorded', value: recorded, text: String(recorded) }
      return say`Record ${termsOf(metric).name} on more days: it was ${days} of 7 this week, and every day makes the rest surer.`
    }
    case 'keep-going':
      return say`Go on as you do: nothing here asks for a change.`
  }
}

/** Where the streak stands. */
export function streakSentence({ current, longest }: Pick<Streak, 'current' | 'longest'>): Sentence {
  if (longest === 0) return say`Nothing has been logged yet.`
  const most = say`The longest was ${dayCount('longest', longest)}.`
  return current === 0
    ? together(say`No streak at the moment.`, most)
    : together(say`Logged ${dayCount('current', current)} in a row.`, most)
}
