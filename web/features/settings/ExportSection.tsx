import { FileDown } from 'lucide-react'
import type { Database } from '../../store/database.ts'
import { useDatabase, useToday } from '../../store/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { SettingsSection } from './SettingsSection.tsx'
import styles from './settings.module.css'
import { useMaking } from './use-making.ts'

interface Export {
  readonly name: string
  readonly title: string
  readonly text: string
  readonly make: (db: Database) => Promise<Blob>
}

// Loaded with the first export: nobody else needs it.
const load = () => import('../../store/csv-export.ts')

const EXPORTS: readonly Export[] = [
  {
    name: 'days',
    title: 'Days',
    text: 'A row a day, a column a metric, as the screens show it.',
    make: async (db) => (await load()).exportWide(db),
  },
  {
    name: 'values',
    title: 'Values',
    text: 'A row a value, with its unit and where it came from.',
    make: async (db) => (await load()).exportLong(db),
  },
  {
    name: 'mood-journal',
    title: 'Mood journal',
    text: 'A row an entry, with tags and text.',
    make: async (db) => (await load()).exportMoods(db),
  },
]

/** Everything as tables that any spreadsheet opens. */
export function ExportSection() {
  const db = useDatabase()
  const today = useToday()
  const { making, make, problem } = useMaking()
  return (
    <SettingsSection id="export" title="Export" problem={problem}>
      <p className={styles['soft']}>
        CSV files for spreadsheets and other apps, in kg, hours and kcal. To move to another device, save a backup
        instead.
      </p>
      <ul>
        {EXPORTS.map((one) => (
          <li key={one.name} className={styles['row']}>
            <div>
              <p>{one.title}</p>
              <p className={styles['soft']}>{one.text}</p>
            </div>
            <Button
              aria-label={`Export ${one.title.toLowerCase()} as CSV`}
              icon={<FileDown aria-hidden="true" />}
              busy={making === one.name}
              onClick={() =>
                void make(one.name, async () => saveFile(`ownit-${one.name}-${today}.csv`, await one.make(db)))
              }
            >
              CSV
            </Button>
          </li>
        ))}
      </ul>
    </SettingsSection>
  )
}
