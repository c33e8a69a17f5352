import { useDatabase, useLive } from '../../store/react.tsx'
import { type ChangeSummary, recentChanges } from '../../store/recent-changes.ts'
import { undoChange } from '../../store/undo.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { inWords } from './Counts.tsx'
import styles from './ImportHistory.module.css'

const LOOK_BACK = 200

/** Past imports, newest first, each with its undo. */
export function ImportHistory() {
  const db = useDatabase()
  const { value: imports } = useLive(
    async (database) => (await recentChanges(database, LOOK_BACK)).filter(({ kind }) => kind === 'import'),
    [],
  )
  if (imports === undefined || imports.length === 0) return null
  return (
    <Card title="Imports so far">
      <ul className={styles['imports']}>
        {imports.map((change) => (
          <li key={change.id} className={styles['import']}>
            <div>
              <strong>{change.summary?.file ?? change.label}</strong>
              <p className={styles['facts']}>{factsOf(change)}</p>
            </div>
            {change.canUndo && (
              <Button
                onClick={() => void undoChange(db, change.id)}
                aria-label={`Undo the import of ${change.summary?.file ?? 'this file'}`}
              >
                Undo
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function factsOf({ at, summary, undone }: ChangeSummary): string {
  const when = new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
  const counts =
    summary === undefined
      ? []
      : [`${inWords(summary.added)} new`, `${inWords(summary.changed)} changed`, `${inWords(summary.refused)} refused`]
  return [when, ...counts, ...(undone ? ['undone'] : [])].join(' · ')
}
