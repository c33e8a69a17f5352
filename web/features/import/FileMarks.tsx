import type { DateOrder, DecimalMark, FixedChoices, Inspection, Layout, ThousandsMark } from '../../importer/index.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import styles from './FileMarks.module.css'
import { withDecimal } from './layout-edit.ts'

export interface FileMarksProps {
  readonly inspection: Inspection
  readonly layout: Layout
  readonly onLayout: (layout: Layout) => void
  /** What changes the cells themselves, so that the columns are guessed anew. */
  readonly onRecut: (fixed: FixedChoices) => void
}

/** How dates, numbers and cells are written in the file. */
export function FileMarks({ inspection, layout, onLayout, onRecut }: FileMarksProps) {
  const { rowChoice } = inspection
  return (
    <div className={styles['marks']}>
      <SelectField<DateOrder>
        label="Dates"
        value={layout.dateOrder}
        options={[
          { value: 'ymd', label: 'year month day' },
          { value: 'dmy', label: 'day month year' },
          { value: 'mdy', label: 'month day year' },
        ]}
        onValue={(dateOrder) => onLayout({ ...layout, dateOrder })}
      />
      <SelectField<DecimalMark>
        label="Decimals"
        value={layout.decimal}
        options={[
          { value: '.', label: '74.6 (point)' },
          { value: ',', label: '74,6 (comma)' },
        ]}
        onValue={(decimal) => onLayout(withDecimal(layout, decimal))}
      />
      <SelectField<ThousandsMark>
        label="Thousands"
        value={layout.thousands}
        options={THOUSANDS.filter(({ value }) => value !== layout.decimal)}
        onValue={(thousands) => onLayout({ ...layout, thousands })}
      />
      <SelectField<Layout['delimiter']>
        label="Columns are separated by"
        value={layout.delimiter}
        options={[
          { value: ',', label: 'comma' },
          { value: ';', label: 'semicolon' },
          { value: '\t', label: 'tab' },
          { value: '|', label: 'bar' },
        ]}
        onValue={(delimiter) => onRecut({ delimiter })}
      />
      <SelectField<Layout['encoding']>
        label="Letters (encoding)"
        value={layout.encoding}
        options={[
          { value: 'utf-8', label: 'UTF-8' },
          { value: 'windows-1252', label: 'Windows-1252' },
          { value: 'utf-16le', label: 'UTF-16 LE' },
          { value: 'utf-16be', label: 'UTF-16 BE' },
        ]}
        onValue={(encoding) => onRecut({ encoding })}
      />
      <SelectField
        label="First row"
        value={layout.hasHeader ? 'names' : 'data'}
        options={[
          { value: 'names', label: 'column names' },
          { value: 'data', label: 'a day already' },
        ]}
        onValue={(first) => onRecut({ hasHeader: first === 'names' })}
      />
      {rowChoice !== undefined && (
        <SelectField
          label={rowChoice.question}
          value={layout.rows?.values[0] ?? ''}
          options={[{ value: '', label: 'all rows' }, ...rowChoice.values.map((value) => ({ value, label: value }))]}
          onValue={(value) => onLayout(withRows(layout, rowChoice.column, value))}
        />
      )}
    </div>
  )
}

const THOUSANDS: readonly { readonly value: ThousandsMark; readonly label: string }[] = [
  { value: '', label: '5000 (none)' },
  { value: ',', label: '5,000 (comma)' },
  { value: '.', label: '5.000 (point)' },
  { value: ' ', label: '5 000 (space)' },
  { value: "'", label: "5'000 (apostrophe)" },
]

function withRows(layout: Layout, column: number, value: string): Layout {
  const { rows: _dropped, ...rest } = layout
  return value === '' ? rest : { ...rest, rows: { column, rule: 'only', values: [value] } }
}
