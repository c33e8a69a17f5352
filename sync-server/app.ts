import { type Context, Hono } from 'hono'
import type { LeaderboardRefusal } from '../shared/leaderboard/protocol.ts'
import type { ReminderKind } from '../shared/push/protocol.ts'
import { PROBLEM_CODES } from '../shared/sync/account.ts'
import type { RejectedReason } from '../shared/sync/messages.ts'
import { LIMITS } from '../shared/sync/protocol.ts'
import { accountRoutes } from './account/account-routes.ts'
import { createAuth } from './account/auth.ts'
import { authRoutes } from './account/auth-routes.ts'
import { accountSessions } from './account/sessions.ts'
import { signInThrottle } from './account/sign-in-throttle.ts'
import type { SignUpPolicy } from './account/signup-policy.ts'
import { coachSecrets } from './coach/coach-secrets.ts'
import { coachRoutes } from './coach/routes.ts'
import type { SetTimer } from './coach/save-turn.ts'
import { type CoachAgent, type CoachMetrics, coachService } from './coach/service.ts'
import { deviceRoutes } from './device/device-routes.ts'
import { errorForLog } from './error-for-log.ts'
import { healthRoutes } from './health/health.ts'
import { housekeeping } from './jobs/housekeeping.ts'
import type { Job } from './jobs/job.ts'
import { jobRoute } from './jobs/job-routes.ts'
import { rollOver } from './jobs/roll-over.ts'
import { jobRunner } from './jobs/run-jobs.ts'
import { leaderboardRoutes } from './leaderboard/leaderboard-routes.ts'
import type { Log } from './log.ts'
import type { JobMetrics } from './metrics/job-metrics.ts'
import { type RequestDurations, requestMetrics } from './metrics/request-metrics.ts'
import { pushRoutes } from './push/push-routes.ts'
import { type Sender, wakeUpSender } from './push/send-wake-up.ts'
import { type VapidKeys, vapidAuthorisation } from './push/vapid.ts'
import { wakeDevices } from './push/wake-devices.ts'
import { requestLog } from './request-log.ts'
import { limitAddresses, neverKept, refuseLarge } from './security/api-guard.ts'
import { clientAddress, type RemoteAddress } from './security/client-address.ts'
import { securityHeaders } from './security/headers.ts'
import { sameOrigin } from './security/origin.ts'
import { RATES, type Rates } from './security/rates.ts'
import { type RequestVariables, requestId } from './security/request-id.ts'
import { mountRoutes, type Route } from './security/route.ts'
import { tokenBuckets } from './security/token-bucket.ts'
import type { StaticFile } from './static/load-files.ts'
import { serveFiles } from './static/serve-files.ts'
import { AccountGone, type Store } from './store/ports.ts'
import { answerWithPokes, eventRoute } from './sync/event-route.ts'
import { type Every, eventStreams } from './sync/event-streams.ts'
import { exchangeRoute } from './sync/exchange-route.ts'
import { keyslotRoutes } from './vault/keyslot-routes.ts'

/** How devices are woken. */
export interface PushSettings extends Pick<Sender, 'fetch' | 'hosts'> {
  readonly keys: VapidKeys
  /** Where a push service can write to whoever runs this server; undefined: nowhere. */
  readonly contact: string | undefined
  /** The most messages of one run. */
  readonly most: number
}

