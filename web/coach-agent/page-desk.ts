import type { Database } from '../store/database.ts'
import { commitWhenLoaded } from '../store/late-commit.ts'
import { asOnlyRunner } from '../sync/runtime/one-runner.ts'
import { registerBackgroundRun } from '../sync/runtime/register-background.ts'
import { coachClient } from './coach-client.ts'
import { TurnDesk } from './turn-desk.ts'
import { TURNS_LOCK } from './turns-lock.ts'

/** The server of our own origin. */
export const pageClient = coachClient((url, init) => fetch(url, init))

// A page ends without being called off.
const NEVER = new AbortController().signal

let desk: TurnDesk | undefined

/** The one desk of this page. */
export function pageDesk(db: Database): TurnDesk {
  desk ??= new TurnDesk({
    db,
    client: pageClient,
    commit: (change) => commitWhenLoaded(db, change),
    // Absent where the page came over plain HTTP from another machine.
    alone: (work) =>
      'locks' in navigator
        ? // A tab that is asleep never lets go. Taken over from one that is awake, a turn is read by both, and written alike.
          asOnlyRunner(work, { locks: navigator.locks, signal: NEVER, name: TURNS_LOCK })
        : work(),
    wait,
    setTimer: (ring, ms) => {
      const timer = setTimeout(ring, ms)
      return () => clearTimeout(timer)
    },
    isOnline: () => navigator.onLine,
    runInBackground: registerBackgroundRun,
  })
  return desk
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
