import { readFileSync } from 'node:fs'

/**
 * Questions of every kind as people write them, with what they ask: intent, metric, days, statistic. `-`: none; `*`: whatever. A
 * `+` goes on from the question before it. What stands here was checked by hand, the days against a calendar.
 */
export interface Asked {
  readonly question: string
  readonly goesOn: boolean
  readonly intent: string
  readonly metric: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
  readonly weekdays: string | undefined
  readonly statistic: string | undefined
  /** What may be anything. */
  readonly open: ReadonlySet<'metric' | 'days' | 'statistic'>
}

/** Of the days in `steadyDays`: Friday, 27 November 2026. */
export const STEADY_QUESTIONS: readonly Asked[] = read('steady')

/** Of `gappyDays`: Sunday, 2 March 2025, with weeks that begin on Sundays and weights in pounds. */
export const GAPPY_QUESTIONS: readonly Asked[] = read('gappy')

/** Of `longDays`: Thursday, 29 February 2024. */
export const LONG_QUESTIONS: readonly Asked[] = read('long')

/** Of the days in `steadyDays`, by people who did not know how questions are read. */
export const OTHERS_QUESTIONS: readonly Asked[] = read('others')

/** A line of a table: `value | steps | 2026-11-26 | value | how many steps did I walk yesterday?`. */
function read(name: string): Asked[] {
  return readFileSync(new URL(`questions/${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [intent = '', metric, days = '', statistic, question = ''] = line.split(' | ')
      const [period = '', weekdays] = days.split('/')
      const [from, to = from] = period.split('..')
      const given = (text: string | undefined) => (text === '-' || text === '*' ? undefined : text)
      const open = new Set<'metric' | 'days' | 'statistic'>()
      if (metric === '*') open.add('metric')
      if (days === '*') open.add('days')
      if (statistic === '*') open.add('statistic')
      return {
        question: question.replace(/^\+/, ''),
        goesOn: question.startsWith('+'),
        intent,
        metric: given(metric),
        from: given(from),
        to: given(to),
        weekdays,
        statistic: given(statistic),
        open,
      }
    })
}
