import { toEpochDay } from '../../shared/calendar/civil-date.ts'
import { dateParts, readMoment } from './date-text.ts'
import type { DateOrder } from './import-types.ts'

export interface OrderGuess {
  readonly order: DateOrder
  readonly sure: boolean
  readonly because: string
}

/** Decides from all of a column's cells which of a date's figures is the day. */
export function sniffDateOrder(cells: readonly string[]): OrderGuess {
  const counts = { ymd: 0, dmy: 0, mdy: 0, open: 0, figures: 0 }
  const witness: Partial<Record<DateOrder, string>> = {}
  const open: string[] = []
  for (const cell of cells) {
    const parts = dateParts(cell)
    if (parts?.form !== 'figures') continue
    counts.figures++
    const order = orderOf(parts.figures)
    if (order === 'open') open.push(cell)
    else witness[order] ??= cell
    counts[order]++
  }
  if (counts.figures === 0)
    return { order: 'ymd', sure: true, because: 'The dates name their month or count seconds, so no order is needed.' }
  if (counts.ymd > 0 && counts.ymd >= counts.dmy + counts.mdy + counts.open)
    return { order: 'ymd', sure: true, because: `Year, month, day: ${witness.ymd ?? ''}.` }
  const dayFirst = counts.dmy > counts.mdy
  if (counts.dmy !== counts.mdy) {
    const order = dayFirst ? 'dmy' : 'mdy'
    const [more, fewer] = dayFirst ? [counts.dmy, counts.mdy] : [counts.mdy, counts.dmy]
    const words = dayFirst ? 'Day, month, year' : 'Month, day, year'
    const against = fewer === 0 ? '' : ` ${fewer} dates fit only the other order.`
    return {
      order,
      sure: fewer * 20 <= more,
      because: `${words}: ${witness[order] ?? ''} can be nothing else.${against}`,
    }
  }
  return openGuess(open.length > 0 ? open : cells)
}

/** What one date's figures allow. */
function orderOf([first, second, third]: readonly [string, string, string]): DateOrder | 'open' {
  if (first.length === 4) return 'ymd'
  if (third.length <= 2 && Number(first) > 31) return 'ymd'
  if (Number(first) > 12 && Number(second) <= 12) return 'dmy'
  if (Number(second) > 12 && Number(first) <= 12) return 'mdy'
  return 'open'
}

/** No day above 12 anywhere: the order in which neighbouring rows lie closer together, else the separator's habit. */
function openGuess(cells: readonly string[]): OrderGuess {
  const dmy = strides(cells, 'dmy')
  const mdy = strides(cells, 'mdy')
  if (dmy !== mdy && Math.max(dmy, mdy) >= 2) {
    const order = dmy > mdy ? 'dmy' : 'mdy'
    const words = order === 'dmy' ? 'day, month, year' : 'month, day, year'
    return { order, sure: false, because: `No day above 12; read as ${words}, neighbouring rows are days apart.` }
  }
  const first = cells[0] ?? ''
  if (first.includes('.'))
    return { order: 'dmy', sure: true, because: `Dates with points put the day first: ${first}.` }
  if (/[ap]\.?m/i.test(first))
    return { order: 'mdy', sure: false, because: `No day above 12; AM and PM suggest month, day, year: ${first}.` }
  return { order: 'dmy', sure: false, because: `No day above 12 tells day from month: ${first} could be either.` }
}

/** How many neighbouring rows are at most a week apart. */
function strides(cells: readonly string[], order: DateOrder): number {
  let close = 0
  let before: number | undefined
  for (const cell of cells) {
    const moment = readMoment(cell, order)
    if (typeof moment === 'string') continue
    const day = toEpochDay(moment.date)
    if (before !== undefined && before !== day && Math.abs(day - before) <= 7) close++
    before = day
  }
  return close
}
