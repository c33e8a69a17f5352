import { addDays, type CivilDate, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import { seededRandom } from '../../shared/random/seeded-random.ts'
import type { DailySeries } from '../../web/insight/daily-series.ts'

/** The metrics of a made person: those everybody has. */
export const METRICS: readonly string[] = ['weight', 'steps', 'sleep', 'calories', 'protein', 'mood']

/** A Monday, so that weekdays of made days are plain to see. */
export const START: CivilDate = civil('2024-01-01')

/** The metrics from `START` on, and the day after their last. */
export function madePerson(days: readonly Float64Array[]): { series: DailySeries[]; today: CivilDate } {
  return {
    series: days.map((values, i) => ({ metric: METRICS[i] ?? `metric-${i}`, start: START, values })),
    today: addDays(START, days[0]?.length ?? 0),
  }
}

/** Independent numbers for each person of each cell. */
export const randomFor = (cell: number, person: number): (() => number) => {
  const seeds = seededRandom(cell * 1_000_003 + person)
  return seededRandom(Math.floor(seeds() * 4_294_967_296))
}

function civil(text: string): CivilDate {
  const date = parseCivilDate(text)
  if (date === undefined) throw new RangeError(`${text} is no date`)
  return date
}
