import { addDays, type CivilDate, civilDate } from './civil-date.ts'

/**
 * What a person means by "today". Everything that asks for the day goes through `dayAt`; nothing else may read a clock
 * and guess.
 */
export interface DayRule {
  /** IANA zone, such as `Europe/Berlin`. */
  readonly timeZone: string
  /** Minutes after midnight at which the person's day begins, 0-360: before it, it is still yesterday. */
  readonly dayStart: number
}

export const LATEST_DAY_START = 360

/** A wall clock's reading in some zone. */
export interface WallClock {
  readonly date: CivilDate
  /** Minutes after midnight on that wall clock, 0-1439. */
  readonly minutes: number
}

/**
 * The person's day at an instant (ms since 1970 UTC).
 *
 * Read off the wall clock and not by subtracting hours from the instant, so a night in which the clocks change still
 * turns over when the person's clock says `dayStart`.
 */
export function dayAt(instant: number, rule: DayRule): CivilDate {
  const { date, minutes } = wallClockAt(instant, rule.timeZone)
  return minutes < rule.dayStart ? addDays(date, -1) : date
}

/** Milliseconds until `dayAt` next changes, at most 60 min: a caller asks again then, so no clock change is slept over. */
export function msUntilDayMayTurn(instant: number, rule: DayRule): number {
  const today = dayAt(instant, rule)
  const hour = 3_600_000
  if (dayAt(instant + hour, rule) === today) return hour
  let early = 0
  let late = hour
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2)
    if (dayAt(instant + middle, rule) === today) early = middle
    else late = middle
  }
  return late
}

/** The wall clock of a zone at an instant. An unknown zone throws RangeError: check it with `isTimeZone` on the way in. */
export function wallClockAt(instant: number, timeZone: string): WallClock {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatFor(timeZone).formatToParts(instant)) parts[type] = Number(value)
  const date = civilDate(parts['year'] ?? 0, parts['month'] ?? 0, parts['day'] ?? 0)
  if (date === undefined) throw new RangeError(`No civil date at instant ${instant} in ${timeZone}`)
  return { date, minutes: (parts['hour'] ?? 0) * 60 + (parts['minute'] ?? 0) }
}

export function isTimeZone(name: string): boolean {
  try {
    formatFor(name)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

// Making a format costs about 50 times what using it does.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const kept = formats.get(timeZone)
  if (kept !== undefined) return kept
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}
