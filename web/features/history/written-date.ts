import { type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'

/** For tests: a date that is written out and known to be one. */
export function date(text: string): CivilDate {
  const parsed = parseCivilDate(text)
  if (parsed === undefined) throw new Error(`${text} is no date`)
  return parsed
}
