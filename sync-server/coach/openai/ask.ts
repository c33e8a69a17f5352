import { fail, ok, type Result } from '../../../shared/result/result.ts'
import { wasRefused } from '../was-refused.ts'
import { type Refusal, refusalOf } from './refusal.ts'
import type { OpenAiPlatform, OpenAiSettings } from './settings.ts'

export interface Asked {
  /** After the address of the service. */
  readonly path: string
  /** Missing: nothing is sent, only asked. */
  readonly body?: unknown
  readonly accept: 'text/event-stream' | 'application/json'
}

/** Bytes of a refusal that are read. */
const MOST_OF_A_REFUSAL = 16 * 1024

/** The body of the answer to a request, of the kind that was asked for. Redirections are not followed: they would carry the key. */
export async function ask(
  { baseUrl, apiKey }: OpenAiSettings,
  { fetch, now, times }: OpenAiPlatform,
  { path, body, accept }: Asked,
  signal: AbortSignal,
): Promise<Result<ReadableStream<Uint8Array>, Refusal>> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), times.headers)
  try {
    const response = await fetch(`${baseUrl.replace(/\/+$/, '')}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: {
        accept,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(apiKey !== null && { authorization: `Bearer ${apiKey}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.any([signal, late.signal]),
    })
    const isKind = response.headers.get('content-type')?.includes(accept) === true
    if (response.status === 200 && isKind && response.body !== null) return ok(response.body)
    return fail(
      refusalOf(response.status, response.headers, await beginningOf(response.body, MOST_OF_A_REFUSAL), now()),
    )
  } catch (error) {
    if (signal.aborted) return fail({ code: 'cancelled', retryable: true, accepted: 'unknown' })
    if (late.signal.aborted) return fail({ code: 'timeout', retryable: true, accepted: 'unknown' })
    return fail({ code: 'unreachable', retryable: true, accepted: wasRefused(error) ? 'no' : 'unknown' })
  } finally {
    clearTimeout(timer)
  }
}

/** The beginning of a body, as text: about as many bytes as `most`. */
export async function beginningOf(body: ReadableStream<Uint8Array> | null, most: number): Promise<string> {
  if (body === null) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  while (bytes < most) {
    const { done, value } = await reader.read()
    if (done) return text
    bytes += value.length
    text += decoder.decode(value, { stream: true })
  }
  await reader.cancel()
  return text
}
