import { type CivilDate, dayOf, parseCivilDate } from '../../shared/calendar/civil-date.ts'
import { type Document, type Fields, isDeleted } from '../../shared/document/document.ts'
import { BUILT_IN_METRICS } from '../../shared/metric/catalogue.ts'
import { parseDayField } from '../../shared/metric/day-value.ts'
import { isWithinBounds } from '../../shared/metric/metric.ts'
import { DAY, MOODS } from './collections.ts'
import type { Database } from './database.ts'
import type { LoggedMonth } from './rows.ts'

/** A document before and after a write. */
export interface Replacement {
  readonly before: Document | undefined
  readonly after: Document
}

const BUILT_IN = new Map<string, (typeof BUILT_IN_METRICS)[number]>(
  BUILT_IN_METRICS.map((metric) => [metric.id, metric]),
)

/** Whether a day document holds at least one real value: a number, within its metric's bounds where those are known. */
export function holdsValue(fields: Fields): boolean {
  for (const field in fields) {
    const value = fields[field]
    if (typeof value !== 'number' || !Number.isFinite(value)) continue
    const name = parseDayField(field)
    if (name === undefined) continue
    const metric = BUILT_IN.get(name.metric)
    if (metric === undefined || isWithinBounds(metric, value)) return true
  }
  return false
}

/** The day that a mood entry makes a logged one, or undefined for a deleted or impossible entry. */
export function loggedByMood(document: Document | undefined): CivilDate | undefined {
  if (document === undefined || isDeleted(document)) return undefined
  const { date, rating } = document.fields
  if (typeof date !== 'string' || typeof rating !== 'number' || !(rating >= 1 && rating <= 5)) return undefined
  return parseCivilDate(date)
}

function loggedByDay(document: Document | undefined): boolean {
  return document !== undefined && !isDeleted(document) && holdsValue(document.fields)
}

/**
 * Brings the months up to date with what a write replaced. Called inside the write's transaction, after the documents
 * are put. The everyday edit (a value typed into a day that had one) reads and writes nothing here.
 */
export async function updateLoggedMonths(db: Database, replacements: readonly Replacement[]): Promise<void> {
  const logged = new Set<CivilDate>()
  const doubtful = new Set<CivilDate>()
  for (const { before, after } of replacements) {
    if (after.collection === DAY) {
      const is = loggedByDay(after)
      const date = is === loggedByDay(before) ? undefined : parseCivilDate(after.id)
      if (date !== undefined) (is ? logged : doubtful).add(date)
    } else if (after.collection === MOODS) {
      const was = loggedByMood(before)
      const is = loggedByMood(after)
      if (was === is) continue
      if (is !== undefined) logged.add(is)
      if (was !== undefined) doubtful.add(was)
    }
  }
  // A day that lost one reason to count may have another.
  for (const date of doubtful) if (logged.has(date)) doubtful.delete(date)
  for (const date of await stillLogged(db, doubtful)) doubtful.delete(date)
  if (logged.size + doubtful.size > 0) await setDays(db, logged, doubtful)
}

async function stillLogged(db: Database, dates: ReadonlySet<CivilDate>): Promise<CivilDate[]> {
  if (dates.size === 0) return []
  const sorted = [...dates].sort()
  const from = sorted[0] ?? ''
  const to = sorted.at(-1) ?? ''
  const [days, moods] = await Promise.all([
    db.documents.where('[collection+id]').between([DAY, from], [DAY, to], true, true).toArray(),
    db.documents.where('[collection+fields.date]').between([MOODS, from], [MOODS, to], true, true).toArray(),
  ])
  const still = new Set<CivilDate>()
  for (const day of days) {
    const date = loggedByDay(day) ? parseCivilDate(day.id) : undefined
    if (date !== undefined && dates.has(date)) still.add(date)
  }
  for (const mood of moods) {
    const date = loggedByMood(mood)
    if (date !== undefined && dates.has(date)) still.add(date)
  }
  return [...still]
}

const monthOfDate = (date: CivilDate) => date.slice(0, 7)
const bitOf = (date: CivilDate) => 1 << (dayOf(date) - 1)

async function setDays(db: Database, logged: Iterable<CivilDate>, not: Iterable<CivilDate>): Promise<void> {
  const on = masks(logged)
  const off = masks(not)
  const months = [...new Set([...on.keys(), ...off.keys()])]
  const rows = await db.loggedMonths.bulkGet(months)
  const kept: LoggedMonth[] = []
  const emptied: string[] = []
  months.forEach((month, index) => {
    const days = ((rows[index]?.days ?? 0) | (on.get(month) ?? 0)) & ~(off.get(month) ?? 0)
    if (days === 0) emptied.push(month)
    else kept.push({ month, days })
  })
  if (kept.length > 0) await db.loggedMonths.bulkPut(kept)
  if (emptied.length > 0) await db.loggedMonths.bulkDelete(emptied)
}

function masks(dates: Iterable<CivilDate>): Map<string, number> {
  const days = new Map<string, number>()
  for (const date of dates) days.set(monthOfDate(date), (days.get(monthOfDate(date)) ?? 0) | bitOf(date))
  return days
}

/** The months as the documents say they are, computed from nothing else. */
export function monthsOf(documents: Iterable<Document>): LoggedMonth[] {
  const dates: CivilDate[] = []
  for (const document of documents) {
    const date =
      document.collection === DAY
        ? loggedByDay(document)
          ? parseCivilDate(document.id)
          : undefined
        : document.collection === MOODS
          ? loggedByMood(document)
          : undefined
    if (date !== undefined) dates.push(date)
  }
  return [...masks(dates)].map(([month, days]) => ({ month, days })).sort((a, b) => (a.month < b.month ? -1 : 1))
}

/** Writes the table anew from the documents, for a database whose derived rows are not to be trusted. */
export async function rebuildLoggedMonths(db: Database): Promise<void> {
  await db.transaction('rw', db.documents, db.loggedMonths, async () => {
    const months = monthsOf(await db.documents.toArray())
    await db.loggedMonths.clear()
    await db.loggedMonths.bulkPut(months)
  })
}
