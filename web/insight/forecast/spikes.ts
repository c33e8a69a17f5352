import { SortedWindow } from '../change/sorted-window.ts'
import { MAD_TO_SD } from '../numerics/order-statistics.ts'

/** Values around each one that say what is usual there. */
const NEIGHBOURS = 21
const FARTHEST = 4

/**
 * The values with single ones far from those around them drawn in: to four standard deviations from the median of the 21
 * nearest (Hampel 1974 JASA 69:383). One value a day, NaN: not recorded. Where most neighbours are equal nothing is far.
 */
export function drawInSpikes(values: Float64Array): Float64Array {
  const drawn = values.slice()
  const days: number[] = []
  for (let day = 0; day < values.length; day++) if (!Number.isNaN(values[day])) days.push(day)
  const size = Math.min(NEIGHBOURS, days.length)
  const window = new SortedWindow(size)
  const valueAt = (index: number) => values[days[index] as number] as number
  for (let index = 0; index < size; index++) window.add(valueAt(index))

  let from = 0
  for (let index = 0; index < days.length; index++) {
    const start = Math.min(Math.max(0, index - (NEIGHBOURS >> 1)), days.length - size)
    if (start > from) {
      window.remove(valueAt(from))
      window.add(valueAt(from + size))
      from = start
    }
    const usual = window.median()
    const reach = FARTHEST * MAD_TO_SD * window.medianAbsoluteDeviation()
    if (reach > 0) drawn[days[index] as number] = Math.max(usual - reach, Math.min(usual + reach, valueAt(index)))
  }
  return drawn
}
