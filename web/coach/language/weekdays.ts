import type { Weekday } from '../../../shared/calendar/civil-date.ts'

export const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')

/** A regular expression of their names, in a group. */
export const WEEKDAY = `(${WEEKDAYS.join('|')})`

export const weekdayNamed = (name: string): Weekday => (WEEKDAYS.indexOf(name) + 1) as Weekday

/** `weekend sleep`. */
const WEEKEND_OF = /(?<!(?:last|this|the|next|past|previous|my|each|coming) )\bweekend (?=[a-z]+$)/
const WORKDAYS = '(?:week ?days?|work(?:ing)? ?days?|(?:in|during) the week|midweek)'
const BESIDE = '\\b.*\\b(?:vs|versus|and|than|then|or|to|with|compared|against)\\b.*\\b'
const BESIDE_WEEKENDS = new RegExp(`\\b${WORKDAYS}${BESIDE}weekends?\\b|\\bweekends?${BESIDE}${WORKDAYS}\\b`)

/** Whether weekends and the other days are held beside each other. */
export const besideWeekends = (text: string): boolean => BESIDE_WEEKENDS.test(text)

/** Days of the week that a text asks for alone. */
export function weekdaysIn(text: string): readonly Weekday[] | undefined {
  if (BESIDE_WEEKENDS.test(text) || WEEKEND_OF.test(text)) return [6, 7]
  if (/\b(?:weekends|weekend days|(?:at|on) weekends?)\b/.test(text) && !/\bthe weekend\b/.test(text)) return [6, 7]
  if (
    /\b(?:weekdays|week days|workdays|working days|work days|during the week|weeknights)\b/.test(text) &&
    !/\bweekday (?:is|am|do|was)\b/.test(text)
  )
    return [1, 2, 3, 4, 5]
  const plural = new RegExp(`\\b${WEEKDAY}s\\b`, 'g')
  const named = [...text.matchAll(plural)].map(([, name = '']) => weekdayNamed(name))
  const every = new RegExp(`\\b(?:every|each|a typical|an average|a usual) ${WEEKDAY}\\b`).exec(text)
  if (every !== null) named.push(weekdayNamed(every[1] ?? ''))
  return named.length === 0 ? undefined : [...new Set(named)].sort()
}
