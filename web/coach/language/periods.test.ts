import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import { BUILT_IN_METRICS } from '../../../shared/metric/catalogue.ts'
import { metricWords } from './metric-names.ts'
import { periodsIn } from './periods.ts'
import { plainText } from './plain-text.ts'
import type { Calendar } from './spans.ts'
import { vocabularyOf } from './spelling.ts'
import { weekdaysIn } from './weekdays.ts'

const date = (text: string): CivilDate => {
  const parsed = parseCivilDate(text)
  if (parsed === undefined) throw new Error(`${text} is no date`)
  return parsed
}

/** A Friday. */
const FRIDAY: Calendar = {
  today: date('2026-11-27'),
  weekStart: 1,
  first: date('2024-02-10'),
  isMonthFirst: false,
  isSouthern: false,
}
const VOCABULARY = vocabularyOf(metricWords(BUILT_IN_METRICS))

const said = (text: string, calendar: Calendar = FRIDAY): string[] =>
  periodsIn(plainText(text, VOCABULARY), calendar).map(({ period: { from, to } }) =>
    from === to ? from : `${from}..${to}`,
  )

describe('days in words', () => {
  it.each([
    ['steps today', '2026-11-27'],
    ['steps yesterday', '2026-11-26'],
    ['steps the day before yesterday', '2026-11-25'],
    ['steps 3 days ago', '2026-11-24'],
    ['steps two days ago', '2026-11-25'],
    ['on Monday', '2026-11-23'],
    ['on friday', '2026-11-20'],
    ['on friday the 20th', '2026-11-20'],
    ['on tuesday 4 november 2025', '2025-11-04'],
    ['last Tuesday', '2026-11-24'],
    ['last friday', '2026-11-20'],
    ['on tuesday last week', '2026-11-17'],
    ['this wednesday', '2026-11-25'],
    ['this saturday', '2026-11-28'],
    ['on 2026-03-04', '2026-03-04'],
    ['on 4 March', '2026-03-04'],
    ['on March 4th', '2026-03-04'],
    ['on the 4th of march', '2026-03-04'],
    ['on 4 march 2025', '2025-03-04'],
    ['on march 4, 2025', '2025-03-04'],
    ['on 4/3/2026', '2026-03-04'],
    ['on 24.12.2025', '2025-12-24'],
    ['on 24 december', '2025-12-24'],
    ['on the 15th', '2026-11-15'],
    ['on the 28th', '2026-10-28'],
    ['on christmas', '2025-12-25'],
    ["on new year's day", '2026-01-01'],
    ['on yesturday', '2026-11-26'],
    ['exactly one year ago', '2025-11-27'],
    ['2 weeks ago today', '2026-11-13'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected])
  })
})

