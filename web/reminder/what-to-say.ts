import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import type { ReminderKind } from '../../shared/push/protocol.ts'
import type { Streak } from '../insight/streak.ts'
import type { ReachedGoal } from './reached-goals.ts'

/** What of the person's data a reminder is about. */
export interface Facts {
  readonly today: CivilDate
  /** Minutes after midnight at which the day ends. */
  readonly dayStart: number
  readonly streak: Pick<Streak, 'current' | 'todayLogged' | 'pausedToday'>
  /** Goals that have just been reached, by their metric's name. */
  readonly reached: readonly ReachedByName[]
  /** Risks of the highest grade that were not put aside. */
  readonly risks: readonly { readonly id: string; readonly name: string | undefined }[]
  /** Logged days of the last seven. */
  readonly weekDays: number
}

export type ReachedByName = Omit<ReachedGoal, 'metric'> & { readonly name: string }

/** A notification: two lines, and the screen that it leads to. */
export interface Notice {
  readonly title: string
  readonly body: string
  readonly path: string
  /** Whether "log" and "later" are offered with it. */
  readonly canLog: boolean
  /** What must not be said a second time. */
  readonly told: readonly string[]
}

/** A streak that one would mind losing, in days. */
const WORTH_KEEPING = 2

/**
 * What there is to say, or undefined where it is nothing. `told` holds what was said before. On a screen that is locked others
 * read it too, so it names no value.
 */
export function whatToSay(kind: ReminderKind, facts: Facts, told: ReadonlySet<string>): Notice | undefined {
  switch (kind) {
    case 'log-today':
      return logToday(facts)
    case 'streak-at-risk':
      return streakAtRisk(facts)
    case 'goal-reached':
      return goalReached(facts, told)
    case 'new-risk':
      return newRisk(facts, told)
    case 'weekly-report':
      return weeklyReport(facts)
  }
}

function logToday({ streak }: Facts): Notice | undefined {
  if (streak.todayLogged || streak.pausedToday) return undefined
  const body =
    streak.current < WORTH_KEEPING
      ? 'Nothing is logged yet today.'
      : `Nothing is logged yet today. Your streak stands at ${streak.current} days.`
  return { title: 'How was today?', body, path: '/', canLog: true, told: [] }
}

function streakAtRisk({ streak, dayStart }: Facts): Notice | undefined {
  if (streak.todayLogged || streak.pausedToday || streak.current < WORTH_KEEPING) return undefined
  const end = dayStart === 0 ? 'at midnight' : `at ${clock(dayStart)}`
  return {
    title: `Keep your streak of ${streak.current} days`,
    body: `One entry is enough. The day ends ${end}.`,
    path: '/',
    canLog: true,
    told: [],
  }
}

const WHEN = [
  ['day', 'Today'],
  ['week', 'Last week'],
  ['date', 'By its date'],
] as const

function goalReached({ reached }: Facts, told: ReadonlySet<string>): Notice | undefined {
  const fresh = reached
    .map(({ id, name, of, since }) => ({ name, of, key: `goal ${id}${of === 'day' ? '' : ` ${of}`} ${since}` }))
    .filter(({ key }) => !told.has(key))
  if (fresh.length === 0) return undefined
  const parts = WHEN.flatMap(([of, when]) => {
    const names = fresh.filter((goal) => goal.of === of).map(({ name }) => name)
    return names.length === 0 ? [] : `${when}: ${names.join(', ')}.`
  })
  return {
    title: fresh.length === 1 ? 'Goal reached' : `${fresh.length} goals reached`,
    body: parts.join(' '),
    path: '/goals',
    canLog: false,
    told: fresh.map(({ key }) => key),
  }
}

function newRisk({ risks }: Facts, told: ReadonlySet<string>): Notice | undefined {
  const fresh = risks.map(({ id, name }) => ({ name, key: `risk ${id}` })).filter(({ key }) => !told.has(key))
  const names = [...new Set(fresh.flatMap(({ name }) => name ?? []))]
  if (fresh.length === 0) return undefined
  return {
    title: 'Worth a look',
    body: names.length === 0 ? 'There is something new in Insights.' : `Something new about: ${names.join(', ')}.`,
    path: '/insights',
    canLog: false,
    told: fresh.map(({ key }) => key),
  }
}

function weeklyReport({ weekDays }: Facts): Notice | undefined {
  if (weekDays === 0) return undefined
  return {
    title: 'Your week is ready',
    body: `You logged ${weekDays} of the last 7 days.`,
    path: '/insights',
    canLog: false,
    told: [],
  }
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