export interface AppDependencies {
  readonly files: ReadonlyMap<string, StaticFile>
  readonly version: string
  readonly log: Log
  readonly store: Store
  /** Signs the session cookies. */
  readonly authSecret: string
  readonly signUp: SignUpPolicy
  /** Origins that the app is opened at where a proxy stands before the server; empty: there is none. */
  readonly origins: ReadonlySet<string>
  /** Bytes that an account's envelopes may hold together. */
  readonly quotaBytes: number
  /** Undefined: this server wakes nobody. */
  readonly push?: PushSettings | undefined
  /** With which schedulers outside have jobs run; undefined: none may. */
  readonly jobsSecret?: string | undefined
  /** Whom people can ask; undefined: nobody but the coach on their device. */
  readonly agent?: CoachAgent | undefined
  readonly rates?: Rates
  readonly newRequestId: () => string
  /** ms since 1970 UTC. */
  readonly now: () => number
  readonly monotonicMs: () => number
  readonly every: Every
  readonly setTimer: SetTimer
  /** Keeps what belongs to a request until the work is done; undefined: nothing does. */
  readonly hold?: (work: Promise<unknown>) => void
  /** False: a request may not read what belongs to another. */
  readonly sharesMemory?: boolean
  readonly remoteAddress: RemoteAddress
  /** Where the durations of requests are counted; undefined: they are not. */
  readonly requestDurations?: RequestDurations
  /** Told of each pushed item that is rejected before it comes to the store, why; undefined: nobody is. */
  readonly onRefused?: (reason: RejectedReason) => void
  /** Told of everything that leaderboards refuse, why; undefined: nobody is. */
  readonly onLeaderboardRefused?: (reason: LeaderboardRefusal) => void
  /** Told of jobs that were done, or could not be, and of what became of reminders; undefined: nobody is. */
  readonly onJob?: JobMetrics
  /** Told of turns with an agent; undefined: nobody is. */
  readonly onTurn?: CoachMetrics
}

export interface App {
  readonly hono: Hono<RequestVariables>
  /** Every route of the API, with who may use it. */
  readonly routes: readonly Route[]
  /** Ends what would keep a stopping server waiting. */
  endStreams(): void
  /** Writes what there is of running turns with an agent, for another process to go on with. */
  handOverTurns(): Promise<void>
  /** Does what is due by the clock, to be called at least every minute. Never rejects. */
  runDueJobs(): Promise<void>
}

/** The largest body an API request may have, in bytes. */
export const API_BODY_LIMIT = LIMITS.bodyBytes

/** Puts the server together. Everything it needs from outside is passed in. */
export function createApp(dependencies: AppDependencies): App {
  const { files, log, newRequestId, monotonicMs, origins, remoteAddress, requestDurations } = dependencies
  const rates = dependencies.rates ?? RATES
  const addressOf = (context: Context) => clientAddress(context, remoteAddress, origins.size > 0)

  const hono = new Hono<RequestVariables>()
  hono.use(requestId(newRequestId))
  hono.use(requestLog(log, monotonicMs))
  if (requestDurations !== undefined) hono.use(requestMetrics(requestDurations, monotonicMs))
  hono.use(securityHeaders)
  hono.use(
    '/api/*',
    neverKept,
    limitAddresses(tokenBuckets(rates.byAddress, monotonicMs), addressOf),
    sameOrigin(origins),
    refuseLarge(API_BODY_LIMIT),
  )
  const { routes, sessions, ...running } = apiOf(dependencies, rates, addressOf)
  mountRoutes(hono, routes, {
    sessions,
    byAccount: tokenBuckets(rates.byAccount, monotonicMs),
    operatorSecret: dependencies.jobsSecret,
  })
  hono.all('/api', (context) => context.json({ error: 'not found' }, 404))
  hono.all('/api/*', (context) => context.json({ error: 'not found' }, 404))

  // A shared file is taken by the service worker and never leaves the device. Where none runs yet, the file is not read:
  // the wizard opens and asks for it.
  hono.post('/share', (context) => context.redirect('/import', 303))
  hono.all('*', serveFiles(files))

  hono.onError((error, context) => {
    // Deleted on another process, while this one still believes the session that it has checked some seconds ago.
    if (error instanceof AccountGone)
      return context.json({ error: 'not signed in', code: PROBLEM_CODES.signedOut }, 401)
    log('error', 'request failed', { requestId: context.get('requestId'), error: errorForLog(error) })
    return context.json({ error: 'internal error', requestId: context.get('requestId') }, 500)
  })
  return { hono, routes, ...running }
}

