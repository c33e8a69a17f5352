import { browserRunner } from '../sync/runtime/browser-runner.ts'
import { SyncService } from '../sync/runtime/sync-service.ts'

const runner = browserRunner()
// A worker ends with its page: nobody else calls a run off.
const { signal } = new AbortController()

const service = new SyncService({
  now: () => performance.now(),
  random: Math.random,
  setTimer: (ring, ms) => {
    const timer = setTimeout(ring, ms)
    return () => clearTimeout(timer)
  },
  openStream: (path) => new EventSource(path),
  run: (occasion) => runner.run(occasion, signal),
  send: (report) => postMessage(report),
})
addEventListener('message', ({ data }) => service.receive(data))
