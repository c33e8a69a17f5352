import { randomUUID } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { AppDependencies } from './app.ts'

type Platform = Pick<AppDependencies, 'newRequestId' | 'now' | 'monotonicMs' | 'every' | 'setTimer' | 'remoteAddress'>

/** What the app needs of the machine it runs on, as Node has it. */
export const nodePlatform: Platform = {
  newRequestId: randomUUID,
  now: Date.now,
  monotonicMs: () => performance.now(),
  every(ms, run) {
    // Keeps no process running that has nothing else to do.
    const timer = setInterval(run, ms).unref()
    return () => clearInterval(timer)
  },
  setTimer(run, ms) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  remoteAddress: (context) => getConnInfo(context).remote.address,
}
