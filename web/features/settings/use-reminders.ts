import { useState } from 'react'
import { browserPush, canBeWoken } from '../../reminder/browser-push.ts'
import { bringUpToDate } from '../../reminder/device-reminders.ts'
import { type ChoiceEdit, editChoice, NO_REMINDERS, readChoice } from '../../reminder/reminder-choice.ts'
import { readProblem } from '../../reminder/reminder-problem.ts'
import { useDatabase, useLive } from '../../store/react.tsx'
import { syncStatus } from '../../store/sync-status.ts'
import { PROBLEM_TEXTS } from './reminder-text.ts'

/** What this device reminds of, how to change that, and what stands in the way. */
export function useReminders() {
  const db = useDatabase()
  const { value: stored } = useLive(readChoice, [])
  const { value: status } = useLive(syncStatus, [])
  const { value: kept } = useLive(readProblem, [])
  const [edits, setEdits] = useState<readonly ChoiceEdit[]>([])
  const [unsaved, setUnsaved] = useState<string>()
  const isSignedIn = status?.account !== undefined
  // At once, and over what another tab has changed: an edit done twice is done once.
  const choice = edits.reduce((before, edit) => edit(before), stored ?? NO_REMINDERS)

  const save = async (edit: ChoiceEdit): Promise<string | undefined> => {
    // Asked while the browser still knows that somebody has pressed something, and kept however long the answer takes.
    const canAsk = canBeWoken() && isSignedIn
    const asked = canAsk && Object.keys(edit(choice).kinds).length > 0 ? Notification.requestPermission() : undefined
    const saved = await editChoice(db, edit)
    if (!saved.ok) return saved.failure.message
    await asked
    if (canAsk) await bringUpToDate(db, browserPush, { asking: true })
    return undefined
  }
  const change = (edit: ChoiceEdit) => {
    setEdits((before) => [...before, edit])
    void save(edit).then(setUnsaved)
  }
  // Without an account, or with nothing chosen, nothing is expected.
  const isExpected = isSignedIn && Object.keys(choice.kinds).length > 0
  const problem = unsaved ?? (isExpected && kept !== undefined ? PROBLEM_TEXTS[kept] : undefined)
  return { choice, change, problem, isSignedIn, canBeWoken: canBeWoken() }
}
