import { addDays, addMonths, type CivilDate, yearOf } from '../../../shared/calendar/civil-date.ts'
import { monthWord } from '../../../shared/calendar/date-words.ts'
import { moodWord } from '../../../shared/metric/rating.ts'
import { nearestRating } from './mood-scale.ts'

/** `November 2026` */
export const monthTitle = (date: CivilDate): string => `${monthWord(date)} ${yearOf(date)}`

export const firstOfMonth = (date: CivilDate): CivilDate => addDays(date, 1 - Number(date.slice(8, 10)))

export const lastOfMonth = (date: CivilDate): CivilDate => addDays(addMonths(firstOfMonth(date), 1), -1)

/** A day's mean in words and figures: `Good, 4.2`. */
export function meanText(mean: number): string {
  return `${moodWord(nearestRating(mean))}, ${figure(mean)}`
}

/** One decimal, and none where it would be zero. */
export const figure = (mean: number): string => String(Math.round(mean * 10) / 10)

/** The month in a sentence; `days` are those that have passed. */
export function monthSentence(date: CivilDate, means: readonly number[], days: number): string {
  const [least, most] = [Math.min(...means), Math.max(...means)]
  if (means.length === 0) return `Nothing is recorded in ${monthTitle(date)}.`
  const mean = means.reduce((sum, value) => sum + value, 0) / means.length
  const range = least === most ? '' : `, from ${figure(least)} to ${figure(most)}`
  return `${means.length} of ${days} days in ${monthTitle(date)} have a mood; the mean is ${figure(mean)} (${moodWord(nearestRating(mean))})${range}.`
}
