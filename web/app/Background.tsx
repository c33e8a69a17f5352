import { useEffect } from 'react'
import SyncShell from '../features/sync/SyncShell.tsx'
import { pageInsights } from '../workers/insight-client.ts'

/** What goes on beside every screen: synchronising, and looking at the days for what they say. */
export default function Background() {
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
