import type { CivilDate } from '../calendar/civil-date.ts'
import { ALL_TIME, monthOf, type Period, periodBefore, weekOf } from '../leaderboard/period.ts'

/**
 * What a card that is issued on a day says: its week and month, those before them, as nobody could know their last score earlier,
 * and all time.
 */
export function cardPeriods(today: CivilDate): Period[] {
  const current = [weekOf(today), monthOf(today)]
  return [...current.flatMap((period) => [period, periodBefore(period) ?? period]), ALL_TIME]
}
