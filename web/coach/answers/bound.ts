import type { Metric } from '../../../shared/metric/metric.ts'
import type { Bound } from '../answer.ts'
import type { Book } from '../book.ts'
import { type Place, type Telling, tell, valueFigure } from '../telling.ts'

/** `at least 8 000 steps`, `more than 8 h 00`, `between 7 h 00 and 9 h 00`. */
export function boundTelling(
  { low, high, isStrict }: Bound,
  metric: Metric,
  { facts }: Book,
  { link, figure }: Place,
): Telling {
  const end = (name: string, value: number) =>
    valueFigure(metric, value, facts.units, { link, figure: `${figure}#${name}` })
  if (low !== undefined && high !== undefined) {
    return low === high ? tell`exactly ${end('low', low)}` : tell`between ${end('low', low)} and ${end('high', high)}`
  }
  if (low !== undefined) return tell`${isStrict ? 'more than' : 'at least'} ${end('low', low)}`
  if (high !== undefined) return tell`${isStrict ? 'less than' : 'at most'} ${end('high', high)}`
  return tell`any value`
}
