import type { Database } from '../store/database.ts'
import { readMeta } from '../store/meta.ts'

/**
 * Goes on with what was asked of an agent and is not answered yet: after a start, when the network is back and when the page is
 * seen. What does it is loaded where there is something to do.
 */
export function startCoach(db: Database): () => void {
  const goOn = () => {
    workOn(db).catch((error: unknown) => console.warn('Questions for the coach wait:', error))
  }
  const see = () => {
    if (document.visibilityState === 'visible') goOn()
  }
  goOn()
  window.addEventListener('online', goOn)
  document.addEventListener('visibilitychange', see)
  return () => {
    window.removeEventListener('online', goOn)
    document.removeEventListener('visibilitychange', see)
  }
}

async function workOn(db: Database): Promise<void> {
  const waiting = await readMeta(db, 'coach-turns')
  if (!Array.isArray(waiting) || waiting.length === 0) return
  const { pageDesk } = await import('../coach-agent/page-desk.ts')
  await pageDesk(db).work()
}
