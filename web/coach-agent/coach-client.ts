import '../store/zod-without-eval.ts'
import type * as z from 'zod/mini'
import { COACH_PATHS, COACH_PROBLEMS } from '../../shared/coach/protocol.ts'
import {
  type CoachStanding,
  coachProblemSchema,
  coachStandingSchema,
  type ForgottenAnswer,
  forgottenSchema,
  type ResumeRequest,
  readFrame,
  type TurnFrame,
} from '../../shared/coach/turn.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import { eventFrames } from './event-frames.ts'

/** Why the server gave no turn. */
export interface CoachTrouble {
  readonly kind:
    | 'offline'
    | 'signed-out'
    /** The server is too busy, or asked too often. */
    | 'too-many'
    /** It holds no such turn, or has no coach at all. */
    | 'unknown-turn'
    /** It holds a turn of this id that asked something else. */
    | 'differs'
    /** The agent's service could not be made to forget. */
    | 'kept'
    | 'unexpected'
  /** ms. */
  readonly retryAfterMs?: number
}

type Frames = AsyncIterable<TurnFrame>

/** The server's side of an agent. Never throws for what a network does. A stream that ends before its `done` or `error` was cut. */
export interface CoachClient {
  standing(): Promise<Result<CoachStanding, CoachTrouble>>
  /** `body`: a `TurnRequest` as JSON, byte for byte as it was made. */
  ask(body: string, signal: AbortSignal): Promise<Result<Frames, CoachTrouble>>
  resume(turn: ResumeRequest, signal: AbortSignal): Promise<Result<Frames, CoachTrouble>>
  cancel(turnId: string): Promise<Result<unknown, CoachTrouble>>
  acknowledge(turnId: string): Promise<Result<unknown, CoachTrouble>>
  /** Deletes what the agent's service holds of this person. */
  forget(): Promise<Result<ForgottenAnswer, CoachTrouble>>
}

/** For an answer to begin, in ms: a model may be loaded first, and meanwhile there are heartbeats. */
const ANSWER_WITHIN_MS = 60_000

export function coachClient(fetch: (url: string, init: RequestInit) => Promise<Response>): CoachClient {
  async function send(
    method: string,
    path: string,
    body: string | undefined,
    signal: AbortSignal,
  ): Promise<Result<Response, CoachTrouble>> {
    try {
      const answer = await fetch(path, {
        method,
        signal,
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body }),
      })
      return answer.ok ? ok(answer) : fail(await troubleOf(answer))
    } catch (error) {
      // No network, called off, or no answer in time: what fetch throws says no more than that none came.
      if (error instanceof TypeError || error instanceof DOMException) return fail({ kind: 'offline' })
      throw error
    }
  }

  async function stream(path: string, body: string, signal: AbortSignal): Promise<Result<Frames, CoachTrouble>> {
    // Only for its beginning: how long a turn then takes is the server's matter, which sends heartbeats.
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), ANSWER_WITHIN_MS)
    const answer = await send('POST', path, body, AbortSignal.any([signal, late.signal]))
    clearTimeout(timer)
    if (!answer.ok) return answer
    const type = answer.value.headers.get('content-type') ?? ''
    if (answer.value.body === null || !type.startsWith('text/event-stream')) return fail({ kind: 'unexpected' })
    return ok(turnFrames(answer.value.body))
  }

  async function ask<Schema extends z.ZodMiniType>(
    method: string,
    path: string,
    schema: Schema | undefined,
    body?: object | undefined,
  ): Promise<Result<z.infer<Schema>, CoachTrouble>> {
    const answer = await send(method, path, body && JSON.stringify(body), AbortSignal.timeout(ANSWER_WITHIN_MS))
    if (!answer.ok) return answer
    const content = await jsonOf(answer.value)
    const parsed = schema?.safeParse(content)
    if (parsed === undefined) return ok(content as z.infer<Schema>) // Nobody asked for it.
    return parsed.success ? ok(parsed.data) : fail({ kind: 'unexpected' })
  }

  return {
    standing: () => ask('GET', COACH_PATHS.coach, coachStandingSchema),
    ask: (body, signal) => stream(COACH_PATHS.turns, body, signal),
    resume: (turn, signal) => stream(COACH_PATHS.resume, JSON.stringify(turn), signal),
    cancel: (turnId) => ask('POST', COACH_PATHS.cancel, undefined, { turnId }),
    acknowledge: (turnId) => ask('POST', COACH_PATHS.acknowledge, undefined, { turnId }),
    forget: () => ask('DELETE', COACH_PATHS.coach, forgottenSchema),
  }
}

async function* turnFrames(body: ReadableStream<Uint8Array>): AsyncGenerator<TurnFrame> {
  for await (const { id, name, data } of eventFrames(body)) {
    const event = readFrame(name, data)
    // A name or a shape of a newer server, or nonsense: the rest cannot be trusted to fit what came before.
    if (event === undefined) return
    yield { id, event }
  }
}

async function troubleOf(answer: Response): Promise<CoachTrouble> {
  const { status } = answer
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
  const later = Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {}
  const problem = coachProblemSchema.safeParse(await jsonOf(answer))
  const code = problem.success ? problem.data.code : undefined
  if (code === COACH_PROBLEMS.differs) return { kind: 'differs' }
  if (code === COACH_PROBLEMS.kept) return { kind: 'kept' }
  if (status === 401) return { kind: 'signed-out' }
  if (status === 404 || code === COACH_PROBLEMS.key) return { kind: 'unknown-turn' }
  if (status === 429 || status === 503 || code === COACH_PROBLEMS.running) return { kind: 'too-many', ...later }
  if (status === 502 || status === 504) return { kind: 'offline' }
  return { kind: 'unexpected' }
}

async function jsonOf(answer: Response): Promise<unknown> {
  try {
    return await answer.json()
  } catch {
    // None, or cut off: what it was to say is missing, which whoever reads it finds.
    return undefined
  }
}
