import { sendWaiting } from '../coach-agent/send-waiting.ts'
import { TURNS_LOCK } from '../coach-agent/turns-lock.ts'
import { sayOf } from '../reminder/say.ts'
import type { Notice } from '../reminder/what-to-say.ts'
import { openDatabase } from '../store/database.ts'
import { browserRunner } from '../sync/runtime/browser-runner.ts'
import { ENGINE_GLOBAL, SAY_GLOBAL } from './engine-name.ts'

// A script of its own, imported by the service worker when the browser wakes it with no page open: to synchronise,
// to send a question, or to remind.

let runner: ReturnType<typeof browserRunner> | undefined

/** One run. Rejects where it should be asked for again, which the browser does in its own time. */
async function runInBackground(): Promise<void> {
  runner ??= browserRunner()
  const [synchronised, questions] = await Promise.allSettled([
    runner.run('background', new AbortController().signal),
    sendQuestions(),
  ])
  for (const end of [synchronised, questions]) if (end.status === 'rejected') throw end.reason
  const again =
    (synchronised.status === 'fulfilled' && synchronised.value.kind === 'again') ||
    (questions.status === 'fulfilled' && questions.value)
  if (again) throw new Error('The server could not be reached: this run is to be asked for again')
}

/** Sends what was asked of an agent without a network, unless a page is at it. Answers whether some is left. */
async function sendQuestions(): Promise<boolean> {
  return navigator.locks.request(TURNS_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false
    const db = openDatabase()
    try {
      return await sendWaiting(db, (url, init) => fetch(url, init))
    } finally {
      db.close()
    }
  })
}

Object.defineProperty(self, ENGINE_GLOBAL, { value: runInBackground })

/** What there is to say to a reminder of that kind, from the data of this device. */
async function say(kind: string): Promise<Notice | undefined> {
  const db = openDatabase()
  try {
    return await sayOf(db, kind, db.now())
  } finally {
    db.close()
  }
}

Object.defineProperty(self, SAY_GLOBAL, { value: say })
