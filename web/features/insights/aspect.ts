import type { Aspect } from '../../insight/analysis.ts'
import type { DailySeries } from '../../insight/daily-series.ts'
import type { MetricLens } from '../../ui/metric-lens.ts'

/** The days of a metric that is zero on most of them, as a finding looks at them: whether it was not, or how much then. */
export function seriesInAspect(series: DailySeries, aspect: Aspect | undefined): DailySeries {
  if (aspect === undefined) return series
  const seen = (value: number) => {
    if (Number.isNaN(value)) return value
    if (aspect === 'whether') return value === 0 ? 0 : 1
    return value === 0 ? Number.NaN : value
  }
  return { ...series, values: series.values.map(seen) }
}

/** The words for it: a share of days is said as days of 100. */
export function lensInAspect(lens: MetricLens, aspect: Aspect | undefined): MetricLens {
  if (aspect !== 'whether') return lens
  const days = (share: number) => `${Math.round(Math.abs(share) * 100)} of 100 days`
  return {
    ...lens,
    say: days,
    show: days,
    difference: (share) => `${share < 0 ? '−' : '+'}${days(share)}`,
    toDrawn: (share) => share,
    fromDrawn: (share) => share,
    axis: (share) => `${Math.round(share * 100)}`,
  }
}
