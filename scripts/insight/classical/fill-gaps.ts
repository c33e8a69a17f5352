/**
 * The series with its gaps filled along straight lines, from its first value to its last (R's `na.interp` of a series
 * without a season). Classical methods know no gaps.
 */
export function fillGaps(values: Float64Array): Float64Array {
  const first = values.findIndex((value) => !Number.isNaN(value))
  if (first < 0) return new Float64Array(0)
  const filled = values.slice(first, values.findLastIndex((value) => !Number.isNaN(value)) + 1)
  let known = 0
  for (let day = 1; day < filled.length; day++) {
    if (Number.isNaN(filled[day])) continue
    const from = filled[known] as number
    const rise = ((filled[day] as number) - from) / (day - known)
    for (let gap = known + 1; gap < day; gap++) filled[gap] = from + rise * (gap - known)
    known = day
  }
  return filled
}
