import { useEffect } from 'react'
import SyncShell from '../features/sync/SyncShell.tsx'
import { persistAfterFirstEntry } from '../store/persistence.ts'
import { useDatabase } from '../store/react.tsx'
import { pageInsights } from '../workers/insight-client.ts'
import { startCoach } from './start-coach.ts'
import { startPublishing } from './start-publishing.ts'
import { startReminders } from './start-reminders.ts'

/** What goes on beside every screen: synchronising, reminders, scores, looking at the days for what they say, asking to keep them. */
export default function Background() {
  const db = useDatabase()
  useEffect(() => persistAfterFirstEntry(db), [db])
  useEffect(() => void startReminders(db), [db])
  useEffect(() => startCoach(db), [db])
  useEffect(() => void startPublishing(db), [db])
  useEffect(() => {
    const insights = pageInsights()
    const showSight = () => insights.see(document.visibilityState === 'visible')
    showSight()
    document.addEventListener('visibilitychange', showSight)
    // From the back-forward cache a page comes without a change of sight.
    window.addEventListener('pageshow', showSight)
    return () => {
      document.removeEventListener('visibilitychange', showSight)
      window.removeEventListener('pageshow', showSight)
    }
  }, [])

  return <SyncShell />
}
