import { useState } from 'react'
import { browserPush, canBeWoken } from '../../reminder/browser-push.ts'
import { bringUpToDate } from '../../reminder/device-reminders.ts'
import { NO_REMINDERS, type ReminderChoice, readChoice, writeChoice } from '../../reminder/reminder-choice.ts'
import { useDatabase, useLive } from '../../store/react.tsx'
import { syncStatus } from '../../store/sync-status.ts'
import { PROBLEM_TEXTS } from './reminder-text.ts'

/** What this device reminds of, how to change that, and what stands in the way. */
export function useReminders() {
  const db = useDatabase()
  const { value: stored } = useLive(readChoice, [])
  const { value: status } = useLive(syncStatus, [])
  const [chosen, setChosen] = useState<ReminderChoice>()
  const [problem, setProblem] = useState<string>()
  const isSignedIn = status?.account !== undefined
  const choice = chosen ?? stored ?? NO_REMINDERS

  const save = async (next: ReminderChoice): Promise<string | undefined> => {
    // While the browser still knows that somebody has pressed something.
    const canAsk = canBeWoken() && isSignedIn
    if (canAsk && Object.keys(next.kinds).length > 0) await Notification.requestPermission()
    const saved = await writeChoice(db, next)
    if (!saved.ok) return saved.failure.message
    if (!canAsk) return undefined
    const told = await bringUpToDate(db, browserPush, { asking: true })
    return told.ok ? undefined : PROBLEM_TEXTS[told.failure]
  }
  const change = (next: ReminderChoice) => {
    setChosen(next)
    void save(next).then(setProblem)
  }
  return { choice, change, problem, isSignedIn, canBeWoken: canBeWoken() }
}
