import type { Context } from 'hono'
import { COACH_LIMITS } from '../../shared/coach/limits.ts'
import { COACH_PATHS, COACH_PROBLEMS } from '../../shared/coach/protocol.ts'
import { resumeRequestSchema, turnIdRequestSchema, turnRequestSchema } from '../../shared/coach/turn.ts'
import { inOwnRequest } from '../security/in-own-request.ts'
import { readJson } from '../security/json-body.ts'
import type { Rates } from '../security/rates.ts'
import type { Route } from '../security/route.ts'
import type { EndedSessions, Session, Sessions } from '../security/session.ts'
import { tokenBuckets } from '../security/token-bucket.ts'
import { tooManyRequests } from '../security/too-many-requests.ts'
import type { Reply } from './live-reply.ts'
import { replyFrames } from './reply-frames.ts'
import type { Asked, CoachService } from './service.ts'
import { type TurnStream, type TurnStreamOptions, turnStream } from './sse.ts'

/** Streams of one account at once: tabs that listen to the same turn. */
export const MOST_TURN_STREAMS = 16

export interface CoachRoutes {
  readonly service: CoachService
  readonly sessions: Sessions & EndedSessions
  readonly rates: Pick<Rates, 'coachTurns'>
  readonly every: TurnStreamOptions['every']
  readonly setTimer: TurnStreamOptions['setTimer']
  readonly monotonicMs: () => number
  /** Keeps what belongs to the request until the work is done. */
  readonly hold: (work: Promise<unknown>) => void
  readonly onProblem: (error: unknown) => void
}

/** Reads a body. */
interface Schema<Value> {
  safeParse(value: unknown): { readonly success: true; readonly data: Value } | { readonly success: false }
}

/** How a device speaks with the agent that the server has. */
export function coachRoutes(ports: CoachRoutes): { readonly routes: readonly Route[]; endStreams(): void } {
  const { service, sessions, rates, every, setTimer, monotonicMs, hold, onProblem } = ports
  const asking = tokenBuckets(rates.coachTurns, monotonicMs)
  const open = new Map<string, Set<TurnStream>>()

  function stream(context: Context, session: Session, reply: Reply, after: number): Response {
    const ofAccount = open.get(session.account) ?? new Set()
    if (ofAccount.size >= MOST_TURN_STREAMS) return tooManyRequests(context, 1000)
    open.set(session.account, ofAccount)
    const cookies = context.req.header('cookie')
    const turn = turnStream({
      frames: (signal) => replyFrames(reply, after, signal),
      every,
      setTimer,
      isValid: () => sessions.isValid(cookies),
      onEnd: (listener) => sessions.onEnd(session, inOwnRequest(listener)),
      onProblem,
    })
    ofAccount.add(turn)
    hold(
      turn.closed.then(() => {
        ofAccount.delete(turn)
        if (ofAccount.size === 0 && open.get(session.account) === ofAccount) open.delete(session.account)
      }),
    )
    // nginx holds answers back to fill its buffers, unless told not to.
    return new Response(turn.body, { headers: { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' } })
  }

  const answer = (context: Context, session: Session, asked: Asked, after: number) =>
    asked.ok ? stream(context, session, asked.value, after) : PROBLEMS[asked.failure](context)

  /** A route for what a schema reads; `limited` for what may come to the agent. */
  const post = <Value>(
    path: string,
    schema: Schema<Value>,
    handle: (context: Context, session: Session, value: Value) => Promise<Response>,
    limited: boolean,
  ): Route => ({
    method: 'POST',
    path,
    authorisation: 'account',
    async handle(context, session) {
      const waitMs = limited ? asking.take(session.account) : 0
      if (waitMs > 0) return tooManyRequests(context, waitMs)
      const body = await readJson(context, COACH_LIMITS.bodyBytes)
      if (!body.ok) return context.json({ error: body.failure.error }, body.failure.status)
      const parsed = schema.safeParse(body.value)
      // Not what is wrong with it: that might repeat what it says.
      return parsed.success
        ? handle(context, session, parsed.data)
        : context.json({ error: 'the body is not what this route takes' }, 400)
    },
  })

  const routes: readonly Route[] = [
    {
      method: 'GET',
      path: COACH_PATHS.coach,
      authorisation: 'account',
      handle: async (context, { account }) => context.json(await service.standing(account)),
    },
    post(
      COACH_PATHS.turns,
      turnRequestSchema,
      async (context, session, request) => answer(context, session, await service.ask(session.account, request), 0),
      true,
    ),
    post(
      COACH_PATHS.resume,
      resumeRequestSchema,
      async (context, session, { after, ...request }) =>
        answer(context, session, await service.resume(session.account, request), after),
      true,
    ),
    post(
      COACH_PATHS.cancel,
      turnIdRequestSchema,
      async (context, { account }, { turnId }) =>
        (await service.cancel(account, turnId)) ? context.json({}) : PROBLEMS.unknown(context),
      false,
    ),
    post(
      COACH_PATHS.acknowledge,
      turnIdRequestSchema,
      async (context, { account }, { turnId }) =>
        (await service.acknowledge(account, turnId)) === 'ok'
          ? context.json({})
          : context.json({ error: 'the turn is still running', code: COACH_PROBLEMS.running }, 409),
      false,
    ),
    {
      method: 'DELETE',
      path: COACH_PATHS.coach,
      authorisation: 'account',
      async handle(context, { account }) {
        const forgotten = await service.forget(account)
        if (forgotten.ok) return context.json(forgotten.value)
        const error = 'the agent may not have forgotten everything'
        return context.json({ error, code: COACH_PROBLEMS.kept, failure: forgotten.failure }, 502)
      },
    },
  ]
  return {
    routes,
    endStreams() {
      for (const ofAccount of [...open.values()]) for (const turn of [...ofAccount]) turn.end()
    },
  }
}

const PROBLEMS = {
  unknown: (context: Context) => context.json({ error: 'no such turn', code: COACH_PROBLEMS.unknown }, 404),
  key: (context: Context) => context.json({ error: 'that is not the key of the turn', code: COACH_PROBLEMS.key }, 403),
  differs: (context: Context) =>
    context.json({ error: 'the turn asked something else', code: COACH_PROBLEMS.differs }, 409),
}
