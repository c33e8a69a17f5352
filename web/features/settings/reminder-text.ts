import type { ReminderKind } from '../../../shared/push/protocol.ts'
import type { ReminderProblem } from '../../reminder/subscription.ts'

/** How each kind is called, and when it says something. */
export const KIND_TEXTS: Readonly<Record<ReminderKind, { readonly label: string; readonly hint: string }>> = {
  'log-today': { label: 'Log today', hint: 'When nothing is logged by then.' },
  'streak-at-risk': { label: 'Streak at risk', hint: 'When a streak of two days or more would end today.' },
  'goal-reached': {
    label: 'Goal reached',
    hint: 'When a goal of today, of last week or by a date is reached, on whichever device you logged it.',
  },
  'new-risk': { label: 'New high risk', hint: 'When Insights have something new of the highest grade.' },
  'weekly-report': { label: 'Weekly report', hint: 'When your week is ready to read.' },
}

/** What to do about reminders that do not work. */
export const PROBLEM_TEXTS: Readonly<Record<ReminderProblem, string>> = {
  'not-allowed': "Notifications are off for this site. Allow them in the browser's settings, then choose again here.",
  'no-push-service': 'This browser could not reach its push service. Try again later, or save the calendar file.',
  'unknown-service': "This server does not know this browser's push service. Whoever runs it can add it.",
  'signed-out': 'This device is signed out. Sign in on Sync, then choose again here.',
  off: 'This server sends no reminders. The calendar file works without it.',
  full: 'Your account has as many reminded devices as it may. Turn reminders off on one you no longer use.',
  unreachable: 'The server could not be reached. Your choice is kept, and it is told when the app is opened next.',
}

/** Minutes after midnight as the value of a time field, and back; undefined for what is no time. */
export const timeValue = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)/.exec(time) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}
