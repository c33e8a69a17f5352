import { addDays, type CivilDate, parseCivilDate, type Weekday } from '../../../shared/calendar/civil-date.ts'
import type { Fields, Json } from '../../../shared/document/document.ts'
import { highOf, lowOf, type Rule, ruleOf } from './rule.ts'

export type Cadence = 'day' | 'week' | 'byDate'

/** What a goal asks from a day on, until its next version. */
export interface GoalVersion {
  readonly from: CivilDate
  readonly rule: Rule
  readonly cadence: Cadence
  /** The last day, of a goal by a date. */
  readonly until?: CivilDate
  /** The goal rests: days neither count nor break anything. */
  readonly paused: boolean
}

/**
 * A goal as its document keeps it. A change is a further version and leaves the days before it as they were judged:
 * a field for each, so that two devices which change a goal on one day end with one of the two, whole.
 */
export interface Goal {
  readonly id: string
  readonly metric: string
  /** On which day its weeks begin. Kept with the goal, so that another setting re-cuts no week that is over. */
  readonly weekStart: Weekday
  /** By their first day; one at least. */
  readonly versions: readonly [GoalVersion, ...GoalVersion[]]
  /** The first day on which it was put away. */
  readonly archived?: CivilDate
}

const VERSION = 'rule@'
const CADENCES: readonly Cadence[] = ['day', 'week', 'byDate']
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** The field of a goal's document in which the version stands that begins on a day. */
export const versionField = (from: CivilDate): string => `${VERSION}${from}`

/** The fields of a new `goal` document. */
export function fieldsOfGoal(metric: string, weekStart: Weekday, version: GoalVersion): Fields {
  return { metric, weekStart, ...fieldsOfVersion(version) }
}

/** The field to set for a goal to be otherwise from a day on; what began on the same day is replaced. */
export function fieldsOfVersion({ from, rule, cadence, until, paused }: GoalVersion): Fields {
  const low = lowOf(rule)
  const high = highOf(rule)
  return {
    [versionField(from)]: {
      kind: rule.kind,
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
      cadence,
      ...(until === undefined ? {} : { until }),
      paused,
    },
  }
}

/** Puts a goal away from a day on. Its days before stay judged. */
export const fieldsOfArchiving = (on: CivilDate): Fields => ({ archived: on })

/** Takes a goal out again on a day: it rested in between. */
export function fieldsOfReturn(goal: Goal, on: CivilDate): Fields {
  const last = lastVersion(goal)
  const { archived } = goal
  const rest =
    archived === undefined || archived >= on ? {} : fieldsOfVersion({ ...last, from: archived, paused: true })
  return { archived: null, ...rest, ...fieldsOfVersion({ ...last, from: on }) }
}

/** The goal that a document holds, or undefined where it names no metric or has no version that is one. */
export function goalOf(id: string, fields: Fields): Goal | undefined {
  const { metric, weekStart, archived } = fields
  if (typeof metric !== 'string' || metric === '') return undefined
  const versions: GoalVersion[] = []
  for (const [field, value] of Object.entries(fields)) {
    const version = versionOf(field, value)
    if (version !== undefined) versions.push(version)
  }
  const [first, ...later] = versions.sort((a, b) => (a.from < b.from ? -1 : 1))
  if (first === undefined) return undefined
  const archivedOn = dateOf(archived)
  return {
    id,
    metric,
    weekStart: WEEKDAYS.find((day) => day === weekStart) ?? 1,
    versions: [first, ...later],
    ...(archivedOn === undefined ? {} : { archived: archivedOn }),
  }
}

function versionOf(field: string, value: Json): GoalVersion | undefined {
  if (!field.startsWith(VERSION) || !isFields(value)) return undefined
  const from = parseCivilDate(field.slice(VERSION.length))
  const rule = ruleOf(value)
  const cadence = CADENCES.find((known) => known === value['cadence'])
  if (from === undefined || rule === undefined || cadence === undefined) return undefined
  const until = dateOf(value['until'])
  if (cadence === 'byDate' && (until === undefined || until < from)) return undefined
  return { from, rule, cadence, paused: value['paused'] === true, ...(until === undefined ? {} : { until }) }
}

const isFields = (value: Json): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

const dateOf = (value: Json | undefined) => (typeof value === 'string' ? parseCivilDate(value) : undefined)

/** What the goal asks on a day; undefined before its first version and from the day on which it was put away. */
export function versionOn(goal: Goal, date: CivilDate): GoalVersion | undefined {
  if (goal.archived !== undefined && date >= goal.archived) return undefined
  return goal.versions.findLast(({ from }) => from <= date)
}

export const lastVersion = (goal: Goal): GoalVersion => goal.versions.at(-1) ?? goal.versions[0]

/** The last day on which a version is in force, as far as is known on `today`; before its first day where it never was. */
export function endOfVersion(goal: Goal, index: number, today: CivilDate): CivilDate {
  const next = goal.versions[index + 1]
  const ends = [today, next && addDays(next.from, -1), goal.archived && addDays(goal.archived, -1)]
  return ends.reduce<CivilDate>((end, one) => (one !== undefined && one < end ? one : end), today)
}
