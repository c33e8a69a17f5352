import type { SetTimer } from './save-turn.ts'

/** So many ms, or until the signal is aborted. */
export function rest(setTimer: SetTimer, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stop()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const stop = setTimer(done, ms)
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}
