import { browserRunner } from '../sync/runtime/browser-runner.ts'
import { ENGINE_GLOBAL } from './engine-name.ts'

// A script of its own, imported by the service worker when the browser wakes it to synchronise with no page open.

let runner: ReturnType<typeof browserRunner> | undefined

/** One run. Rejects where it should be asked for again, which the browser does in its own time. */
async function runInBackground(): Promise<void> {
  runner ??= browserRunner()
  const end = await runner.run('background', new AbortController().signal)
  if (end.kind === 'again') throw new Error('The server could not be reached: this run is to be asked for again')
}

Object.defineProperty(self, ENGINE_GLOBAL, { value: runInBackground })
