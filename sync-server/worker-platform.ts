import type { AppDependencies } from './app.ts'

type Platform = Pick<
  AppDependencies,
  'newRequestId' | 'now' | 'monotonicMs' | 'every' | 'setTimer' | 'sharesMemory' | 'remoteAddress'
>

/** What the app needs of the machine it runs on, as Cloudflare Workers have it. */
export const workerPlatform: Platform = {
  newRequestId: () => crypto.randomUUID(),
  now: Date.now,
  // Stands still while code runs, against attacks by timing: a request's duration is what it has waited for.
  monotonicMs: () => performance.now(),
  every(ms, run) {
    const timer = setInterval(run, ms)
    return () => clearInterval(timer)
  },
  setTimer(run, ms) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  sharesMemory: false,
  // Set by Cloudflare, whatever the client has sent under that name.
  remoteAddress: (context) => context.req.header('cf-connecting-ip'),
}
