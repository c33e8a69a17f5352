import { sayOf } from '../reminder/say.ts'
import type { Notice } from '../reminder/what-to-say.ts'
import { openDatabase } from '../store/database.ts'
import { browserRunner } from '../sync/runtime/browser-runner.ts'
import { ENGINE_GLOBAL, SAY_GLOBAL } from './engine-name.ts'

// A script of its own, imported by the service worker when the browser wakes it with no page open: to synchronise,
// or to remind.

let runner: ReturnType<typeof browserRunner> | undefined

/** One run. Rejects where it should be asked for again, which the browser does in its own time. */
async function runInBackground(): Promise<void> {
  runner ??= browserRunner()
  const end = await runner.run('background', new AbortController().signal)
  if (end.kind === 'again') throw new Error('The server could not be reached: this run is to be asked for again')
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
