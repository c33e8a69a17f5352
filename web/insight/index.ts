/** The face of the room: what screens may use of it. */
export type { PauseDates } from './day-marks.ts'
export { MILESTONES, type Milestones, milestonesOf } from './milestones.ts'
export { type Streak, streakOf } from './streak.ts'
export { type CalendarDay, type CalendarState, calendarOf } from './streak-calendar.ts'
