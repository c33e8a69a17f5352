import { describe, expect, it } from 'vitest'
import { ANSWER_WITHIN_MS, accountClient } from './account-client.ts'

const CREDENTIALS = { email: 'ada@example.org', password: 'p'.repeat(43) }
const USER = { user: { id: 'u1', email: 'ada@example.org', name: '' }, token: 't' }

/** A client that gets this one answer, and what it sent. */
function answered(answer: Response | Error, deviceName?: string) {
  const sent: { url: string; init: RequestInit }[] = []
  const client = accountClient({
    fetch: async (url, init) => {
      sent.push({ url, init })
      if (answer instanceof Error) throw answer
      return answer.clone()
    },
    ...(deviceName === undefined ? {} : { deviceName }),
    timeout: (ms) => {
      expect(ms).toBe(ANSWER_WITHIN_MS)
      return new AbortController().signal
    },
  })
  return { client, sent }
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers })

describe('the client of accounts', () => {
  it('signs up and in at the server of the page, and says what this device is called', async () => {
    const { client, sent } = answered(json(USER), 'Küche')
    const signedIn = { ok: true, value: { accountId: 'u1', email: 'ada@example.org' } }
    expect(await client.signUp({ ...CREDENTIALS, invitation: 'abc' })).toEqual(signedIn)
    expect(await client.signIn(CREDENTIALS)).toEqual(signedIn)
    expect(await client.signInByCode({ email: CREDENTIALS.email, proof: 'x' })).toEqual(signedIn)
    expect(sent.map(({ url }) => url)).toEqual([
      '/api/auth/sign-up/email',
      '/api/auth/sign-in/email',
      '/api/auth/sign-in/code',
    ])
    expect(sent[0]?.init.headers).toEqual({
      'content-type': 'application/json',
      'x-device-name': 'K%C3%BCche',
      'x-signup-code': 'abc',
    })
    expect(sent[0]?.init).toMatchObject({ method: 'POST', credentials: 'same-origin', redirect: 'error' })
    expect(JSON.parse(String(sent[0]?.init.body))).toEqual({ name: '', ...CREDENTIALS })
    expect(JSON.parse(String(sent[1]?.init.body))).toEqual(CREDENTIALS)
  })

  it('says who is signed in, or that nobody is', async () => {
    expect(await answered(json({ ...USER, session: {} })).client.session()).toMatchObject({
      value: { accountId: 'u1' },
    })
    expect(await answered(json(null)).client.session()).toEqual({ ok: true, value: undefined })
  })

  it('asks for keyslots and devices, and deletes by id', async () => {
    const slot = { id: 's', kind: 'recovery', kdf: null, wrapped: 'AAAA', createdAt: 1 }
    expect(await answered(json({ keyslots: [slot] })).client.keyslots()).toEqual({ ok: true, value: [slot] })
    const device = { id: 'd', name: 'Firefox', createdAt: 1, lastSeenAt: 2, current: true }
    expect(await answered(json({ devices: [device] })).client.devices()).toEqual({ ok: true, value: [device] })
    const { client, sent } = answered(json({ error: 'none' }, 404))
    expect(await client.deleteKeyslot('a&b')).toEqual({ ok: true, value: undefined })
    expect(await client.revokeDevice('d')).toEqual({ ok: true, value: undefined })
    expect(sent.map(({ url, init }) => `${init.method} ${url}`)).toEqual([
      'DELETE /api/vault/keyslots?id=a%26b',
      'DELETE /api/devices?id=d',
    ])
  })

  it.each([
    [new TypeError('Failed to fetch'), { kind: 'offline' }],
    [new DOMException('', 'TimeoutError'), { kind: 'offline' }],
    [json({}, 502), { kind: 'offline' }],
    [json({ code: 'INVALID_EMAIL_OR_PASSWORD' }, 401), { kind: 'wrong-credentials' }],
    [json({ code: 'INVALID_PASSWORD' }, 400), { kind: 'wrong-credentials' }],
    [json({ code: 'WRONG_PASSWORD' }, 403), { kind: 'wrong-credentials' }],
    [json({ code: 'INVALID_EMAIL' }, 400), { kind: 'invalid-email' }],
    [json({ code: 'VALIDATION_ERROR' }, 400), { kind: 'invalid-email' }],
    [json({ code: 'USER_ALREADY_EXISTS' }, 422), { kind: 'taken' }],
    [json({ code: 'SIGN_UP_CLOSED' }, 403), { kind: 'signup-closed' }],
    [json({ code: 'SIGN_UP_CODE' }, 403), { kind: 'code-needed' }],
    [json({ code: 'SIGNED_OUT' }, 401), { kind: 'signed-out' }],
    [json({ code: 'KEYSLOTS_FULL' }, 409), { kind: 'keyslots-full' }],
    [json({}, 429, { 'retry-after': '90' }), { kind: 'throttled', afterMs: 90_000 }],
    [json({}, 503, { 'retry-after': 'soon' }), { kind: 'throttled', afterMs: undefined }],
    [json({ code: 'OTHER_ORIGIN' }, 403), { kind: 'unexpected', status: 403 }],
    [new Response('<html>', { status: 500 }), { kind: 'unexpected', status: 500 }],
    [new Response('<html>'), { kind: 'unexpected', status: 200 }],
    [json({ user: {} }), { kind: 'unexpected', status: 200 }],
  ])('says what a screen can explain: %s', async (answer, failure) => {
    expect(await answered(answer).client.signIn(CREDENTIALS)).toEqual({ ok: false, failure })
  })
})