function apiOf(dependencies: AppDependencies, rates: Rates, addressOf: (context: Context) => string) {
  const { store, log, authSecret, signUp, quotaBytes, now, monotonicMs, every, version } = dependencies
  const { onRefused = () => undefined, onLeaderboardRefused = () => undefined, newRequestId, push } = dependencies
  const auth = createAuth({
    database: store.auth,
    keyslots: (account) => store.sync.keyslots(account),
    secret: authSecret,
    log,
    now,
  })
  const sessions = accountSessions(auth, now)
  const throttle = signInThrottle(rates, monotonicMs)
  // Apart, so that who looks at many boards still hears of the own documents.
  const [streams, standingsStreams] = [eventStreams(every), eventStreams(every)]
  const hold = dependencies.hold ?? (() => undefined)
  const onTurnProblem = (error: unknown) => log('error', 'a turn failed', { error: errorForLog(error) })
  const coach = coachService({
    agent: dependencies.agent,
    store: store.coach,
    secrets: coachSecrets(authSecret),
    metrics: dependencies.onTurn ?? { begun: nothing, over: nothing, refused: nothing },
    setTimer: dependencies.setTimer,
    now,
    newId: newRequestId,
    randomBytes,
    hold,
    sharesMemory: dependencies.sharesMemory ?? true,
    onProblem: onTurnProblem,
  })
  const turns = coachRoutes({
    service: coach,
    sessions,
    rates,
    every,
    setTimer: dependencies.setTimer,
    monotonicMs,
    hold,
    onProblem: onTurnProblem,
  })
  const jobs = jobRunner({
    jobs: jobsOf(dependencies),
    store: store.jobs,
    log,
    onRun: dependencies.onJob?.run ?? nothing,
    now,
  })
  const routes: readonly Route[] = [
    ...healthRoutes(version, () => store.ready()),
    ...authRoutes({ auth, sessions, policy: signUp, throttle, rates, addressOf, now, monotonicMs }),
    ...accountRoutes({ auth, sessions, store, coach, throttle, addressOf }),
    ...deviceRoutes(sessions),
    ...keyslotRoutes(store.sync, now),
    exchangeRoute({ store, quotaBytes, onRefused, now }),
    eventRoute(answerWithPokes(streams, sessions), store.pokes),
    ...leaderboardRoutes({
      store,
      rates,
      onRefused: onLeaderboardRefused,
      newId: newRequestId,
      randomBytes,
      now,
      monotonicMs,
      every,
      answerWithPokes: answerWithPokes(standingsStreams, sessions),
    }),
    ...pushRoutes({ store: store.push, publicKey: push?.keys.publicKey, hosts: push?.hosts ?? [], now }),
    ...turns.routes,
    jobRoute(jobs),
  ]
  return {
    routes,
    sessions,
    runDueJobs: jobs.runDue,
    handOverTurns: coach.stop,
    endStreams() {
      streams.closeAll()
      standingsStreams.closeAll()
      turns.endStreams()
    },
  }
}

const nothing = () => undefined
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** What runs by the clock. */
function jobsOf({ store, push, onJob, now, monotonicMs }: AppDependencies): readonly Job[] {
  const always = [housekeeping(store, now), rollOver(store.standingsPokes, now)]
  if (push === undefined) return always
  const { keys, contact, fetch, hosts, most } = push
  const send = wakeUpSender({ fetch, hosts, now, authorisation: vapidAuthorisation({ keys, contact, now }) })
  const waking = { store: store.push, send, now, monotonicMs, most }
  const everyMs = 60_000
  const wake = async (...kinds: readonly ReminderKind[]) => {
    const counts = await wakeDevices(waking, kinds)
    onJob?.reminders(counts)
    return counts
  }
  return [
    { name: 'reminders', everyMs, run: () => wake('log-today', 'streak-at-risk', 'goal-reached', 'new-risk') },
    { name: 'weekly-wake-up', everyMs, run: () => wake('weekly-report') },
    ...always,
  ]
}
