import { fail, type Result } from '../../shared/result/result.ts'
import { type Person, readPerson } from './evaluate-read.ts'

const LONG_HEADER = 'date,metric,value'

/**
 * The days in the text of a CSV file: of rows `date,metric,value`, or of one row a day with a column `date` and one for
 * each metric, an empty cell being a day that was not recorded. No cell may hold a comma.
 */
export function readDays(name: string, text: string): Result<{ person: Person; leftOut: string[] }, string> {
  const [head = '', ...rows] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const columns = cellsOf(head)
  if (columns.join(',').toLowerCase() === LONG_HEADER) return readPerson(name, text)
  if (columns[0]?.toLowerCase() !== 'date' || columns.length < 2) {
    return fail(`its first line is neither ${LONG_HEADER} nor date and the names of metrics`)
  }
  const long = rows.flatMap((row) => {
    const [date = '', ...values] = cellsOf(row)
    return values.flatMap((value, i) => (value === '' ? [] : [`${date},${columns[i + 1] ?? ''},${value}`]))
  })
  return readPerson(name, [LONG_HEADER, ...long].join('\n'))
}

const cellsOf = (row: string) => row.split(',').map((cell) => cell.replaceAll('"', '').trim())
