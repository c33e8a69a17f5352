import type { DailySeries } from '../web/insight/daily-series.ts'

/**
 * What the app before this one did with the same days: Pearson's correlation of all pairs over the days on which both
 * were recorded, taken as found from 0.3 on, and a straight line through each metric's days. No gaps, weekdays,
 * autocorrelation, lags or multiplicity; answers how many links it finds, so that nothing of it is optimised away.
 */
export function earlierInsights(series: readonly DailySeries[]): { links: number; slopes: readonly number[] } {
  let links = 0
  series.forEach((a, i) => {
    for (const b of series.slice(i + 1)) if (Math.abs(pearson(a.values, b.values)) >= 0.3) links++
  })
  return { links, slopes: series.map(({ values }) => slope(values)) }
}

function pearson(x: Float64Array, y: Float64Array): number {
  const sums = { n: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 }
  for (let day = 0; day < Math.min(x.length, y.length); day++) {
    const [a, b] = [x[day] as number, y[day] as number]
    if (Number.isNaN(a + b)) continue
    sums.n++
    sums.x += a
    sums.y += b
    sums.xx += a * a
    sums.xy += a * b
    sums.yy += b * b
  }
  const { n } = sums
  return (n * sums.xy - sums.x * sums.y) / Math.sqrt((n * sums.xx - sums.x ** 2) * (n * sums.yy - sums.y ** 2))
}

function slope(values: Float64Array): number {
  const sums = { n: 0, t: 0, y: 0, tt: 0, ty: 0 }
  for (let day = 0; day < values.length; day++) {
    const value = values[day] as number
    if (Number.isNaN(value)) continue
    sums.n++
    sums.t += day
    sums.y += value
    sums.tt += day * day
    sums.ty += day * value
  }
  return (sums.n * sums.ty - sums.t * sums.y) / (sums.n * sums.tt - sums.t ** 2)
}
