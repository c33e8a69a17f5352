import type { Metric, MetricId } from '../../../shared/metric/metric.ts'
import { type Layout, unitsOf } from '../../importer/choices.ts'
import { SelectField, type SelectOption } from '../../ui/SelectField.tsx'
import styles from './ColumnTable.module.css'
import { withName, withNameUnit } from './layout-edit.ts'
import { UNIT_NAMES } from './unit-names.ts'

export interface NameTableProps {
  readonly layout: Layout
  readonly metrics: readonly Metric[]
  readonly onLayout: (layout: Layout) => void
}

/** A long file: each name that stands in its name column, and which metric it is. */
export function NameTable({ layout, metrics, onLayout }: NameTableProps) {
  const names = [...new Set([...Object.keys(layout.metricNames), ...(layout.namesSeen ?? [])])]
  const options: SelectOption<MetricId | 'ignore'>[] = [
    { value: 'ignore', label: 'Leave out' },
    ...metrics.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <ul className={styles['columns']}>
      {names.map((name) => {
        const role = layout.metricNames[name]
        const metric = metrics.find(({ id }) => id === role?.metric)
        const units = metric === undefined ? [] : unitsOf(metric)
        return (
          <li key={name} className={`${styles['column']} ${role === undefined ? styles['ignored'] : ''}`}>
            <div className={styles['what']}>
              <strong className={styles['name']}>{name}</strong>
            </div>
            <SelectField
              hideLabel
              label={`What ${name} means`}
              value={role?.metric ?? 'ignore'}
              options={options}
              onValue={(chosen) => onLayout(withName(layout, name, chosen, metrics))}
            />
            {role !== undefined && units.length > 1 && (
              <SelectField
                hideLabel
                label={`Unit of ${name}`}
                value={role.unit}
                options={units.map((unit) => ({ value: unit, label: UNIT_NAMES[unit] }))}
                onValue={(unit) => onLayout(withNameUnit(layout, name, unit))}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
