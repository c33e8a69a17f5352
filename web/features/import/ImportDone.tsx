import { useState } from 'react'
import { Link } from 'wouter'
import { useDatabase, useLive } from '../../store/react.tsx'
import { undoChange } from '../../store/undo.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/Card.tsx'
import { Counts } from './Counts.tsx'
import type { DoneState } from './import-state.ts'
import styles from './PreviewStep.module.css'
import { RefusedList } from './RefusedList.tsx'
import { StepHeading } from './StepHeading.tsx'

export interface ImportDoneProps {
  readonly state: DoneState
  readonly onAgain: () => void
  readonly refusedCsv: () => Promise<string>
}

/** What was imported, and the one tap that takes all of it back. */
export function ImportDone({ state, onAgain, refusedCsv }: ImportDoneProps) {
  const db = useDatabase()
  const [failed, setFailed] = useState(false)
  const { file, preview, change } = state
  // Looked up, because the toast undoes it too.
  const { value: undone = false } = useLive(
    async (database) => (await database.changes.get(change))?.undone === true,
    [change],
  )
  const undo = async () => setFailed(!(await undoChange(db, change)).ok)
  const title = undone ? 'Taken back' : `Imported ${file.name}`
  return (
    <Card title={<StepHeading key={title}>{title}</StepHeading>}>
      <div className={styles['result']}>
        {undone ? (
          <p>Every value of this import is gone again, and everything else is as it was.</p>
        ) : (
          <Counts
            added={preview.added}
            changed={preview.changedCount}
            same={preview.same}
            refused={preview.refusedCount}
          />
        )}
        {failed && <Banner tone="danger">It could not be taken back. It stands under “Imports so far”.</Banner>}
        {preview.refusedCount > 0 && (
          <RefusedList refused={preview.refused} count={preview.refusedCount} file={file.name} asCsv={refusedCsv} />
        )}
        <div className={styles['buttons']}>
          <Link href="/history" className={buttonClass('primary')}>
            See it in History
          </Link>
          {!undone && <Button onClick={() => void undo()}>Undo the import</Button>}
          <Button onClick={onAgain}>Import another file</Button>
        </div>
      </div>
    </Card>
  )
}
