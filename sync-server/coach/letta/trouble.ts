import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from '@letta-ai/letta-client'
import * as z from 'zod'
import type { CoachErrorCode } from '../../../shared/coach/events.ts'
import { fail, ok, type Result } from '../../../shared/result/result.ts'
import { retryAfterMs } from '../retry-after.ts'
import { wasRefused } from '../was-refused.ts'

/** What may come of a request, or in the place of a stream's end. Nothing that a service wrote is in it. */
export type Trouble =
  /** It is over. `accepted`: whether the request was taken, as far as this tells. */
  | {
      readonly kind: 'failed'
      readonly code: CoachErrorCode
      readonly retryable: boolean
      readonly accepted: 'no' | 'yes'
      readonly retryAfterMs?: number
    }
  /** The connection or the server broke, and what had been asked may have been taken. */
  | { readonly kind: 'lost'; readonly code: CoachErrorCode }
  | { readonly kind: 'aborted' }
  /** 404: the agent, or the turn, is not there. */
  | { readonly kind: 'gone' }
  /** The conversation is locked by a turn. */
  | { readonly kind: 'busy' }
  /** The agent waits for a leave to use a tool. */
  | { readonly kind: 'pending' }
  /** The server lacks what turns in the background need. */
  | { readonly kind: 'no-background' }
  /** The turn cannot be followed any more, but may have gone on. */
  | { readonly kind: 'not-followed' }

/** The server answered with something else than a Letta server does. */
export const PROTOCOL: Trouble = { kind: 'failed', code: 'protocol', retryable: false, accepted: 'no' }

/** The result of a request to a Letta server. `now`: ms since 1970 UTC. */
export async function tried<Value>(
  now: () => number,
  request: () => PromiseLike<Value>,
): Promise<Result<Value, Trouble>> {
  try {
    return ok(await request())
  } catch (error) {
    return fail(troubleOf(error, now()))
  }
}

/** `now`: ms since 1970 UTC. */
export function troubleOf(error: unknown, now: number): Trouble {
  if (error instanceof APIUserAbortError) return { kind: 'aborted' }
  if (error instanceof APIConnectionTimeoutError) return { kind: 'lost', code: 'timeout' }
  if (error instanceof APIConnectionError)
    return wasRefused(error)
      ? failed('unreachable', { retryable: true, accepted: 'no' })
      : { kind: 'lost', code: 'unreachable' }
  if (error instanceof APIError) {
    const body = bodySchema.parse(error.error)
    return error.status === undefined ? troubleInStream(body) : troubleOfStatus(error.status, body, error.headers, now)
  }
  // A frame that is no JSON. What else is thrown where a stream breaks is another kind of error on every platform.
  return { kind: 'lost', code: error instanceof SyntaxError ? 'protocol' : 'cut' }
}

/** What an error says that stands in a stream, with the head of an answer that went well. */
export function troubleInStream({ text, type }: Body): Trouble {
  if (WAITS_FOR_APPROVAL.test(text)) return { kind: 'pending' }
  const code = CODES_IN_STREAM.get(type)
  if (code === 'cut') return { kind: 'lost', code }
  return failed(code ?? 'upstream', { retryable: code !== 'unauthorized', accepted: 'yes' })
}

const CODES_IN_STREAM: ReadonlyMap<string, CoachErrorCode> = new Map([
  ['llm_timeout', 'llm'],
  ['llm_rate_limit', 'rate_limited'],
  ['llm_authentication', 'unauthorized'],
  ['llm_empty_response', 'llm'],
  ['llm_error', 'llm'],
  ['llm_api_error', 'llm'],
  ['context_window_overflow_in_system_prompt', 'context_overflow'],
  ['stream_incomplete', 'cut'],
  ['stream_task_cancelled', 'cut'],
])

function troubleOfStatus(status: number, body: Body, headers: Headers | undefined, now: number): Trouble {
  const later = patience(headers, body, now)
  if (status === 401 || status === 403) return failed('unauthorized')
  if (status === 402) return failed('quota')
  if (status === 404) return /handle/i.test(body.text) ? failed('model_missing') : { kind: 'gone' }
  if (status === 409) return body.code === 'PENDING_APPROVAL' ? { kind: 'pending' } : { kind: 'busy' }
  if (status === 410) return { kind: 'not-followed' }
  if (status === 400 && /background mode/i.test(body.text)) return { kind: 'not-followed' }
  if (status === 429)
    return body.reasons.some((reason) => USED_UP.test(reason))
      ? failed('quota')
      : failed('rate_limited', { retryable: true, accepted: 'no', ...later })
  if (status === 503 && /redis/i.test(body.text)) return { kind: 'no-background' }
  if (status === 503 && body.admitted === false)
    return failed('upstream', { retryable: true, accepted: 'no', ...later })
  if (status === 408 || status >= 500) return { kind: 'lost', code: 'upstream' }
  return failed(status < 400 ? 'protocol' : 'invalid')
}

const WAITS_FOR_APPROVAL = /waiting for approval/i
const USED_UP = /credits|quota|limit-exceeded|usage-exceeded/

function failed(
  code: CoachErrorCode,
  how: { retryable: boolean; accepted: 'no' | 'yes'; retryAfterMs?: number } = { retryable: false, accepted: 'no' },
): Trouble {
  return { kind: 'failed', code, ...how }
}

function patience(headers: Headers | undefined, body: Body, now: number): { retryAfterMs?: number } {
  const asked = body.resetsInMs === undefined ? headers : new Headers({ 'retry-after': `${body.resetsInMs / 1000}` })
  const ms = retryAfterMs(asked, now)
  return ms === undefined ? {} : { retryAfterMs: ms }
}

/** What is read of a body: servers, proxies and the cloud each write another kind. */
interface Body {
  readonly text: string
  readonly type: string
  readonly code: string
  readonly reasons: readonly string[]
  readonly admitted: boolean | undefined
  readonly resetsInMs: number | undefined
}

const text = z.string().catch('')
const nested = z
  .union([
    z.string().transform((message) => ({ code: '', type: '', message })),
    z.object({ code: text, type: text, message: text }),
  ])
  .catch({ code: '', type: '', message: '' })

/** Anything at all, as a `Body`. */
export const bodySchema = z
  .object({
    detail: nested,
    error: nested,
    message: text,
    error_type: text,
    reasons: z.array(z.string()).catch([]),
    admitted: z.boolean().optional().catch(undefined),
    timeToQuotaResetMs: z.number().min(0).optional().catch(undefined),
  })
  .catch({
    detail: { code: '', type: '', message: '' },
    error: { code: '', type: '', message: '' },
    message: '',
    error_type: '',
    reasons: [],
    admitted: undefined,
    timeToQuotaResetMs: undefined,
  })
  .transform(
    ({ detail, error, message, error_type, reasons, admitted, timeToQuotaResetMs }): Body => ({
      text: `${detail.message} ${error.message} ${message}`,
      type: error_type === '' ? error.type : error_type,
      code: detail.code,
      reasons,
      admitted,
      resetsInMs: timeToQuotaResetMs,
    }),
  )
