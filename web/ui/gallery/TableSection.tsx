import { Ellipsis } from 'lucide-react'
import { addDays } from '../../../shared/calendar/civil-date.ts'
import { Card } from '../Card.tsx'
import { type DataColumn, DataTable } from '../DataTable.tsx'
import { dayText } from '../date-text.ts'
import { EmptyState } from '../EmptyState.tsx'
import { Menu } from '../Menu.tsx'
import { showToast } from '../toast.ts'
import styles from './Gallery.module.css'
import { dateOf, showKilograms, showSteps, wander } from './sample.ts'

const weight = wander(2, 3650, 74, 1)
const steps = wander(4, 3650, 8000, 1500)
const ROWS = Array.from({ length: 3650 }, (_, index) => ({
  date: addDays(dateOf(2016, 11, 25), index),
  weight: weight[index] ?? Number.NaN,
  steps: steps[index] ?? Number.NaN,
}))

type Row = (typeof ROWS)[number]
const known = (value: number) => (Number.isNaN(value) ? undefined : value)

const COLUMNS: readonly DataColumn<Row>[] = [
  {
    id: 'date',
    header: 'Day',
    cell: (row) => dayText(row.date),
    sortKey: (row) => row.date,
    firstSort: 'descending',
    width: 'minmax(136px, 2fr)',
  },
  {
    id: 'weight',
    header: 'Weight',
    align: 'end',
    cell: (row) => (Number.isNaN(row.weight) ? '' : showKilograms(row.weight)),
    sortKey: (row) => known(row.weight),
  },
  {
    id: 'steps',
    header: 'Steps',
    align: 'end',
    cell: (row) => (Number.isNaN(row.steps) ? '' : showSteps(row.steps)),
    sortKey: (row) => known(row.steps),
  },
]

export function TableSection() {
  return (
    <section className={styles['section']}>
      <h2>Table</h2>
      <Card title="All days" aside="3 650" flush>
        <DataTable
          label="All days"
          columns={COLUMNS}
          rows={ROWS}
          rowKey={(row) => row.date}
          initialSort={{ column: 'date', direction: 'descending' }}
          height={320}
          actions={(row) => (
            <Menu
              label={`More for ${dayText(row.date)}`}
              look="bare"
              items={[{ label: 'Edit', run: () => showToast({ text: `Edit ${dayText(row.date)}` }) }]}
            >
              <Ellipsis aria-hidden="true" />
            </Menu>
          )}
        />
      </Card>
      <Card title="No day" flush>
        <DataTable
          label="No day"
          columns={COLUMNS}
          rows={[]}
          rowKey={(row) => row.date}
          empty={<EmptyState icon={<Ellipsis />} title="No day has both" />}
        />
      </Card>
    </section>
  )
}
