import { addDays, type CivilDate, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import { BUILT_IN_METRICS } from '../../shared/metric/catalogue.ts'
import { DEFAULT_UNITS } from '../../shared/metric/unit.ts'
import { analyse } from '../insight/analyse.ts'
import type { DailySeries } from '../insight/daily-series.ts'
import type { CoachFacts } from './facts.ts'

export const date = (text: string): CivilDate => {
  const parsed = parseCivilDate(text)
  if (parsed === undefined) throw new Error(`${text} is no date`)
  return parsed
}

/** A Friday. */
export const TODAY = date('2026-11-27')

/** Values of the days that end with yesterday; undefined: not recorded. */
export function daysOf(metric: string, values: readonly (number | undefined)[]): DailySeries {
  return {
    metric,
    start: addDays(TODAY, -values.length),
    values: Float64Array.from(values, (value) => value ?? Number.NaN),
  }
}

/** Somebody who changed no setting and logged what the series hold. */
export function factsWith(series: readonly DailySeries[], more: Partial<CoachFacts> = {}): CoachFacts {
  const logged = new Set<CivilDate>()
  for (const { start, values } of series) {
    values.forEach((value, at) => {
      if (Number.isFinite(value) && addDays(start, at) <= TODAY) logged.add(addDays(start, at))
    })
  }
  return {
    today: TODAY,
    timeZone: 'Europe/Berlin',
    locale: 'en-GB',
    weekStart: 1,
    units: DEFAULT_UNITS,
    metrics: BUILT_IN_METRICS,
    series,
    analysis: analyse(series, { today: TODAY }),
    loggedDays: [...logged],
    pauses: [],
    goals: [],
    challenges: [],
    experiments: [],
    dismissals: [],
    ...more,
  }
}
