import { isWithinBounds, type Metric } from '../../shared/metric/metric.ts'
import { cleanCell, isMissing } from './cell-text.ts'
import { dateParts } from './date-text.ts'
import { metricOfName } from './metric-alias.ts'

/** The table this app has always written and read. */
const HOUSE_ORDER = ['date', 'weight', 'steps', 'sleep', 'calories', 'protein'] as const

/**
 * Names for the columns of a file that has none, as far as its cells tell: `date,metric,value` by the words in it, or
 * the app's own table by its width and the figures' ranges. Otherwise none.
 */
export function standInHeaders(rows: readonly (readonly string[])[], metrics: readonly Metric[]): string[] {
  const looked = rows.slice(0, 200)
  const width = Math.max(0, ...looked.map((row) => row.length))
  if (width === 3) {
    const name = [0, 1, 2].find((column) =>
      looked.some((row) => metricOfName(row[column] ?? '', metrics) !== undefined),
    )
    const date = [0, 1, 2].find((column) => column !== name && looked.every((row) => isDate(row[column])))
    if (name !== undefined && date !== undefined)
      return [0, 1, 2].map((column) => (column === name ? 'metric' : column === date ? 'date' : 'value'))
  }
  const isHouse =
    width === HOUSE_ORDER.length &&
    looked.every((row) => row.every((cell, column) => fits(cell, HOUSE_ORDER[column], metrics)))
  return isHouse ? [...HOUSE_ORDER] : []
}

const isDate = (cell: string | undefined) => dateParts(cleanCell(cell ?? '')) !== undefined

function fits(raw: string, name: string | undefined, metrics: readonly Metric[]): boolean {
  const cell = cleanCell(raw)
  if (name === 'date') return isDate(cell)
  if (isMissing(cell)) return true
  const metric = metrics.find(({ id }) => id === name)
  return metric !== undefined && isWithinBounds(metric, Number(cell.replace(',', '.')))
}
