import type { Subscription, WakeUp } from '../../shared/push/messages.ts'
import { isPushEndpoint } from './push-hosts.ts'
import { newMessageSecrets, sealMessage } from './seal-message.ts'

/** What became of a message. */
export type SendOutcome =
  | { readonly kind: 'sent' }
  /** The push service knows no such device any more. */
  | { readonly kind: 'dead' }
  /** It may be asked again; `afterMs` where it says when. */
  | { readonly kind: 'failed'; readonly afterMs?: number }
  /** It will never take this message. */
  | { readonly kind: 'refused' }

export interface Sender {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** The header that says who asks, for the origin of a push service. */
  readonly authorisation: (origin: string) => Promise<string>
  /** Hosts of push services besides those that are known. */
  readonly hosts: readonly string[]
  /** ms since 1970 UTC. */
  readonly now: () => number
}

export type SendWakeUp = (
  to: Pick<Subscription, 'endpoint' | 'p256dh' | 'auth'>,
  wakeUp: WakeUp,
) => Promise<SendOutcome>

/** More than any kind takes, so that all are equally long. */
const PADDED_BYTES = 64
/** How long a push service keeps a message for a phone that is off, in seconds; what comes later still, the device leaves be. */
const KEPT_S = 2 * 3600
const ANSWER_WITHIN_MS = 10_000
const MOST_PATIENCE_MS = 30 * 60_000

/** Sends wake-ups: `{"kind":...}`, sealed for the device, and nothing else. Nothing of an answer is read but its head. */
export function wakeUpSender({ fetch, authorisation, hosts, now }: Sender): SendWakeUp {
  return async ({ endpoint, p256dh, auth }, { kind }) => {
    // Again, because the settings may have changed since it was taken.
    if (!isPushEndpoint(endpoint, hosts)) return { kind: 'refused' }
    const body = await seal({ kind }, p256dh, auth)
    if (body === undefined) return { kind: 'dead' }
    const headers = {
      authorization: await authorisation(new URL(endpoint).origin),
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      ttl: String(KEPT_S),
      urgency: 'normal',
    }
    const answer = await ask(() =>
      fetch(endpoint, {
        method: 'POST',
        headers,
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      }),
    )
    return answer === undefined ? { kind: 'failed' } : outcomeOf(answer, now())
  }
}

/** Undefined where the device's key is none: whoever made it up hears nothing. */
async function seal(wakeUp: WakeUp, p256dh: string, auth: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const keys = { p256dh: bytesOf(p256dh), auth: bytesOf(auth) }
  try {
    return await sealMessage(bytes(JSON.stringify(wakeUp)), keys, await newMessageSecrets(), PADDED_BYTES)
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

/**
 * Undefined where there is no answer: no network, no such host, or nobody who answers in time. What is thrown then is another kind
 * of error on every platform, so none is told from another: what was sent is known to be good.
 */
async function ask(send: () => Promise<Response>): Promise<Response | undefined> {
  try {
    const answer = await send()
    await answer.body?.cancel()
    return answer
  } catch {
    return undefined
  }
}

function outcomeOf({ status, headers }: Response, now: number): SendOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' }
  if (status === 404 || status === 410) return { kind: 'dead' }
  if (status !== 429 && status < 500) return { kind: 'refused' }
  const afterMs = patienceOf(headers.get('retry-after'), now)
  return afterMs === undefined ? { kind: 'failed' } : { kind: 'failed', afterMs }
}

/** Seconds, or a date: RFC 9110, 10.2.3. */
function patienceOf(retryAfter: string | null, now: number): number | undefined {
  if (retryAfter === null) return undefined
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now
  return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, MOST_PATIENCE_MS) : undefined
}

const bytesOf = (base64url: string) => new Uint8Array(Buffer.from(base64url, 'base64url'))
const bytes = (text: string) => new Uint8Array(Buffer.from(text))
