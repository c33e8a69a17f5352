import { type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'

/** Which part of the screen is shown. */
export type InsightsPart = 'patterns' | 'ahead' | 'changes' | 'compare' | 'trials' | 'report'

/** What the screen shows. It stands in the address, so that a link and the back button bring it back. */
export interface InsightsView {
  readonly part: InsightsPart
  /** Bounds of a period to compare; undefined: the usual ones. */
  readonly from: CivilDate | undefined
  readonly to: CivilDate | undefined
}

export const PARTS: readonly { readonly id: Exclude<InsightsPart, 'report'>; readonly label: string }[] = [
  { id: 'patterns', label: 'Patterns' },
  { id: 'ahead', label: 'Ahead' },
  { id: 'changes', label: 'Changes' },
  { id: 'compare', label: 'Compare' },
  { id: 'trials', label: 'Trials' },
]

/** The view that an address asks for. What it says wrongly is as if it had not said it. */
export function readView(search: URLSearchParams): InsightsView {
  const asked = search.get('view')
  const date = (name: string) => parseCivilDate(search.get(name) ?? '')
  const part = asked === 'report' ? asked : (PARTS.find(({ id }) => id === asked)?.id ?? 'patterns')
  return { part, from: date('from'), to: date('to') }
}

/** The address of a view; what is as by default is left out. */
export function writeView({ part, from, to }: InsightsView): URLSearchParams {
  const search = new URLSearchParams()
  if (part !== 'patterns') search.set('view', part)
  if (from !== undefined) search.set('from', from)
  if (to !== undefined) search.set('to', to)
  return search
}
