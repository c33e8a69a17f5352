import { addDays, type CivilDate, datesBetween, weekdayOf } from '../../shared/calendar/civil-date.ts'
import { normalOf, seededRandom } from '../../shared/random/seeded-random.ts'

/** A reading as a file has it. */
export interface Row {
  readonly date: CivilDate
  readonly metric: string
  readonly value: number
}

/** Days of somebody who does not exist, as the lines of a file. The same on every machine. */
export interface MadeDays {
  readonly name: string
  readonly today: CivilDate
  readonly rows: readonly Row[]
}

const day = (text: string) => text as CivilDate

/** Logs nearly all of six metrics and coffee every day, for over a year; today is not logged yet. */
export function steadyDays(): MadeDays {
  const random = seededRandom(11)
  const rows: Row[] = []
  let weight = 78
  for (const date of datesBetween(day('2025-10-01'), day('2026-11-26'))) {
    const isWeekend = weekdayOf(date) > 5
    const put = (metric: string, value: number, decimals: number, chance: number) => {
      if (random() < chance) rows.push({ date, metric, value: Number(value.toFixed(decimals)) })
    }
    weight += -0.01 + 0.05 * normalOf(random)
    const steps = Math.max(300, 8200 + (isWeekend ? 2600 : 0) + 2300 * normalOf(random))
    const sleep = Math.min(11, Math.max(3, 7.1 + (isWeekend ? 0.6 : 0) + 0.8 * normalOf(random)))
    put('weight', weight, 1, 0.9)
    put('steps', steps, 0, 0.97)
    put('sleep', sleep, 2, 0.95)
    put('calories', Math.max(900, 2150 + 320 * normalOf(random)), 0, 0.85)
    put('protein', Math.max(20, 95 + 18 * normalOf(random)), 0, 0.85)
    put('mood', Math.min(5, Math.max(1, Math.round(3.2 + 0.5 * (sleep - 7) + 0.6 * normalOf(random)))), 0, 0.9)
    put('coffee', Math.max(0, Math.round(2 + normalOf(random))), 0, 0.8)
  }
  return { name: 'steady', today: day('2026-11-27'), rows }
}

/** Logs three metrics now and then, and stopped ten days ago. */
export function gappyDays(): MadeDays {
  const random = seededRandom(23)
  const rows: Row[] = []
  for (const date of datesBetween(day('2024-06-10'), day('2025-02-20'))) {
    if (random() < 0.45) rows.push({ date, metric: 'weight', value: Number((92 + normalOf(random)).toFixed(1)) })
    if (random() < 0.6)
      rows.push({ date, metric: 'steps', value: Math.round(Math.max(0, 5200 + 2500 * normalOf(random))) })
    if (random() < 0.5) rows.push({ date, metric: 'sleep', value: Number((6.2 + 0.9 * normalOf(random)).toFixed(2)) })
  }
  return { name: 'gappy', today: day('2025-03-02'), rows }
}

/** Years of steps and mood, a level that moved half a year ago, and today already logged, which is a leap day. */
export function longDays(): MadeDays {
  const random = seededRandom(37)
  const rows: Row[] = []
  for (const date of datesBetween(day('2019-01-01'), day('2024-02-29'))) {
    const level = date < addDays(day('2024-02-29'), -60) ? 6500 : 9400
    if (random() < 0.98)
      rows.push({ date, metric: 'steps', value: Math.round(Math.max(200, level + 1900 * normalOf(random))) })
    if (random() < 0.7)
      rows.push({ date, metric: 'mood', value: Math.min(5, Math.max(1, Math.round(3.4 + 0.9 * normalOf(random)))) })
    if (random() < 0.6)
      rows.push({ date, metric: 'protein', value: Math.round(Math.max(10, 80 + 20 * normalOf(random))) })
  }
  return { name: 'long', today: day('2024-02-29'), rows }
}

export const csvOf = ({ rows }: MadeDays): string =>
  `date,metric,value\n${rows.map(({ date, metric, value }) => `${date},${metric},${value}`).join('\n')}\n`
