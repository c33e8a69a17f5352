import { type CivilDate, monthOf, weekdayOf } from './civil-date.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `Monday`. The first three letters are its short form, as of a month's name. */
export const weekdayWord = (date: CivilDate): string => WEEKDAYS[weekdayOf(date) - 1] ?? ''

/** `November`. */
export const monthWord = (date: CivilDate): string => MONTHS[monthOf(date) - 1] ?? ''
