import { useMemo } from 'react'
import type { AssociationFinding } from '../../insight/analysis.ts'
import type { DailySeries } from '../../insight/daily-series.ts'
import type { MetricLens } from '../../ui/metric-lens.ts'
import { PointPlot } from '../../ui/PointPlot.tsx'
import { plotAxis } from '../../ui/plot-axis.ts'
import { besideEachOther } from './beside-each-other.ts'
import styles from './Evidence.module.css'
import { type EvidencePoints, splitByThreshold } from './evidence.ts'

export interface AssociationPictureProps {
  readonly finding: AssociationFinding
  readonly seriesX: DailySeries
  readonly seriesY: DailySeries
  readonly x: MetricLens
  readonly y: MetricLens
}

/** The person's own days on both sides of the threshold, and what they come to on average. */
export function AssociationPicture({ finding, seriesX, seriesY, x, y }: AssociationPictureProps) {
  const { lag, threshold, from, to } = finding
  const plan = useMemo(() => {
    const { under, over } = splitByThreshold(seriesX, seriesY, { lag, threshold, from, to })
    const drawn = (points: EvidencePoints) => ({
      x: points.x.map(x.toDrawn),
      y: besideEachOther(points.y.map(y.toDrawn)),
    })
    const left = drawn(under)
    const right = drawn(over)
    const bound = x.toDrawn(threshold)
    const across = plotAxis([...left.x, ...right.x], 4, x.axis)
    const up = plotAxis([...left.y, ...right.y], 3, y.axis)
    const means = [
      { mean: under.mean, from: across.low, to: bound },
      { mean: over.mean, from: bound, to: across.high },
    ]
    return { under, over, left, right, bound, across, up, means }
  }, [seriesX, seriesY, x, y, lag, threshold, from, to])
  const { under, over, left, right, bound, across, up, means } = plan
  const groups = [
    { name: `${x.metric.name} under ${x.show(threshold)}`, points: under },
    { name: `${x.show(threshold)} and more`, points: over },
  ]
  return (
    <div className={styles['picture']}>
      <PointPlot
        label={`${x.metric.name} across, ${y.metric.name} up, a dot for each day. The table below has the two averages.`}
        hue={y.hue}
        points={[
          { ...left, tone: 'faint' },
          { ...right, tone: 'strong' },
        ]}
        lines={[
          { from: [bound, up.low], to: [bound, up.high], look: 'mark' },
          ...means.flatMap((line) => {
            const height = y.toDrawn(line.mean)
            return Number.isNaN(height)
              ? []
              : [{ from: [line.from, height] as const, to: [line.to, height] as const, look: 'mean' as const }]
          }),
        ]}
        x={across}
        y={up}
      />
      <table className={styles['groups']}>
        <caption>{`${y.metric.name}${lag === 0 ? '' : lag === 1 ? ' the day after' : ` ${lag} days after`}, as recorded`}</caption>
        <tbody>
          {groups.map(({ name, points }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{Number.isNaN(points.mean) ? '–' : `${y.show(points.mean)} on average`}</td>
              <td>{points.x.length === 1 ? '1 day' : `${points.x.length} days`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
