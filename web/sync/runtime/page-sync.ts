import type { RunningSync } from './start-sync.ts'

let running: RunningSync | undefined

/** What synchronises in this page, or undefined where nothing does, so that a screen can ask it for a run. */
export function setPageSync(sync: RunningSync | undefined): void {
  running = sync
}

/** Runs now, for a person who asked. Does nothing before synchronisation has begun, which begins with a run. */
export function syncNow(): void {
  running?.byHand()
}

/** Somebody signed in again: goes on where it stopped. */
export function syncAfterSignIn(): void {
  running?.signedIn()
}
