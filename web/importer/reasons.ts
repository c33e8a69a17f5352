import type { Metric } from '../../shared/metric/metric.ts'
import type { DateProblem } from './date-text.ts'
import type { DateOrder } from './import-types.ts'

const ORDER_WORDS: Readonly<Record<DateOrder, string>> = {
  ymd: 'year, month, day',
  dmy: 'day, month, year',
  mdy: 'month, day, year',
}

/** Why a value is refused: what is possible, and what it is, in the stored unit. */
export function outOfBounds(metric: Metric, value: number): string {
  const unit = metric.unit === '' ? '' : ` ${metric.unit}`
  return `${metric.name} can be ${plain(metric.min)} to ${plain(metric.max)}${unit}; this is ${plain(value)}${unit}.`
}

export function notADate(problem: DateProblem, cell: string, order: DateOrder): string {
  switch (problem) {
    case 'no-date':
      return `“${cell.slice(0, 40)}” is no date.`
    case 'no-such-day':
      return `“${cell.slice(0, 40)}” is no day of the calendar, read as ${ORDER_WORDS[order]}.`
    case 'month-only':
      return `“${cell.slice(0, 40)}” is a month, and a value needs its day.`
  }
}

const plain = (value: number) => String(Math.round(value * 1000) / 1000).replace(/\B(?=(\d{3})+$)/g, '\u202f')
