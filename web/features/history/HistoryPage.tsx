import { ChevronLeft, ChevronRight, FileUp } from 'lucide-react'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { type CivilDate, yearOf } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { useMetrics, useProfile, useToday } from '../../store/react.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { periodText } from '../../ui/period-text.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { DaySheet } from './DaySheet.tsx'
import { DaysTable } from './DaysTable.tsx'
import { type DayGrid, recordedSpan } from './day-grid.ts'
import { Explorer } from './Explorer.tsx'
import styles from './HistoryPage.module.css'
import { MetricPicker } from './MetricPicker.tsx'
import { PastBesidePresent } from './PastBesidePresent.tsx'
import { PeriodFacts } from './PeriodFacts.tsx'
import { periodOf, RANGES, stepUntil } from './range.ts'
import { useDayGrid } from './use-day-grid.ts'
import { useHistoryView } from './use-history-view.ts'
import { useWideScreen } from './use-wide-screen.ts'
import { type HistoryView, withMetric } from './view-state.ts'
import { YearStrip } from './YearStrip.tsx'

/** The past: one metric over any period, beside others and beside itself, and every day as a row. */
export default function HistoryPage() {
  const all = useMetrics()
  const { hiddenMetrics } = useProfile()
  const metrics = useMemo(() => all.filter(({ id }) => !hiddenMetrics.includes(id)), [all, hiddenMetrics])
  const state = useDayGrid(metrics, useToday())
  if (state.kind === 'ready') return <History grid={state.grid} metrics={metrics} />
  return (
    <div className={styles['page']}>
      <PageHeader title="History" />
      {state.kind === 'loading' ? <Skeleton height="70vh" /> : <NothingYet />}
    </div>
  )
}

function NothingYet() {
  return (
    <EmptyState
      icon={<FileUp />}
      title="No past days yet"
      action={
        <Link href="/import" className={buttonClass('primary')}>
          Import a file
        </Link>
      }
    >
      Nothing is recorded. An average needs 3 days, a week to compare needs 4. The years before are easiest brought in
      as a file from another app.
    </EmptyState>
  )
}

function History({ grid, metrics }: { readonly grid: DayGrid; readonly metrics: readonly Metric[] }) {
  const [view, setView] = useHistoryView()
  const [openDay, setOpenDay] = useState<CivilDate>()
  const today = useToday()
  const { units, weekStart } = useProfile()
  const wide = useWideScreen()

  const metric = metricInView(grid, metrics, view)
  const others = useMemo(() => metrics.filter((one) => one !== metric), [metrics, metric])
  const compared = useMemo(
    () => view.compare.flatMap((id) => others.find((one) => one.id === id) ?? []),
    [view.compare, others],
  )
  const until = view.until !== undefined && view.until < today ? view.until : today
  const period = useMemo(() => periodOf(view.range, until, grid.start), [view.range, until, grid.start])
  const inView = useMemo(() => (metric === undefined ? undefined : { grid, metric, period }), [grid, metric, period])
  // The chart is what was asked for: it is drawn first, and the rest follows in slices that hold nothing up.
  const settled = useDeferredValue(inView, undefined)
  const chooseYear = useCallback((year: number) => setView({ year }), [setView])
  if (metric === undefined) return null

  const bounds = { first: grid.start, today }
  const earlier = stepUntil(view.range, until, -1, bounds)
  const later = stepUntil(view.range, until, 1, bounds)
  const goTo = (day: CivilDate | undefined) => setView({ until: day === today ? undefined : day, year: undefined })
  return (
    <div className={styles['page']}>
      <PageHeader
        title={metric.name}
        eyebrow={periodText(period)}
        actions={
          <>
            <IconButton label="Earlier" disabled={earlier === undefined} onClick={() => goTo(earlier)}>
              <ChevronLeft aria-hidden="true" />
            </IconButton>
            <IconButton label="Later" disabled={later === undefined} onClick={() => goTo(later)}>
              <ChevronRight aria-hidden="true" />
            </IconButton>
          </>
        }
      />
      <div className={styles['controls']}>
        <Segmented label="Range" options={RANGES} value={view.range} onValue={(range) => setView({ range })} />
        <MetricPicker
          label="Metric"
          metrics={metrics}
          value={metric.id}
          onValue={(id) => setView(withMetric(view, id))}
        />
      </div>
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <Explorer
            grid={grid}
            metric={metric}
            others={others}
            compared={compared}
            range={view.range}
            period={period}
            today={today}
            units={units}
            height={wide ? 320 : 240}
            outlook={view.outlook}
            onOutlook={(outlook) => setView({ outlook })}
            onCompare={(compare) => setView({ compare })}
            onRange={(range) => setView({ range })}
            onDay={setOpenDay}
          />
          {settled !== undefined && (
            <YearStrip
              {...settled}
              year={view.year ?? yearOf(settled.period.to)}
              today={today}
              units={units}
              weekStart={weekStart}
              onYear={chooseYear}
              onDay={setOpenDay}
            />
          )}
        </div>
        {settled !== undefined && (
          <div className={styles['column']}>
            {view.range !== 'All' && <PastBesidePresent {...settled} units={units} today={today} />}
            <PeriodFacts {...settled} units={units} weekStart={weekStart} onDay={setOpenDay} />
          </div>
        )}
      </div>
      {settled !== undefined && (
        <DaysTable
          grid={settled.grid}
          metric={settled.metric}
          metrics={metrics}
          shown={view.view}
          from={view.from}
          to={view.to}
          today={today}
          units={units}
          onView={setView}
          onDay={setOpenDay}
        />
      )}
      {openDay !== undefined && (
        <DaySheet date={openDay} metrics={metrics} units={units} onClose={() => setOpenDay(undefined)} />
      )}
    </div>
  )
}

/** The metric asked for, else the first that has something recorded. */
function metricInView(grid: DayGrid, metrics: readonly Metric[], view: HistoryView): Metric | undefined {
  return (
    metrics.find(({ id }) => id === view.metric) ??
    metrics.find(({ id }) => recordedSpan(grid, id) !== undefined) ??
    metrics[0]
  )
}
