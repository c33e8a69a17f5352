import { addDays, type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import { parseDayField } from '../../../shared/metric/day-value.ts'
import type { SourceId } from '../../../shared/metric/metric.ts'
import type { Database } from '../../store/database.ts'
import { readDays } from '../../store/days.ts'
import { firstLoggedDate } from '../../store/logged-days.ts'

const DAYS_AT_ONCE = 366

/** Every source that has a value on some day up to `today`, by name. Reads a year at a time, so the screen stays free. */
export async function sourcesInUse(db: Database, today: CivilDate): Promise<SourceId[]> {
  const sources = new Set<SourceId>()
  let from = (await firstLoggedDate(db)) ?? parseCivilDate('9999-12-31')
  while (from !== undefined && from <= today) {
    const to = addDays(from, DAYS_AT_ONCE - 1)
    for (const { fields } of await readDays(db, from, to))
      for (const field of Object.keys(fields)) {
        const source = parseDayField(field)?.source
        if (source !== undefined && fields[field] !== null) sources.add(source)
      }
    from = addDays(to, 1)
  }
  return [...sources].sort()
}

/** The sources in the order in which they win: the preferred ones first, then the others by name. */
export function orderedSources(used: readonly SourceId[], preferred: readonly SourceId[]): SourceId[] {
  return [
    ...preferred.filter((source) => used.includes(source)),
    ...used.filter((source) => !preferred.includes(source)),
  ]
}

/** The order after one source has moved by one place (-1 up, 1 down); unchanged at the ends. */
export function moved(order: readonly SourceId[], source: SourceId, by: -1 | 1): SourceId[] {
  const from = order.indexOf(source)
  const to = from + by
  const other = order[to]
  if (from < 0 || other === undefined) return [...order]
  return order.map((one, index) => (index === from ? other : index === to ? source : one))
}

/** `google-fit` as a person reads it: `Google fit`; a short name is an abbreviation. */
export function sourceText(source: SourceId): string {
  if (source === 'sample') return 'Sample data'
  const words = source.replaceAll('-', ' ')
  return words.length <= 3 ? words.toUpperCase() : words.charAt(0).toUpperCase() + words.slice(1)
}
