import { Pencil } from 'lucide-react'
import { memo, useMemo } from 'react'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { showValue, type UnitPreference } from '../../../shared/metric/unit.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { type DataColumn, DataTable } from '../../ui/DataTable.tsx'
import { dayText } from '../../ui/date-text.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { DaysFilter } from './DaysFilter.tsx'
import styles from './DaysTable.module.css'
import type { DayGrid } from './day-grid.ts'
import { type DayRow, dayRows, rowValue } from './day-rows.ts'
import { dayOrigins } from './origin-text.ts'
import { useDayValues } from './use-day-values.ts'
import { useWideScreen } from './use-wide-screen.ts'
import type { DaysShown, HistoryView } from './view-state.ts'

interface Props {
  readonly grid: DayGrid
  readonly metric: Metric
  readonly metrics: readonly Metric[]
  readonly shown: DaysShown
  readonly from: CivilDate | undefined
  readonly to: CivilDate | undefined
  readonly today: CivilDate
  readonly units: UnitPreference
  readonly onView: (change: Partial<HistoryView>) => void
  readonly onDay: (date: CivilDate) => void
}

/** Every day, to sort, to filter and to mend. Phones show the metric in view, wide screens all of them and their sources. */
export const DaysTable = memo(function DaysTable({
  grid,
  metric,
  metrics,
  shown,
  from,
  to,
  today,
  units,
  onView,
  onDay,
}: Props) {
  const wide = useWideScreen()
  const rows = useMemo(
    () => dayRows(grid, { shown, metric: metric.id, from, to, today }),
    [grid, metric, shown, from, to, today],
  )
  const columns = useMemo(
    () =>
      wide
        ? [DATE, ...metrics.map((one) => valueColumn(grid, one, units)), originColumn(metrics)]
        : [DATE, valueColumn(grid, metric, units)],
    [grid, metric, metrics, units, wide],
  )
  return (
    <Card title="All days" aside={`${rows.length} ${rows.length === 1 ? 'day' : 'days'}`}>
      <DaysFilter metric={metric} shown={shown} from={from} to={to} onView={onView} />
      <DataTable
        label="All days"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.date}
        initialSort={{ column: 'date', direction: 'descending' }}
        rowHeight={48}
        height={528}
        actions={(row) => (
          <IconButton label={`Edit ${dayText(row.date)}`} look="bare" onClick={() => onDay(row.date)}>
            <Pencil aria-hidden="true" />
          </IconButton>
        )}
        empty={
          <EmptyState
            icon={<Pencil />}
            title="No day matches"
            action={
              <Button onClick={() => onView({ view: 'all', from: undefined, to: undefined })}>Show all days</Button>
            }
          />
        }
      />
    </Card>
  )
})

const DATE: DataColumn<DayRow> = {
  id: 'date',
  header: 'Day',
  cell: (row) => dayText(row.date),
  sortKey: (row) => row.date,
  firstSort: 'descending',
  width: '144px',
}

function valueColumn(grid: DayGrid, metric: Metric, units: UnitPreference): DataColumn<DayRow> {
  return {
    id: metric.id,
    header: metric.name,
    align: 'end',
    cell: (row) => {
      const value = rowValue(grid, metric.id, row)
      return value === undefined ? <span className={styles['none']}>–</span> : showValue(metric, value, units).text
    },
    sortKey: (row) => rowValue(grid, metric.id, row),
    width: `minmax(${columnWidth(metric, units)}px, 1fr)`,
  }
}

/** Room for the column's name with its arrow, and for the longest of its values: `12 st 10.5 lb`. */
function columnWidth(metric: Metric, units: UnitPreference): number {
  const widest = metric.quantity === 'mass' && units.mass === 'st' ? 120 : 88
  return Math.max(widest, metric.name.length * 8 + 34)
}

function originColumn(metrics: readonly Metric[]): DataColumn<DayRow> {
  return {
    id: 'origin',
    header: 'Source',
    cell: (row) => <Origins metrics={metrics} date={row.date} />,
    width: '116px',
  }
}

/** Read for the rows in sight only: the sources of ten years are not worth holding. */
function Origins({ metrics, date }: { readonly metrics: readonly Metric[]; readonly date: CivilDate }) {
  const values = useDayValues(metrics, date)
  if (values === undefined) return null
  const { short, full } = dayOrigins(metrics, values)
  return (
    <span className={styles['origin']} title={full}>
      {short}
    </span>
  )
}
