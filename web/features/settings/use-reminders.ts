import { useState } from 'react'
import { browserPush, canBeWoken } from '../../reminder/browser-push.ts'
import { bringUpToDate } from '../../reminder/device-reminders.ts'
import { NO_REMINDERS, type ReminderChoice, readChoice, writeChoice } from '../../reminder/reminder-choice.ts'
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
  const [chosen, setChosen] = useState<ReminderChoice>()
  const [unsaved, setUnsaved] = useState<string>()
  const isSignedIn = status?.account !== undefined
  const choice = chosen ?? stored ?? NO_REMINDERS

  const save = async (next: ReminderChoice): Promise<string | undefined> => {
    // Asked while the browser still knows that somebody has pressed something, and kept however long the answer takes.
    const canAsk = canBeWoken() && isSignedIn
    const asked = canAsk && Object.keys(next.kinds).length > 0 ? Notification.requestPermission() : undefined
    const saved = await writeChoice(db, next)
    if (!saved.ok) return saved.failure.message
    await asked
    if (canAsk) await bringUpToDate(db, browserPush, { asking: true })
    return undefined
  }
  const change = (next: ReminderChoice) => {
    setChosen(next)
    void save(next).then(setUnsaved)
  }
  // Without an account, or with nothing chosen, nothing is expected.
  const isExpected = isSignedIn && Object.keys(choice.kinds).length > 0
  const problem = unsaved ?? (isExpected && kept !== undefined ? PROBLEM_TEXTS[kept] : undefined)
  return { choice, change, problem, isSignedIn, canBeWoken: canBeWoken() }
}
