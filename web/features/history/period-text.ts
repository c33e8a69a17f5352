import { dateText } from '../../ui/period-text.ts'
import { lengthOf, type Period, type Range } from './range.ts'

/** The equally long period before, as a sentence names it: `the 30 days before`. */
export function beforeText(period: Period): string {
  return `the ${lengthOf(period)} days before`
}

/** A range as a sentence names it: `the last 30 days`, or `these 30 days` once stepped back; `all days`. */
export function rangeText(range: Range, period: Period, endsToday: boolean): string {
  if (range === 'All') return endsToday ? 'all days' : `all days until ${dateText(period.to)}`
  return `${endsToday ? 'the last' : 'these'} ${lengthOf(period)} days`
}
