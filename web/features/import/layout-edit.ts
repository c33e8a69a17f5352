import type { Metric, MetricId } from '../../../shared/metric/metric.ts'
import { type ColumnRole, type DecimalMark, type InputUnit, type Layout, unitsOf } from '../../importer/choices.ts'

/** What a column's select offers, as a select's value: `metric:steps`, or a role without a metric. */
export type RoleChoice = 'date' | 'ignore' | 'metric-name' | 'value' | 'unit' | 'start' | `metric:${string}`

export const choiceOf = (role: ColumnRole): RoleChoice =>
  role.kind === 'reading' ? `metric:${role.metric}` : role.kind

/**
 * The layout with another meaning for one column. What only one column may be (the date) is taken from the column that was
 * it; a metric is taken from its other column too, so that nothing is counted twice.
 */
export function withRole(layout: Layout, column: number, choice: RoleChoice, metrics: readonly Metric[]): Layout {
  const role = roleOf(choice, metrics)
  const columns = layout.columns.map((held, index) => {
    if (index === column) return role
    const taken = role.kind !== 'ignore' && choiceOf(held) === choice && !isPart(held)
    return taken ? IGNORE : held
  })
  const long = columns.some(({ kind }) => kind === 'metric-name') && columns.some(({ kind }) => kind === 'value')
  return { ...layout, columns, shape: long ? 'long' : 'wide', format: formatOf(layout, long) }
}

/** The layout with another unit for one column's figures. */
export function withUnit(layout: Layout, column: number, unit: InputUnit): Layout {
  const columns = layout.columns.map((role, index) =>
    index === column && role.kind === 'reading' ? { ...role, unit } : role,
  )
  return { ...layout, columns }
}

/** A long file: what one of its metric names means; `ignore` leaves its rows out. */
export function withName(
  layout: Layout,
  name: string,
  metric: MetricId | 'ignore',
  metrics: readonly Metric[],
): Layout {
  const { [name]: _dropped, ...others } = layout.metricNames
  const chosen = metrics.find(({ id }) => id === metric)
  const metricNames =
    chosen === undefined ? others : { ...others, [name]: { metric: chosen.id, unit: firstUnit(chosen) } }
  return { ...layout, metricNames }
}

/** A long file: the unit of the figures under one of its names. */
export function withNameUnit(layout: Layout, name: string, unit: InputUnit): Layout {
  const role = layout.metricNames[name]
  return role === undefined ? layout : { ...layout, metricNames: { ...layout.metricNames, [name]: { ...role, unit } } }
}

/** What a mood word means, 1 to 5; undefined leaves its rows refused. */
export function withLabel(layout: Layout, word: string, rating: number | undefined): Layout {
  const { [word]: _dropped, ...others } = layout.labels ?? {}
  return { ...layout, labels: rating === undefined ? others : { ...others, [word]: rating } }
}

/** Decimal and thousands marks cannot be the same; choosing one moves the other. Columns lose marks of their own. */
export function withDecimal(layout: Layout, decimal: DecimalMark): Layout {
  const thousands = layout.thousands === decimal ? (decimal === '.' ? ',' : '.') : layout.thousands
  return { ...layout, decimal, thousands, columns: layout.columns.map(withoutMarks) }
}

const IGNORE: ColumnRole = { kind: 'ignore' }

const isPart = (role: ColumnRole) => role.kind === 'reading' && role.part === true

function roleOf(choice: RoleChoice, metrics: readonly Metric[]): ColumnRole {
  if (choice === 'date' || choice === 'ignore' || choice === 'metric-name' || choice === 'value')
    return { kind: choice }
  if (choice === 'unit' || choice === 'start') return { kind: choice }
  const metric = metrics.find(({ id }) => choice === `metric:${id}`)
  return metric === undefined ? IGNORE : { kind: 'reading', metric: metric.id, unit: firstUnit(metric) }
}

const firstUnit = (metric: Metric): InputUnit => unitsOf(metric)[0] ?? 'own'

function formatOf({ format }: Layout, long: boolean): string {
  return format === undefined || format.startsWith('csv-') ? (long ? 'csv-long' : 'csv-wide') : format
}

function withoutMarks(role: ColumnRole): ColumnRole {
  if (role.kind !== 'reading' || role.marks === undefined) return role
  const { marks: _dropped, ...rest } = role
  return rest
}
