// The figures of answers worked out once more, from the rows of a file and by the plainest means. Shares nothing with the coach.

import type { Row } from './made-days.ts'

export interface Stretch {
  readonly from: string
  readonly to: string
  /** ISO weekdays as digits: `67`. */
  readonly weekdays?: string | undefined
}

const DAY_MS = 86_400_000
const ms = (date: string) => Date.parse(`${date}T12:00:00Z`)
export const plusDays = (date: string, days: number) => new Date(ms(date) + days * DAY_MS).toISOString().slice(0, 10)
export const daysFrom = (from: string, to: string) => Math.round((ms(to) - ms(from)) / DAY_MS)
/** 1 (Monday) to 7. */
const isoWeekday = (date: string) => new Date(ms(date)).getUTCDay() || 7

export class NaiveDays {
  readonly #rows: readonly Row[]
  readonly #today: string

  constructor(rows: readonly Row[], today: string) {
    this.#rows = rows
    this.#today = today
  }

  valuesIn(metric: string, { from, to, weekdays }: Stretch): { date: string; value: number }[] {
    return this.#rows
      .filter((row) => row.metric === metric && row.date >= from && row.date <= to && row.date <= this.#today)
      .filter((row) => weekdays === undefined || weekdays.includes(String(isoWeekday(row.date))))
      .map(({ date, value }) => ({ date, value }))
      .sort((a, b) => (a.date < b.date ? -1 : 1))
  }

  /** Days of a stretch that have come. */
  daysIn({ from, to, weekdays }: Stretch): number {
    let count = 0
    for (let date = from; date <= to && date <= this.#today; date = plusDays(date, 1))
      if (weekdays === undefined || weekdays.includes(String(isoWeekday(date)))) count++
    return count
  }

  statistic(name: string, metric: string, stretch: Stretch): number {
    const values = this.valuesIn(metric, stretch).map(({ value }) => value)
    const sorted = [...values].sort((a, b) => a - b)
    const sum = values.reduce((a, b) => a + b, 0)
    const half = sorted.length / 2
    switch (name) {
      case 'value':
        return values.length === 1 ? (values[0] ?? Number.NaN) : Number.NaN
      case 'mean':
        return sum / values.length
      case 'sum':
        return sum
      case 'median':
        return Number.isInteger(half)
          ? ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2
          : (sorted[Math.floor(half)] ?? Number.NaN)
      case 'min':
        return sorted[0] ?? Number.NaN
      case 'max':
        return sorted.at(-1) ?? Number.NaN
      case 'n':
        return values.length
      case 'days':
        return this.daysIn(stretch)
      default:
        throw new Error(`No statistic is called ${name}`)
    }
  }

  /** Days on which a test holds. */
  count(metric: string, stretch: Stretch, holds: (value: number) => boolean): number {
    return this.valuesIn(metric, stretch).filter(({ value }) => holds(value)).length
  }

  loggedDays({ from, to }: Stretch): string[] {
    const dates = this.#rows.map(({ date }) => date as string)
    return [...new Set(dates)]
      .filter((date) => date >= from && date <= to && date <= this.#today)
      .sort((a, b) => (a < b ? -1 : 1))
  }

  lastValue(metric: string, until: string): { date: string; value: number } | undefined {
    return this.valuesIn(metric, { from: '0001-01-01', to: until }).at(-1)
  }
}

/** The lengths and ends of stretches of dates without a gap, in order. */
export function runsOf(dates: readonly string[]): { length: number; from: string; to: string }[] {
  const runs: { length: number; from: string; to: string }[] = []
  for (const date of dates) {
    const last = runs.at(-1)
    if (last !== undefined && plusDays(last.to, 1) === date) {
      last.to = date
      last.length++
    } else runs.push({ length: 1, from: date, to: date })
  }
  return runs
}

/** The number that a text of a figure shows, in the unit of the figure, and half of its last digit. */
export function shownNumber(text: string, unit: string): { readonly value: number; readonly half: number } {
  const plain = text.replaceAll('\u202f', '').replace('−', '-')
  const stones = /^(\d+) st ([\d.]+) lb$/.exec(plain)
  if (stones !== null) return { value: Number(stones[1]) * 14 + Number(stones[2]), half: 0.05 }
  const clock = /^(\d+) h (\d{2})$/.exec(plain)
  if (clock !== null) return { value: Number(clock[1]) + Number(clock[2]) / 60, half: 0.5 / 60 }
  const minutes = /^([\d.]+) min$/.exec(plain)
  const figure = /^-?\d+(?:\.\d+)?/.exec(plain)?.[0]
  if (figure === undefined) throw new Error(`“${text}” shows no number`)
  const half = 0.5 * 10 ** -(figure.split('.')[1] ?? '').length
  return minutes !== null && unit === 'h'
    ? { value: Number(figure) / 60, half: half / 60 }
    : { value: Number(figure), half }
}
