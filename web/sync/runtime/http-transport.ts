import { fail, ok, type Result } from '../../../shared/result/result.ts'
import { type SyncResponse, syncResponseSchema, upgradeSchema } from '../../../shared/sync/messages.ts'
import { PATHS, PROTOCOL_VERSION } from '../../../shared/sync/protocol.ts'
import type { Transport, TransportProblem } from '../engine/transport.ts'

/** An exchange that takes longer has lost its network, in ms: a full page at 150 kbit/s needs less. */
export const EXCHANGE_WITHIN_MS = 60_000
/** Bodies up to here are sent as they are, in bytes: a question without an edit. */
const SMALL_BODY = 256

export interface HttpTransportOptions {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Aborts after so many ms. Default: the platform's own. */
  readonly timeout?: (ms: number) => AbortSignal
}

/** Exchanges with our own origin's server by `POST /api/sync`; the session is the browser's cookie. */
export function httpTransport({ fetch, timeout = AbortSignal.timeout }: HttpTransportOptions): Transport {
  return {
    async exchange(request, signal) {
      const text = JSON.stringify(request)
      const compressed = text.length > SMALL_BODY
      let answer: Answer
      try {
        const response = await fetch(PATHS.sync, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(compressed ? { 'content-encoding': 'gzip' } : {}) },
          body: compressed ? await gzip(text) : text,
          credentials: 'same-origin',
          cache: 'no-store',
          // Nothing of ours redirects; the sign-in page of a hotel's network does, and is no answer.
          redirect: 'error',
          signal: AbortSignal.any([signal, timeout(EXCHANGE_WITHIN_MS)]),
        })
        answer = {
          status: response.status,
          retryAfter: response.headers.get('retry-after'),
          body: await bodyOf(response),
        }
      } catch {
        // Refused, cut off, timed out or called off: what fetch throws says no more than that no answer came.
        return fail({ kind: 'offline' })
      }
      return read(answer)
    },
  }
}

interface Answer {
  readonly status: number
  readonly retryAfter: string | null
  /** Undefined where it is no JSON. */
  readonly body: unknown
}

function read({ status, retryAfter, body }: Answer): Result<SyncResponse, TransportProblem> {
  switch (status) {
    case 200: {
      const response = syncResponseSchema.safeParse(body)
      if (!response.success) return fail({ kind: 'unexpected', status })
      const { v } = response.data
      return v === PROTOCOL_VERSION ? ok(response.data) : fail({ kind: 'other-version', speaks: v })
    }
    case 401:
      return fail({ kind: 'signed-out' })
    case 413:
      return fail({ kind: 'too-large' })
    case 426: {
      const upgrade = upgradeSchema.safeParse(body)
      return fail({ kind: 'other-version', speaks: upgrade.success ? upgrade.data.speaks : undefined })
    }
    case 429:
    case 503:
      return fail({ kind: 'busy', afterMs: msOf(retryAfter) })
    case 502:
    case 504:
      // A proxy that does not reach the server.
      return fail({ kind: 'offline' })
    default:
      return fail({ kind: 'unexpected', status })
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

// Seconds, which is what our server sends; the header's other form, a date, would be read by a clock that may be wrong.
function msOf(retryAfter: string | null): number | undefined {
  return retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) * 1000 : undefined
}

/** As one block and not as a stream: a request body that streams needs HTTP/2 and is refused by most browsers. */
function gzip(text: string): Promise<ArrayBuffer> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()
}
