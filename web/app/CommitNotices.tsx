import { useEffect, useState } from 'react'
import { retryFailed, undoChange } from '../store/commit.ts'
import type { Database } from '../store/database.ts'
import { useDatabase } from '../store/react.tsx'
import type { SaveProblem } from '../store/save-problem.ts'
import {
  type Committed,
  type ConnectionEvent,
  onCommitted,
  onConnection,
  onSaveProblem,
  onSaveRecovered,
} from '../store/store-events.ts'
import { Banner } from '../ui/Banner.tsx'
import { showToast } from '../ui/toast.ts'

/** What the person is told of saving: a toast with its undo for each change, and trouble until it is over. */
export function CommitNotices() {
  const db = useDatabase()
  const [trouble, setTrouble] = useState<SaveProblem | undefined>()
  const [connection, setConnection] = useState<ConnectionEvent | undefined>()

  useEffect(() => onCommitted((change) => offerUndo(db, change)), [db])
  useEffect(() => onSaveProblem(setTrouble), [])
  useEffect(() => onSaveRecovered(() => setTrouble(undefined)), [])
  useEffect(() => onConnection(setConnection), [])

  return (
    <>
      {trouble !== undefined && (
        <Banner tone="danger" action={{ label: 'Try again', run: () => void retryFailed(db) }}>
          Not saved: {trouble.message}
        </Banner>
      )}
      {connection === 'outdated' && (
        <Banner tone="warning" action={{ label: 'Reload', run: () => location.reload() }}>
          Another tab runs a newer version of OwnIt. Reload this one to go on; nothing is lost.
        </Banner>
      )}
      {connection === 'blocked' && (
        <Banner tone="warning">
          Another tab with an older version of OwnIt holds your data open. Close that tab, and this one goes on.
        </Banner>
      )}
    </>
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
