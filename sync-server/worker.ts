import manifest from '../package.json' with { type: 'json' }
import { type App, createApp, type PushSettings } from './app.ts'
import type { CoachAgent } from './coach/service.ts'
import { errorForLog } from './error-for-log.ts'
import { jsonLog } from './log.ts'
import { type CoachPlatform, openCoach } from './open-coach.ts'
import { readVapidKeys } from './push/vapid.ts'
import { isScreen } from './static/serve-files.ts'
import { requestStore } from './store/postgres/request-store.ts'
import type { RedisAddress } from './store/redis/connect-redis.ts'
import { indexedStore } from './store/redis/indexed-store.ts'
import { type Bindings, readBindings } from './worker-bindings.ts'
import { workerPlatform } from './worker-platform.ts'

// The server on Cloudflare Workers: the same app as on Node, over Postgres by way of Hyperdrive. See docs/cloudflare.md.

/** What is used of a Worker's execution context. */
interface Execution {
  waitUntil(work: Promise<unknown>): void
}

const log = jsonLog(
  (line) => console.log(line.trimEnd()),
  () => new Date(),
)
const { store, within, hold } = requestStore({
  setTimer(ring, ms) {
    const timer = setTimeout(ring, ms)
    return () => clearTimeout(timer)
  },
  onProblem: (error) => log('warn', 'the database was not asked for news', { error: errorForLog(error) }),
})
/** For as long as this isolate lives, with its rate limits and the sessions it has seen lately. */
let app: App | undefined

/** The most messages of one run: what a Worker may ask of others in one invocation, less what the database takes. */
const MOST_WAKES = 800

export default {
  async fetch(request: Request, env: unknown, execution: Execution): Promise<Response> {
    const bindings = bindingsOrLog(env)
    if (bindings === undefined) return Response.json({ error: 'this server is not set up' }, { status: 503 })
    // Files of the app are answered before the Worker is asked: what comes here is the API, or no file.
    const { method, url } = request
    if ((method === 'GET' || method === 'HEAD') && isPage(new URL(url).pathname)) return bindings.page(request)
    return within(
      bindings.databaseUrl,
      (work) => execution.waitUntil(work),
      async () => {
        return asItIs(await (await theApp(bindings)).hono.fetch(request))
      },
    )
  },

  /** By the clock of `wrangler.toml`, every minute. */
  async scheduled(_event: unknown, env: unknown, execution: Execution): Promise<void> {
    const bindings = bindingsOrLog(env)
    if (bindings === undefined) return
    await within(
      bindings.databaseUrl,
      (work) => execution.waitUntil(work),
      async () => (await theApp(bindings)).runDueJobs(),
    )
  },
}

function bindingsOrLog(env: unknown): Bindings | undefined {
  const bindings = readBindings(env)
  if (bindings.ok) return bindings.value
  for (const problem of bindings.failure) log('error', 'a binding cannot be used', { problem })
  return undefined
}

async function theApp(bindings: Bindings): Promise<App> {
  if (app !== undefined) return app
  // Each request reads them for itself: what one of them waits for, another may not.
  const push = await pushOf(bindings)
  const ask: CoachPlatform['fetch'] = (input, init) => fetch(input, init)
  const agent = await openCoach(bindings.coach, { secret: bindings.authSecret, fetch: ask, now: workerPlatform.now })
  app ??= appOf(bindings, push, agent)
  return app
}

const appOf = (
  { authSecret, signUp, origins, quotaBytes, redis, jobsSecret }: Bindings,
  push: PushSettings | undefined,
  agent: CoachAgent | undefined,
): App =>
  createApp({
    files: new Map(),
    version: manifest.version,
    log,
    store: redis === undefined ? store : withIndex(redis),
    authSecret,
    signUp,
    origins,
    quotaBytes,
    push,
    jobsSecret,
    agent,
    hold,
    ...workerPlatform,
  })

const withIndex = (redis: RedisAddress) =>
  indexedStore(store, {
    redis,
    newToken: () => crypto.randomUUID(),
    monotonicMs: workerPlatform.monotonicMs,
    // Its message would hold handles and scores.
    onProblem: (error) =>
      log('warn', 'Redis does not answer', { error: error instanceof Error ? error.name : typeof error }),
    // What a request has not waited for ends with it, and so do its connections to the database.
    isRequestBound: true,
  })

/** A Worker keeps nothing, so without keys that it is given it wakes nobody. */
async function pushOf({ pushKeys, pushContact, pushHosts }: Bindings): Promise<PushSettings | undefined> {
  if (pushKeys === undefined) return undefined
  const keys = await readVapidKeys(pushKeys)
  if (!keys.ok) {
    log('error', 'a binding cannot be used', { problem: `PUSH_KEYS ${keys.failure}` })
    return undefined
  }
  const ask: PushSettings['fetch'] = (url, init) => fetch(url, init)
  return { keys: keys.value, contact: pushContact, hosts: pushHosts, fetch: ask, most: MOST_WAKES }
}

const isPage = (path: string) => isScreen(path) && !/^\/(?:api|share)(?:\/|$)/.test(path)

/** Keeps the runtime from compressing once more what comes compressed. */
function asItIs(response: Response): Response {
  if (!response.headers.has('content-encoding')) return response
  const init = { status: response.status, headers: response.headers, encodeBody: 'manual' }
  return new Response(response.body, init)
}
