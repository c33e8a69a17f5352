import { useEffect, useState } from 'react'
import type { Database } from '../store/database.ts'
import { retryFailedWhenLoaded } from '../store/late-commit.ts'
import { useDatabase } from '../store/react.tsx'
import type { SaveProblem } from '../store/save-problem.ts'
import { type Committed, onCommitted, onSaveProblem, onSaveRecovered } from '../store/store-events.ts'
import { Banner } from '../ui/Banner.tsx'
import { showToast } from '../ui/toast.ts'

/** What the person is told of saving: a toast with its undo for each change, and trouble until it is over. */
export function CommitNotices() {
  const db = useDatabase()
  const [trouble, setTrouble] = useState<SaveProblem | undefined>()

  useEffect(() => onCommitted((change) => offerUndo(db, change)), [db])
  useEffect(() => onSaveProblem(setTrouble), [])
  useEffect(() => onSaveRecovered(() => setTrouble(undefined)), [])

  if (trouble === undefined) return null
  return (
    <Banner tone="danger" action={{ label: 'Try again', run: () => void retryFailedWhenLoaded(db) }}>
      Not saved: {trouble.message}
    </Banner>
  )
}

function offerUndo(db: Database, { id, kind, label, announce, session }: Committed): void {
  if (!announce) return
  showToast({
    key: session ?? id,
    text: label,
    action: { label: kind === 'undo' ? 'Redo' : 'Undo', run: () => void takeBack(db, id) },
  })
}

async function takeBack(db: Database, id: Committed['id']): Promise<void> {
  const { undoChange } = await import('../store/undo.ts')
  const undone = await undoChange(db, id)
  if (undone.ok) {
    const { keptNewer } = undone.value
    if (keptNewer > 0)
      showToast({ text: `${keptNewer} ${keptNewer === 1 ? 'value was' : 'values were'} changed since and kept.` })
    return
  }
  // Trouble with saving is already on the banner.
  if (undone.failure.kind === 'not-found') showToast({ text: 'This change is too old to be undone.', tone: 'danger' })
}
