import type { Board } from '../../../shared/leaderboard/board.ts'
import type { Standing } from '../../../shared/leaderboard/messages.ts'
import { daysOf, kindOf, type Period, type PeriodKind } from '../../../shared/leaderboard/period.ts'
import { monthName } from '../../ui/date-text.ts'
import { type Hue, metricHue } from '../../ui/hue.ts'
import { periodText } from '../../ui/period-text.ts'

export interface BoardWords {
  readonly name: string
  /** What a score of it is. */
  readonly counts: string
  readonly hue: Hue
}

export const BOARD_WORDS: Readonly<Record<Board, BoardWords>> = {
  steps: { name: 'Steps', counts: 'The steps of your days, added up.', hue: metricHue('steps') },
  sleep: {
    name: 'Sleep',
    counts: 'Nights within the range of your sleep goal. Not the hours: more is not better.',
    hue: metricHue('sleep'),
  },
  streak: { name: 'Streak', counts: 'Your longest row of logged days.', hue: metricHue('mood') },
  calories: {
    name: 'Calories',
    counts: 'Days on which you met your calorie goal. Not how much you ate.',
    hue: metricHue('calories'),
  },
}

const UNITS: Readonly<Record<Board, readonly [one: string, many: string]>> = {
  steps: ['step', 'steps'],
  sleep: ['night', 'nights'],
  streak: ['day', 'days'],
  calories: ['day', 'days'],
}

const NUMBER = new Intl.NumberFormat('en-GB')

export const numberText = (count: number): string => NUMBER.format(count)

/** `41,230 steps`, `1 night` */
export function scoreText(board: Board, score: number): string {
  const [one, many] = UNITS[board]
  return `${numberText(score)} ${score === 1 ? one : many}`
}

/** The header of a column of scores. */
export const scoreUnit = (board: Board): string => UNITS[board][1]

/** `Week of 23 – 29 Nov 2026`, `Nov 2026`, `All time` */
export function periodName(period: Period): string {
  const { first, last } = daysOf(period)
  switch (kindOf(period)) {
    case 'all':
      return 'All time'
    case 'week':
      return `Week of ${periodText({ from: first, to: last })}`
    case 'month':
      return `${monthName(Number(first.slice(5, 7)))} ${first.slice(0, 4)}`
  }
}

/** `1st`, `2nd`, `3rd`, `11th` */
export function ordinal(rank: number): string {
  const [tens, ones] = [rank % 100, rank % 10]
  const isTeen = tens >= 11 && tens <= 13
  const ending = isTeen ? 'th' : ones === 1 ? 'st' : ones === 2 ? 'nd' : ones === 3 ? 'rd' : 'th'
  return `${numberText(rank)}${ending}`
}

/** How a rank has changed since the period before: `▲2` for the eye, the words for a screen reader. */
export interface RankChange {
  readonly sign: string
  readonly words: string
  readonly way: 'up' | 'down' | 'same'
}

const SINCE: Readonly<Record<PeriodKind, string>> = { week: 'since last week', month: 'since last month', all: '' }

/** Undefined where the rank before is not known. */
export function rankChange({ rank, rankBefore }: Standing, period: Period): RankChange | undefined {
  if (rankBefore === undefined) return undefined
  const since = SINCE[kindOf(period)]
  if (rankBefore === rank) return { sign: '=', words: `unchanged ${since}`.trim(), way: 'same' }
  const places = Math.abs(rankBefore - rank)
  const way = rank < rankBefore ? 'up' : 'down'
  return { sign: `${way === 'up' ? '▲' : '▼'}${numberText(places)}`, words: `${way} ${places} ${since}`.trim(), way }
}

/** `You are 2nd of 14, with 41,230 steps. Up 3 since last week.` */
export function ownText(board: Board, own: Standing, total: number, period: Period): string {
  const change = rankChange(own, period)?.words
  const stands = `You are ${ordinal(own.rank)} of ${numberText(total)}, with ${scoreText(board, own.score)}.`
  return change === undefined ? stands : `${stands} ${change.charAt(0).toUpperCase()}${change.slice(1)}.`
}
