import type { Metric } from '../../../shared/metric/metric.ts'
import { type Inspection, type Layout, unitsOf } from '../../importer/choices.ts'
import { SelectField, type SelectOption } from '../../ui/SelectField.tsx'
import styles from './ColumnTable.module.css'
import { choiceOf, type RoleChoice, withRole, withUnit } from './layout-edit.ts'
import { UNIT_NAMES } from './unit-names.ts'

export interface ColumnTableProps {
  readonly inspection: Inspection
  readonly layout: Layout
  readonly metrics: readonly Metric[]
  readonly onLayout: (layout: Layout) => void
}

/** Each column of the file: its name, what stands in it, and what it is taken for. */
export function ColumnTable({ inspection, layout, metrics, onLayout }: ColumnTableProps) {
  const options = roleOptions(metrics)
  return (
    <ul className={styles['columns']}>
      {layout.columns.map((role, column) => {
        const header = inspection.headers[column] ?? `column ${column + 1}`
        const metric = role.kind === 'reading' ? metrics.find(({ id }) => id === role.metric) : undefined
        const units = metric === undefined ? [] : unitsOf(metric)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; names may repeat.
          <li key={column} className={`${styles['column']} ${role.kind === 'ignore' ? styles['ignored'] : ''}`}>
            <div className={styles['what']}>
              <strong className={styles['name']}>{header}</strong>
              <span className={styles['sample']}>{sampleOf(inspection, column)}</span>
            </div>
            <SelectField
              hideLabel
              label={`What ${header} holds`}
              value={choiceOf(role)}
              options={options}
              onValue={(choice) => onLayout(withRole(layout, column, choice, metrics))}
            />
            {role.kind === 'reading' && units.length > 1 && (
              <SelectField
                hideLabel
                label={`Unit of ${header}`}
                value={role.unit}
                options={units.map((unit) => ({ value: unit, label: UNIT_NAMES[unit] }))}
                onValue={(unit) => onLayout(withUnit(layout, column, unit))}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function roleOptions(metrics: readonly Metric[]): SelectOption<RoleChoice>[] {
  return [
    { value: 'ignore', label: 'Leave out' },
    { value: 'date', label: 'Date' },
    ...metrics.map(({ id, name }): SelectOption<RoleChoice> => ({ value: `metric:${id}`, label: name })),
    { value: 'metric-name', label: 'Name of the metric' },
    { value: 'value', label: 'Value' },
    { value: 'unit', label: 'Unit of the value' },
    { value: 'start', label: 'Start of an interval' },
  ]
}

function sampleOf({ sample }: Inspection, column: number): string {
  const cells = sample.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '')
  return cells.length === 0 ? 'empty in the first rows' : [...new Set(cells)].slice(0, 3).join(' · ')
}
