import * as z from 'zod'
import type { CoachErrorCode } from '../../../shared/coach/events.ts'
import { retryAfterMs } from '../retry-after.ts'

/** Why a service did not answer. Nothing that it wrote is in it. */
export interface Refusal {
  readonly code: CoachErrorCode
  readonly retryable: boolean
  /** Whether the model may have begun. */
  readonly accepted: 'no' | 'unknown'
  readonly retryAfterMs?: number
}

/** What an answer comes to that is no stream. `text`: the beginning of its body; `now`: ms since 1970 UTC. */
export function refusalOf(status: number, headers: Headers, text: string, now: number): Refusal {
  const said = errorIn(text)
  const ms = retryAfterMs(headers, now)
  const later = ms === undefined ? {} : { retryAfterMs: ms }
  if (status < 400) return no('protocol')
  if (status === 401 || status === 403) return no('unauthorized')
  if (status === 402) return no('quota')
  if (status === 429)
    return USED_UP.test(said) ? no('quota') : { code: 'rate_limited', retryable: true, accepted: 'no', ...later }
  if (status === 503) return { code: 'upstream', retryable: true, accepted: 'no', ...later }
  if (status === 408 || status >= 500) return { code: 'upstream', retryable: true, accepted: 'unknown', ...later }
  if (TOO_LONG.test(said)) return no('context_overflow')
  if (MODEL.test(said)) return no('model_missing')
  return no(status === 404 ? 'not_found' : 'invalid')
}

/** What an error comes to that stands in a stream. */
export function codeInStream(said: string): { readonly code: CoachErrorCode; readonly retryable: boolean } {
  if (USED_UP.test(said)) return { code: 'quota', retryable: false }
  if (TOO_LONG.test(said)) return { code: 'context_overflow', retryable: false }
  if (/rate.?limit/i.test(said)) return { code: 'rate_limited', retryable: true }
  return { code: 'llm', retryable: true }
}

/** What services say in an error, each in its own way, as one text to look in. */
export function errorIn(text: string): string {
  const parsed = errorSchema.safeParse(jsonIn(text))
  if (!parsed.success) return ''
  const { error } = parsed.data
  return typeof error === 'string' ? error : [error.code, error.type, error.message].join(' ')
}

/** Undefined where a text is no JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const no = (code: CoachErrorCode): Refusal => ({ code, retryable: false, accepted: 'no' })

const USED_UP = /insufficient_quota|billing|credit/i
const TOO_LONG = /context_length_exceeded|exceed_context_size|context (?:length|window|size)|too many tokens/i
const MODEL = /model_not_found|model.{0,200}(?:not found|does not exist|not exist)|(?:no such|unknown|invalid) model/is

const text = z.union([z.string(), z.number()]).nullish().catch(null)
const errorSchema = z.object({ error: z.union([z.string(), z.looseObject({ code: text, type: text, message: text })]) })
