import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { SyncRequest } from '../../../shared/sync/messages.ts'
import { PROTOCOL_VERSION } from '../../../shared/sync/protocol.ts'
import { EXCHANGE_WITHIN_MS, httpTransport } from './http-transport.ts'

const REQUEST: SyncRequest = { v: PROTOCOL_VERSION, epoch: '', cursor: 0, push: [] }
const RESPONSE = {
  v: PROTOCOL_VERSION,
  epoch: 'e',
  serverTime: 1,
  results: [],
  changes: [],
  cursor: 0,
  more: false,
  count: 0,
  digest: 'AAAAAAAAAAAAAAAAAAAAAA',
}

const never = () => new AbortController().signal

/** What the transport says to one answer, and what it had sent. */
async function exchanged(answer: Response | Error, request = REQUEST, signal = never()) {
  const sent: { url: string; init: RequestInit }[] = []
  const transport = httpTransport({
    fetch: async (url, init) => {
      sent.push({ url, init })
      if (init.signal?.aborted === true) throw new DOMException('', 'AbortError')
      if (answer instanceof Error) throw answer
      return answer
    },
    timeout: never,
  })
  const result = await transport.exchange(request, signal)
  const [first] = sent
  if (first === undefined) throw new Error('nothing was sent')
  return { result, sent: first }
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers })

describe('an exchange over HTTP', () => {
  it('posts JSON to the server of the page and parses what comes back', async () => {
    const { result, sent } = await exchanged(json(RESPONSE))
    expect(result).toEqual({ ok: true, value: RESPONSE })
    expect(sent.url).toBe('/api/sync')
    expect(sent.init).toMatchObject({
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
    })
    expect(sent.init.headers).toEqual({ 'content-type': 'application/json' })
    expect(JSON.parse(String(sent.init.body))).toEqual(REQUEST)
  })

  it('compresses every body but a mere question', async () => {
    const request = { ...REQUEST, push: Array.from({ length: 40 }, (_, base) => ({ key: 'a'.repeat(22), base })) }
    const { sent } = await exchanged(json(RESPONSE), request)
    expect(sent.init.headers).toMatchObject({ 'content-encoding': 'gzip' })
    const body = sent.init.body
    if (!(body instanceof ArrayBuffer)) throw new Error('no bytes were sent')
    expect(body.byteLength).toBeLessThan(300)
    expect(JSON.parse(gunzipSync(new Uint8Array(body)).toString())).toEqual(request)
  })

  it.each([
    [401, {}, { kind: 'signed-out' }],
    [413, {}, { kind: 'too-large' }],
    [429, { 'retry-after': '7' }, { kind: 'busy', afterMs: 7000 }],
    [503, {}, { kind: 'busy', afterMs: undefined }],
    [503, { 'retry-after': 'Fri, 27 Nov 2026 10:00:00 GMT' }, { kind: 'busy', afterMs: undefined }],
    [502, {}, { kind: 'offline' }],
    [504, {}, { kind: 'offline' }],
    [500, {}, { kind: 'unexpected', status: 500 }],
    [404, {}, { kind: 'unexpected', status: 404 }],
  ] as const)('says what status %i with %j means', async (status, headers, failure) => {
    expect((await exchanged(json({}, status, headers))).result).toEqual({ ok: false, failure })
  })

  it('says what the server speaks where that is another version', async () => {
    const upgrade = await exchanged(json({ error: 'version', speaks: 7 }, 426))
    expect(upgrade.result).toEqual({ ok: false, failure: { kind: 'other-version', speaks: 7 } })
    const silent = await exchanged(new Response('', { status: 426 }))
    expect(silent.result).toEqual({ ok: false, failure: { kind: 'other-version', speaks: undefined } })
    const newer = await exchanged(json({ ...RESPONSE, v: PROTOCOL_VERSION + 1 }))
    expect(newer.result).toEqual({ ok: false, failure: { kind: 'other-version', speaks: PROTOCOL_VERSION + 1 } })
  })

  it.each([
    ['a page of a proxy', new Response('<!doctype html>')],
    ['half an answer', new Response(JSON.stringify(RESPONSE).slice(0, 40))],
    ['a field that is none', json({ ...RESPONSE, cursor: -1 })],
    ['nothing', new Response('')],
  ])('takes %s for no answer of the protocol', async (_, answer) => {
    expect((await exchanged(answer)).result).toEqual({ ok: false, failure: { kind: 'unexpected', status: 200 } })
  })

  it('is offline when the network fails, the body is cut off, or it is called off', async () => {
    const offline = { ok: false, failure: { kind: 'offline' } }
    expect((await exchanged(new TypeError('fetch failed'))).result).toEqual(offline)
    const cut = new ReadableStream({ start: (controller) => controller.error(new TypeError('cut off')) })
    expect((await exchanged(new Response(cut))).result).toEqual(offline)
    expect((await exchanged(json(RESPONSE), REQUEST, AbortSignal.abort())).result).toEqual(offline)
  })

  it('gives up after a minute', async () => {
    const over = new AbortController()
    const asked: number[] = []
    const transport = httpTransport({
      fetch: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new DOMException('', 'TimeoutError')))
          over.abort()
        }),
      timeout: (ms) => {
        asked.push(ms)
        return over.signal
      },
    })
    expect(await transport.exchange(REQUEST, never())).toEqual({ ok: false, failure: { kind: 'offline' } })
    expect(asked).toEqual([EXCHANGE_WITHIN_MS])
  })
})
