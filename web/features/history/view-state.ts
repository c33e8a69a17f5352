import { type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import { RANGES, type Range } from './range.ts'

/** Which days the table lists: all with anything in them, or by whether the metric in view is recorded. */
export type DaysShown = 'all' | 'recorded' | 'missing'

/** What the screen shows. All of it stands in the address, so that a link and the back button bring it back. */
export interface HistoryView {
  /** Undefined: the first metric. Ids are not checked here; the screen ignores those it does not know. */
  readonly metric: string | undefined
  readonly range: Range
  /** The last day of the period; undefined is today. */
  readonly until: CivilDate | undefined
  /** Metrics drawn over the first, at most three. */
  readonly compare: readonly string[]
  /** Whether days to come and levels that moved are drawn. */
  readonly outlook: boolean
  /** The year of the heat strip; undefined is the year of the period's last day. */
  readonly year: number | undefined
  readonly view: DaysShown
  /** Bounds of the table's dates. */
  readonly from: CivilDate | undefined
  readonly to: CivilDate | undefined
}

export const MOST_COMPARED = 3

const DEFAULT_RANGE: Range = '3M'
const DAYS_SHOWN: readonly DaysShown[] = ['all', 'recorded', 'missing']

/** The view that an address asks for. What it says wrongly is as if it had not said it. */
export function readView(search: URLSearchParams): HistoryView {
  const date = (name: string) => parseCivilDate(search.get(name) ?? '')
  const year = /^\d{4}$/.test(search.get('year') ?? '') ? Number(search.get('year')) : 0
  const metric = search.get('metric') || undefined
  const compared = (search.get('compare') ?? '').split(',').filter((id) => id !== '' && id !== metric)
  return {
    metric,
    range: RANGES.find(({ value }) => value === search.get('range'))?.value ?? DEFAULT_RANGE,
    until: date('until'),
    compare: [...new Set(compared)].slice(0, MOST_COMPARED),
    outlook: search.get('outlook') === 'on',
    year: year > 0 ? year : undefined,
    view: DAYS_SHOWN.find((known) => known === search.get('view')) ?? 'all',
    from: date('from'),
    to: date('to'),
  }
}

/** The address of a view; what is as by default is left out. */
export function writeView(view: HistoryView): URLSearchParams {
  const search = new URLSearchParams()
  const put = (name: string, value: string | undefined, byDefault?: string) => {
    if (value !== undefined && value !== '' && value !== byDefault) search.set(name, value)
  }
  put('metric', view.metric)
  put('range', view.range, DEFAULT_RANGE)
  put('until', view.until)
  put('compare', view.compare.join(','))
  put('outlook', view.outlook ? 'on' : undefined)
  put('year', view.year === undefined ? undefined : String(view.year).padStart(4, '0'))
  put('view', view.view, 'all')
  put('from', view.from)
  put('to', view.to)
  return search
}

/** The view on another metric, which is then no longer one of those laid over it. */
export function withMetric(view: HistoryView, metric: string): HistoryView {
  return { ...view, metric, compare: view.compare.filter((id) => id !== metric) }
}
