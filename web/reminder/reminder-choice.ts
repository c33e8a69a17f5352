import type { Weekday } from '../../shared/calendar/civil-date.ts'
import type { Json } from '../../shared/document/document.ts'
import type { Quiet, Reminder } from '../../shared/push/messages.ts'
import { REMINDER_KINDS, type ReminderKind } from '../../shared/push/protocol.ts'
import type { Result } from '../../shared/result/result.ts'
import { withConnection } from '../store/connection.ts'
import type { Database } from '../store/database.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import type { SaveProblem } from '../store/save-problem.ts'

/** What this device reminds of, by the minute after midnight: a kind that is not there is off. Each device has its own. */
export interface ReminderChoice {
  readonly kinds: Readonly<Partial<Record<ReminderKind, number>>>
  /** The person's day of the week, on which the week is told. */
  readonly weekday: Weekday
  readonly quiet: Quiet
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

export const NO_REMINDERS: ReminderChoice = { kinds: {}, weekday: 1, quiet: { from: 22 * 60, until: 7 * 60 } }

/** When a kind comes that is turned on. */
export const USUAL_TIMES: Readonly<Record<ReminderKind, number>> = {
  'log-today': 20 * 60,
  'streak-at-risk': 21 * 60 + 30,
  'goal-reached': 21 * 60,
  'new-risk': 9 * 60,
  'weekly-report': 9 * 60,
}

const NAME = 'reminders'
const TOLD = 'reminders-told'
/** What was said before the last so many things is forgotten. */
const MOST_TOLD = 200

/** What is missing or impossible there is as it was before anybody chose. */
export async function readChoice(db: Database): Promise<ReminderChoice> {
  const kept = objectOf(await readMeta(db, NAME))
  const [kinds, quiet] = [objectOf(kept['kinds']), objectOf(kept['quiet'])]
  const [from, until] = [minuteOf(quiet['from']), minuteOf(quiet['until'])]
  return {
    kinds: Object.fromEntries(
      REMINDER_KINDS.flatMap((kind) => {
        const at = minuteOf(kinds[kind])
        return at === undefined ? [] : [[kind, at]]
      }),
    ),
    weekday: WEEKDAYS.find((day) => day === kept['weekday']) ?? NO_REMINDERS.weekday,
    quiet: from === undefined || until === undefined ? NO_REMINDERS.quiet : { from, until },
  }
}

/** What somebody changes about a choice, whatever else it holds. */
export type ChoiceEdit = (choice: ReminderChoice) => ReminderChoice

/** Changes what is kept. An edit is of what was kept before it, in any tab: edits that come together undo none of each other. */
export function editChoice(db: Database, edit: ChoiceEdit): Promise<Result<void, SaveProblem>> {
  return withConnection(db, () =>
    db.transaction('rw', db.meta, async () => {
      const { kinds, weekday, quiet } = edit(await readChoice(db))
      await db.meta.put({ name: NAME, value: { kinds: { ...kinds }, weekday, quiet: { ...quiet } } })
    }),
  )
}

/** The reminders as the server plans them, by the wall clock. */
export function remindersOf({ kinds, weekday }: ReminderChoice, dayStart: number): Reminder[] {
  return REMINDER_KINDS.flatMap((kind) => {
    const at = kinds[kind]
    if (at === undefined) return []
    // Before a person's day begins, the wall clock is a day ahead.
    const onClock = at < dayStart ? (WEEKDAYS[weekday % 7] ?? 1) : weekday
    return [{ kind, at, weekday: kind === 'weekly-report' ? onClock : null }]
  })
}

/** What was said already and must not be again, oldest first. */
export async function readTold(db: Database): Promise<readonly string[]> {
  const kept = await readMeta(db, TOLD)
  return Array.isArray(kept) ? kept.filter((each: Json) => typeof each === 'string') : []
}

export const writeTold = (db: Database, told: readonly string[]): Promise<Result<void, SaveProblem>> =>
  writeMeta(db, TOLD, told.slice(-MOST_TOLD))

const objectOf = (value: Json | undefined): { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [name: string]: Json })
    : {} // All that is left of JSON.

const minuteOf = (value: Json | undefined): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 24 * 60 ? value : undefined
