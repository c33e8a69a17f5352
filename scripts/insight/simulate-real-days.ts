import { toEpochDay } from '../../shared/calendar/civil-date.ts'
import type { DailySeries } from '../../web/insight/daily-series.ts'
import { judgePatterns } from '../../web/insight/pattern/engine.ts'
import { MOST_LAG, testPair } from '../../web/insight/pattern/pair.ts'
import { type Variate, variatesOf } from '../../web/insight/pattern/variate.ts'
import { gridBefore, weekdayIndex } from '../../web/insight/series/day-grid.ts'
import type { Person } from './evaluate-read.ts'
import { METRICS, madePerson, randomFor } from './made-person.ts'
import type { SimulatedGoal } from './simulated-goal.ts'

const DAYS = [30, 60, 90, 180, 365]
const LAGS = [MOST_LAG, 7]
const AT_MOST = 0.06
const ALPHA = 0.05
/** Share of a window that has to be recorded. */
const COVERAGE = 0.6
/** Days between two windows of one person. */
const APART = 60
const TRIES = 10_000
const FIRST_CELL = 200

/**
 * Real days between which there can be no link: six windows of real series, of different persons or of times far apart,
 * laid over each other weekday on weekday. How many such persons are told an association, at the lags the app looks at
 * and at lags up to a week.
 */
export function simulateRealDays(persons: readonly Person[], count: number): readonly SimulatedGoal[] {
  return DAYS.flatMap((days, row) => {
    const told = LAGS.map(() => 0)
    for (let person = 0; person < count; person++) {
      const variates = mixedPerson(persons, days, randomFor(FIRST_CELL + row, person))
      LAGS.forEach((lag, i) => {
        const pairs = variates.flatMap((a, place) => variates.slice(place + 1).map((b) => testPair(a, b, lag)))
        if (judgePatterns([], pairs, ALPHA).findings.length > 0) told[i] = (told[i] ?? 0) + 1
      })
    }
    return LAGS.map((lag, i) => ({
      name: `false-association-real-days-${days}-lags-0-${lag}`,
      value: (told[i] ?? 0) / count,
      atMost: AT_MOST,
      detail: `${told[i]} of ${count} persons mixed of real days`,
    }))
  })
}

interface Window {
  readonly person: Person
  readonly series: DailySeries
  readonly from: number
}

function mixedPerson(persons: readonly Person[], days: number, random: () => number): Variate[] {
  const windows: Window[] = []
  for (let attempt = 0; windows.length < METRICS.length; attempt++) {
    if (attempt === TRIES) throw new RangeError(`there are not enough real series of ${days} days`)
    const window = drawWindow(persons, days, random)
    if (window !== undefined && windows.every((other) => areApart(window, other, days))) windows.push(window)
  }
  const { series, today } = madePerson(windows.map(({ series, from }) => series.values.slice(from, from + days)))
  return series.flatMap((each) => {
    const grid = gridBefore(each, today)
    return grid === undefined ? [] : variatesOf(grid).filter(({ varies }) => varies)
  })
}

/** A stretch that begins on a Monday and of which enough is recorded, or undefined where the draw was none. */
function drawWindow(persons: readonly Person[], days: number, random: () => number): Window | undefined {
  const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)]
  const person = pick(persons)
  const series = person === undefined ? undefined : pick(person.series)
  if (person === undefined || series === undefined) return undefined
  const drawn = Math.floor(random() * (series.values.length - days + 1))
  const from = drawn - weekdayIndex(toEpochDay(series.start) + drawn)
  if (from < 0 || from + days > series.values.length) return undefined
  const recorded = series.values.subarray(from, from + days).reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0)
  return recorded < COVERAGE * days ? undefined : { person, series, from }
}

function areApart(a: Window, b: Window, days: number): boolean {
  if (a.person !== b.person) return true
  const startOf = ({ series, from }: Window) => toEpochDay(series.start) + from
  return Math.abs(startOf(a) - startOf(b)) >= days + APART
}
