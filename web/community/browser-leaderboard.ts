import type { Result } from '../../shared/result/result.ts'
import type { Database } from '../store/database.ts'
import { watchDocuments } from '../store/watch-documents.ts'
import { asOnlyRunner } from '../sync/runtime/one-runner.ts'
import { browserPage } from '../sync/runtime/start-sync.ts'
import { type LeaderboardProblem, leaderboardClient } from './leaderboard-client.ts'
import { publishScores } from './publish.ts'
import { PublishSchedule } from './publish-schedule.ts'

/** Held by the one tab that publishes. */
const PUBLISH_LOCK = 'publish-scores'

/** The leaderboards of this page's own server. */
export const browserLeaderboard = leaderboardClient((url, init) => fetch(url, init))

let kept: PublishSchedule | undefined

/** Publishes while this page is open, as its schedule says. Called again it goes on as it is. */
export function keepPublishing(db: Database): void {
  if (kept !== undefined) return
  const schedule = new PublishSchedule({
    now: () => performance.now(),
    setTimer: (ring, ms) => {
      const timer = setTimeout(ring, ms)
      return () => clearTimeout(timer)
    },
    publish: () => publishQuietly(db),
  })
  kept = schedule
  const page = browserPage()
  watchDocuments(db, () => schedule.written())
  page.onSight(() => schedule.see(page.isVisible()))
  page.onOnline(() => schedule.written())
  schedule.see(page.isVisible())
}

/** Publishes what has changed, one tab at a time: the next one finds that nothing has. `undefined`: another tab does it. */
export async function publishNow(db: Database): Promise<Result<number, LeaderboardProblem> | undefined> {
  // A page that is closed calls nothing off: its request ends with it.
  const { signal } = new AbortController()
  const run = await asOnlyRunner(() => publishScores(db, browserLeaderboard), {
    locks: navigator.locks,
    name: PUBLISH_LOCK,
    signal,
  })
  return run.ok ? run.value : undefined
}

async function publishQuietly(db: Database): Promise<boolean> {
  try {
    const published = await publishNow(db)
    if (published === undefined || published.ok) return true
    console.info('Scores were not published:', published.failure)
    return published.failure !== 'unreachable' && published.failure !== 'too-many'
  } catch (error) {
    // The database is away or was closed: what is not told is told the next time.
    console.info('Scores could not be read:', error)
    return false
  }
}
