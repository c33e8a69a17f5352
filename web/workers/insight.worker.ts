import { openDatabase } from '../store/database.ts'
import { asOnlyRunner } from '../sync/runtime/one-runner.ts'
import { insightEngine } from './insight-engine.ts'
import { InsightService } from './insight-service.ts'
import { IMPORT_LOCK, INSIGHT_LOCK } from './lock-names.ts'

// Absent where the page came over plain HTTP from another machine: then every tab looks for itself.
const locks = 'locks' in navigator ? navigator.locks : undefined
// A worker ends with its page: nobody else calls a look off.
const { signal } = new AbortController()

const service = new InsightService({
  db: openDatabase(),
  engine: insightEngine(),
  setTimer: (ring, ms) => {
    const timer = setTimeout(ring, ms)
    return () => clearTimeout(timer)
  },
  isImporting: async () => {
    const { held = [] } = (await locks?.query()) ?? {}
    return held.some(({ name }) => name === IMPORT_LOCK)
  },
  alone: (work) => (locks === undefined ? work() : asOnlyRunner(work, { locks, signal, name: INSIGHT_LOCK })),
  pause: () => new Promise((resolve) => setTimeout(resolve)),
  send: (response) => postMessage(response),
})
addEventListener('message', ({ data }) => service.receive(data))