describe('periods in words', () => {
  it.each([
    ['this week', '2026-11-23..2026-11-27'],
    ['last week', '2026-11-16..2026-11-22'],
    ['the week before last', '2026-11-09..2026-11-15'],
    ['two weeks ago', '2026-11-09..2026-11-15'],
    ['in the past week', '2026-11-21..2026-11-27'],
    ['the last 7 days', '2026-11-21..2026-11-27'],
    ['the last 30 days', '2026-10-29..2026-11-27'],
    ['over the past 2 weeks', '2026-11-14..2026-11-27'],
    ['last fortnight', '2026-11-14..2026-11-27'],
    ['this month', '2026-11-01..2026-11-27'],
    ['last month', '2026-10-01..2026-10-31'],
    ['past month', '2026-10-29..2026-11-27'],
    ['the past two months', '2026-09-28..2026-11-27'],
    ['in march', '2026-03-01..2026-03-31'],
    ['in december', '2025-12-01..2025-12-31'],
    ['in november', '2026-11-01..2026-11-30'],
    ['in march 2025', '2025-03-01..2025-03-31'],
    ['march last year', '2025-03-01..2025-03-31'],
    ['2026-02', '2026-02-01..2026-02-28'],
    ['in feb 2024', '2024-02-01..2024-02-29'],
    ['since june', '2026-06-01..2026-11-27'],
    ['since 1 june', '2026-06-01..2026-11-27'],
    ['since last month', '2026-10-01..2026-11-27'],
    ['since monday', '2026-11-23..2026-11-27'],
    ['this year', '2026-01-01..2026-11-27'],
    ['last year', '2025-01-01..2025-12-31'],
    ['in 2025', '2025-01-01..2025-12-31'],
    ['from 2024 to 2025', '2024-01-01..2025-12-31'],
    ['past year', '2025-11-28..2026-11-27'],
    ['in spring', '2026-03-01..2026-05-31'],
    ['last summer', '2026-06-01..2026-08-31'],
    ['last winter', '2025-12-01..2026-02-28'],
    ['in the autumn of 2025', '2025-09-01..2025-11-30'],
    ['last weekend', '2026-11-21..2026-11-22'],
    ['over the weekend', '2026-11-21..2026-11-22'],
    ['the week of 3 March', '2026-03-02..2026-03-08'],
    ['the week of march 3rd 2025', '2025-03-03..2025-03-09'],
    ['from 1 june to 15 july', '2026-06-01..2026-07-15'],
    ['between 10 and 20 october', '2026-10-10..2026-10-20'],
    ['between june and august', '2026-06-01..2026-08-31'],
    ['from march to may', '2026-03-01..2026-05-31'],
    ['from november 2025 to february', '2025-11-01..2026-02-28'],
    ['march 3 to 10', '2026-03-03..2026-03-10'],
    ['2026-03-01 to 2026-03-10', '2026-03-01..2026-03-10'],
    ['in the first week of november', '2026-11-01..2026-11-07'],
    ['q1', '2026-01-01..2026-03-31'],
    ['last quarter', '2026-07-01..2026-09-30'],
    ['before march', '2024-02-10..2026-02-28'],
    ['ever', '2024-02-10..2026-11-27'],
    ['from january to march 2025', '2025-01-01..2025-03-31'],
    ['next week', '2026-11-30..2026-12-06'],
    ['lst mnth', '2026-10-01..2026-10-31'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected])
  })

  it('are two where two are named, and one may be named by the other', () => {
    expect(said('this week vs last week')).toEqual(['2026-11-23..2026-11-27', '2026-11-16..2026-11-22'])
    expect(said('compare march and april')).toEqual(['2026-03-01..2026-03-31', '2026-04-01..2026-04-30'])
    expect(said('compare march to april')).toEqual(['2026-03-01..2026-03-31', '2026-04-01..2026-04-30'])
    expect(said('last week and the week before')).toEqual(['2026-11-16..2026-11-22', '2026-11-09..2026-11-15'])
    expect(said('October and the same month last year')).toEqual(['2026-10-01..2026-10-31', '2025-10-01..2025-10-31'])
    expect(said('last 30 days vs the 30 days before').slice(0, 1)).toEqual(['2026-10-29..2026-11-27'])
  })

  it('begin their weeks where the person does, and their seasons where they live', () => {
    expect(said('last week', { ...FRIDAY, weekStart: 7 })).toEqual(['2026-11-15..2026-11-21'])
    expect(said('last summer', { ...FRIDAY, isSouthern: true })).toEqual(['2025-12-01..2026-02-28'])
    expect(said('on 4/3/2026', { ...FRIDAY, isMonthFirst: true })).toEqual(['2026-04-03'])
  })

  it('lie ahead where the question does', () => {
    const ahead = { ...FRIDAY, looksAhead: true }
    expect(said('by christmas', ahead)).toEqual(['2026-12-25'])
    expect(said('on tuesday', ahead)).toEqual(['2026-12-01'])
    expect(said('in 2 weeks', ahead)).toEqual(['2026-12-11'])
    expect(said('at the end of the year', ahead)).toEqual(['2026-12-31'])
    expect(said('tomorrow', ahead)).toEqual(['2026-11-28'])
  })

  it('are not seen in words that only look like them', () => {
    expect(said('how may I sleep more')).toEqual([])
    expect(said('did my weight fall')).toEqual([])
    expect(said('2000 steps')).toEqual([])
    expect(said('how am i doing')).toEqual([])
  })
})

describe('days of the week alone', () => {
  it.each([
    ['on weekends', [6, 7]],
    ['on weekdays', [1, 2, 3, 4, 5]],
    ['on mondays', [1]],
    ['tuesdays and thursdays', [2, 4]],
    ['weekend sleep', [6, 7]],
    ['last weekend', undefined],
    ['on monday', undefined],
  ])('%s', (text, expected) => {
    expect(weekdaysIn(plainText(text, VOCABULARY))).toEqual(expected)
  })
})

it('never throws for what is typed, and finds only periods that begin before they end', () => {
  const words = fc.constantFrom(
    ...'last next this past 3 30 999 9999 days weeks months years ago in since from to between and march may 2026 31 february 2026-02-30 13/13/2026 week of the weekend monday before after q4 until fall winter 00'.split(
      ' ',
    ),
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), (typed) => {
      for (const { period } of periodsIn(plainText(typed.join(' '), VOCABULARY), FRIDAY)) {
        expect(period.from <= period.to || period.from > FRIDAY.today || period.to < FRIDAY.first).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})
