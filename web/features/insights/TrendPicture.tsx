import { useMemo } from 'react'
import { daysBetween, toEpochDay } from '../../../shared/calendar/civil-date.ts'
import type { TrendFinding } from '../../insight/analysis.ts'
import type { DailySeries } from '../../insight/daily-series.ts'
import type { MetricLens } from '../../ui/metric-lens.ts'
import { DaysPicture } from './DaysPicture.tsx'
import { dayPoints } from './evidence.ts'

interface Props {
  readonly finding: TrendFinding
  readonly series: DailySeries
  readonly lens: MetricLens
}

/** The days of the trend and its robust line, which half of them lie above. */
export function TrendPicture({ finding, series, lens }: Props) {
  const { from, to, robustSlope } = finding
  const line = useMemo(() => {
    const { x, y } = dayPoints(series, from, to)
    if (x.length === 0) return []
    const first = toEpochDay(from)
    const start = middleOf(y.map((value, index) => value - (robustSlope / 7) * ((x[index] ?? first) - first)))
    const end = start + (robustSlope / 7) * daysBetween(from, to)
    return [{ from: [from, start] as const, to: [to, end] as const }]
  }, [series, from, to, robustSlope])
  return (
    <DaysPicture
      label={`${lens.metric.name} day by day, with the line through the middle of the days`}
      series={series}
      lens={lens}
      from={from}
      to={to}
      lines={line}
    />
  )
}

/** The median: as many of the days lie above the line as below it. */
function middleOf(values: Float64Array): number {
  const sorted = values.toSorted()
  const half = sorted.length >> 1
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2
}
