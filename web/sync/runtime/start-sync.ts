import { onCommitted } from '../../store/store-events.ts'
import { registerBackgroundRun } from './register-background.ts'
import { type SyncReportMessage, type SyncRequestMessage, syncReportMessage } from './sync-messages.ts'

/** What is needed of the worker that synchronises. */
export type SyncPort = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>

/** What is needed of the page. */
export interface SyncPage {
  readonly isVisible: () => boolean
  /** Calls `listener` when the page comes into sight or goes out of it, or the network is back. Answers how to stop. */
  readonly onSight: (listener: () => void) => () => void
  readonly onOnline: (listener: () => void) => () => void
  /** Asks the browser to run in the background once there is a network, where it can. */
  readonly runInBackground: () => Promise<unknown>
}

export interface RunningSync {
  /** Runs now. */
  readonly byHand: () => void
  /** Goes on after somebody signed in. */
  readonly signedIn: () => void
  readonly stop: () => void
}

/** Keeps a page's data synchronised, in the worker at `port`, until it is stopped. `onProblem`: what nobody foresaw. */
export function startSync(port: SyncPort, page: SyncPage, onProblem: (message: string) => void): RunningSync {
  const say = (message: SyncRequestMessage) => port.postMessage(message)
  const showSight = () => say({ kind: 'sight', visible: page.isVisible() })

  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    hear(syncReportMessage.parse(data), page, onProblem)
  })
  port.addEventListener('error', (event) =>
    onProblem(event.message === '' ? 'The synchronising worker failed.' : event.message),
  )
  const stops = [
    onCommitted(() => say({ kind: 'notice', occasion: 'write' })),
    page.onOnline(() => say({ kind: 'notice', occasion: 'online' })),
    page.onSight(showSight),
  ]
  // Coming into sight is an occasion by itself, so that a page that opens makes one run and not two.
  if (page.isVisible()) showSight()
  else say({ kind: 'notice', occasion: 'start' })

  return {
    byHand: () => say({ kind: 'notice', occasion: 'by-hand' }),
    signedIn: () => say({ kind: 'signed-in' }),
    stop: () => {
      for (const stop of stops) stop()
      port.terminate()
    },
  }
}

function hear(report: SyncReportMessage, page: SyncPage, onProblem: (message: string) => void): void {
  if (report.kind === 'crash') {
    onProblem(report.message)
    return
  }
  // The page may be closed before the next try, so the browser is asked to make one.
  if (report.end === 'again')
    page.runInBackground().catch((error: unknown) => console.info('No background run:', error))
}

/** The browser's own page. */
export function browserPage(): SyncPage {
  return {
    isVisible: () => document.visibilityState === 'visible',
    onSight: (listener) => {
      document.addEventListener('visibilitychange', listener)
      // From the back-forward cache a page comes without a change of sight.
      window.addEventListener('pageshow', listener)
      return () => {
        document.removeEventListener('visibilitychange', listener)
        window.removeEventListener('pageshow', listener)
      }
    },
    onOnline: (listener) => {
      window.addEventListener('online', listener)
      return () => window.removeEventListener('online', listener)
    },
    runInBackground: registerBackgroundRun,
  }
}
