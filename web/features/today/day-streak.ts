import { addDays, type CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { PauseDates } from '../../insight/day-marks.ts'
import { type Streak, streakOf } from '../../insight/streak.ts'

/** The streak as Today shows it. */
export interface DayStreak extends Pick<Streak, 'current' | 'longest' | 'pausedToday'> {
  /** How long the streak would be with yesterday logged, where yesterday is the one gap that broke it. */
  readonly mendedByYesterday: number | undefined
}

export function dayStreak(logged: readonly CivilDate[], pauses: readonly PauseDates[], today: CivilDate): DayStreak {
  const { current, longest, pausedToday } = streakOf(logged, pauses, today)
  const withYesterday = streakOf([...logged, addDays(today, -1)], pauses, today).current
  // One day more is yesterday itself: only where older days join again is there something to mend.
  const mendedByYesterday = withYesterday - current >= 2 ? withYesterday : undefined
  return { current, longest, pausedToday, mendedByYesterday }
}
