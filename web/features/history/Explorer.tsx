import { lazy, Suspense, useMemo } from 'react'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { showValue, type UnitPreference } from '../../../shared/metric/unit.ts'
import { Card } from '../../ui/Card.tsx'
import { Chart } from '../../ui/Chart.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { chartPlan } from './chart-plan.ts'
import type { DayGrid } from './day-grid.ts'
import styles from './Explorer.module.css'
import {
  againstText,
  COMPARE_TEXT,
  chartSentence,
  coverageSentence,
  differenceSentence,
  drawingText,
  headlineText,
} from './explorer-text.ts'
import { headlineDifference, headlineOf } from './headline.ts'
import { levelRule } from './level.ts'
import { ComparePicker } from './MetricPicker.tsx'
import { measure } from './measure.ts'
import { outlookIn } from './outlook.ts'
import { beforeText, rangeText } from './period-text.ts'
import { lengthOf, type Period, periodBefore, type Range } from './range.ts'
import { SparseNote } from './SparseNote.tsx'
import { useDrawnMark } from './use-drawn-mark.ts'
import { useOutlook } from './use-outlook.ts'
import { MOST_COMPARED } from './view-state.ts'

const OutlookNotes = lazy(() => import('./OutlookNotes.tsx'))

export interface ExplorerProps {
  readonly grid: DayGrid
  readonly metric: Metric
  /** The metrics it may be compared with. */
  readonly others: readonly Metric[]
  /** Those of them that are laid over it. */
  readonly compared: readonly Metric[]
  readonly range: Range
  readonly period: Period
  readonly today: CivilDate
  readonly units: UnitPreference
  readonly height: number
  /** Whether days to come and levels that moved are drawn too. */
  readonly outlook: boolean
  readonly onOutlook: (isOn: boolean) => void
  readonly onCompare: (ids: readonly string[]) => void
  readonly onRange: (range: Range) => void
  readonly onDay: (date: CivilDate) => void
}

/** One metric large: its figure, what it was before, and every day of the period. */
export function Explorer(props: ExplorerProps) {
  const { grid, metric, others, compared, range, period, today, units, height, outlook } = props
  const { onCompare, onOutlook, onRange, onDay } = props
  const rule = levelRule(lengthOf(period))
  const { headline, difference, values } = useMemo(() => {
    const measured = measure(grid, metric.id, period, rule)
    const now = headlineOf(metric, measured)
    const then = headlineOf(metric, measure(grid, metric.id, periodBefore(period), rule))
    return { headline: now, difference: headlineDifference(now, then), values: measured.values }
  }, [grid, metric, period, rule])
  const read = useOutlook(metric.id, outlook)
  const drawn = useMemo(
    () => (read === undefined ? undefined : outlookIn(read, range, period, today)),
    [read, range, period, today],
  )
  const plan = useMemo(
    () => chartPlan(grid, [metric, ...compared], period, units, drawn),
    [grid, metric, compared, period, units, drawn],
  )
  const root = useDrawnMark(`${metric.id}:${range}`, plan)

  const shown = headline.value === undefined ? undefined : showValue(metric, headline.value, units)
  const sentence =
    range === 'All' ? undefined : differenceSentence(metric, difference, againstText(headline, period), units)
  const several = compared.length > 0
  return (
    <Card>
      <div className={styles['head']}>
        <p className={styles['figure']}>
          <Figure size="large" value={shown?.figure ?? '–'} unit={shown?.unit} />
          <span className={styles['what']}>
            {headline.value === undefined ? 'nothing recorded' : headlineText(metric, headline)}
          </span>
        </p>
        <p className={styles['difference']}>{sentence ?? noDifferenceText(range, period)}</p>
      </div>
      <p className={styles['coverage']}>{coverageSentence(metric, headline)}</p>
      <SparseNote grid={grid} metric={metric} range={range} period={period} onRange={onRange} />
      <div ref={root}>
        <Chart
          label={`${[metric, ...compared].map(({ name }) => name).join(', ')}, ${rangeText(range, period, period.to === today)}`}
          summary={chartSentence(metric, headline, period, values, units)}
          start={plan.start}
          series={plan.series}
          normalised={several}
          bands={plan.bands}
          marks={plan.marks}
          height={height}
          onPick={(date) => {
            // A day to come has nothing to change yet.
            if (date <= today) onDay(date)
          }}
        >
          {' '}
          {several ? COMPARE_TEXT : drawingText(rule, plan)}
        </Chart>
      </div>
      <ComparePicker
        label="Compare with"
        metrics={others}
        values={compared.map(({ id }) => id)}
        most={MOST_COMPARED}
        onValues={onCompare}
      />
      <Switch
        label="Forecast and levels that moved"
        hint={several ? 'Shown for one metric alone.' : undefined}
        checked={outlook}
        disabled={several}
        onChecked={onOutlook}
      />
      {read !== undefined && !several && (
        <Suspense>
          <OutlookNotes outlook={read} metric={metric} period={period} units={units} />
        </Suspense>
      )}
    </Card>
  )
}

function noDifferenceText(range: Range, period: Period): string {
  return range === 'All' ? 'over all days' : `too few days in ${beforeText(period)} to compare`
}
