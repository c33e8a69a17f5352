import { beforeAll, describe, expect, it } from 'vitest'
import { REMINDER_KINDS } from '../../shared/push/protocol.ts'
import { wakeUpSender } from './send-wake-up.ts'
import { newDevice, openMessage, type TestDevice } from './test-device.ts'

let device: TestDevice
beforeAll(async () => {
  device = await newDevice()
})

function sender(answer: () => Promise<Response>) {
  const asked: { readonly url: string; readonly init: RequestInit; readonly body: Uint8Array }[] = []
  const send = wakeUpSender({
    fetch: async (url, init) => {
      asked.push({ url, init, body: new Uint8Array(await new Response(init.body ?? null).arrayBuffer()) })
      return answer()
    },
    authorisation: async (origin) => `vapid for ${origin}`,
    hosts: [],
    now: () => Date.parse('2026-11-27T12:00:00Z'),
  })
  const to = { endpoint: 'https://fcm.googleapis.com/fcm/send/abc', p256dh: device.p256dh, auth: device.auth }
  return { asked, to, send, toDevice: () => send(to, { kind: 'log-today' }) }
}
const answers = (status: number, headers: Record<string, string> = {}) =>
  sender(async () => new Response(null, { status, headers }))

describe('a wake-up', () => {
  it('holds its kind and no other field, sealed, and is as long as every other', async () => {
    const { asked, to, send } = answers(201)
    for (const kind of REMINDER_KINDS) expect(await send(to, { kind })).toEqual({ kind: 'sent' })
    const opened = await Promise.all(asked.map(({ body }) => openMessage(device, body)))
    expect(opened.map((text) => JSON.parse(text))).toEqual(REMINDER_KINDS.map((kind) => ({ kind })))
    expect(new Set(asked.map(({ body }) => body.length)).size).toBe(1)
  })

  it('carries nothing about its person in its head, and follows no redirection', async () => {
    const { asked, toDevice } = answers(201)
    await toDevice()
    expect(asked).toHaveLength(1)
    expect(asked[0]?.url).toBe('https://fcm.googleapis.com/fcm/send/abc')
    expect(asked[0]?.init).toMatchObject({ method: 'POST', redirect: 'manual' })
    expect(asked[0]?.init.headers).toEqual({
      authorization: 'vapid for https://fcm.googleapis.com',
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      ttl: '7200',
      urgency: 'normal',
    })
  })

  it('is not sent where no push service is', async () => {
    const { asked, to, send } = answers(201)
    const outcome = await send({ ...to, endpoint: 'https://169.254.169.254/latest' }, { kind: 'log-today' })
    expect(outcome).toEqual({ kind: 'refused' })
    expect(asked).toEqual([])
  })

  it.each([
    [404, { kind: 'dead' }],
    [410, { kind: 'dead' }],
    [302, { kind: 'refused' }],
    [400, { kind: 'refused' }],
    [403, { kind: 'refused' }],
    [413, { kind: 'refused' }],
    [429, { kind: 'failed' }],
    [500, { kind: 'failed' }],
    [503, { kind: 'failed' }],
  ])('that is answered with %i came to %j', async (status, outcome) => {
    expect(await answers(status).toDevice()).toEqual(outcome)
  })

  it.each([
    ['120', 120_000],
    ['86400', 30 * 60_000],
    ['Fri, 27 Nov 2026 12:05:00 GMT', 300_000],
    ['Fri, 27 Nov 2026 11:00:00 GMT', undefined],
    ['soon', undefined],
  ])('is put off as long as the push service asks for, within bounds: %s', async (asked, afterMs) => {
    const outcome = await answers(429, { 'retry-after': asked }).toDevice()
    expect(outcome).toEqual(afterMs === undefined ? { kind: 'failed' } : { kind: 'failed', afterMs })
  })

  it('that nobody answers has failed, and for a device whose key is none it is dead', async () => {
    const unreachable = sender(() => Promise.reject(new TypeError('fetch failed')))
    expect(await unreachable.toDevice()).toEqual({ kind: 'failed' })
    const late = sender(() => Promise.reject(new DOMException('late', 'TimeoutError')))
    expect(await late.toDevice()).toEqual({ kind: 'failed' })
    const { asked, to, send } = answers(201)
    expect(await send({ ...to, p256dh: 'B'.repeat(87) }, { kind: 'log-today' })).toEqual({ kind: 'dead' })
    expect(asked).toEqual([])
  })
})
