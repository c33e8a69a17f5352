import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { PUSH_PATHS } from '../../shared/push/protocol.ts'
import { PATHS } from '../../shared/sync/protocol.ts'
import { type AppUnderTest, appUnderTest } from '../app-under-test.ts'
import { type PushDouble, startPushDouble } from './push-double.ts'
import { newDevice, openMessage, type TestDevice } from './test-device.ts'
import { makeVapidKeys, readVapidKeys } from './vapid.ts'

const SECRET = 'a secret of an outside scheduler'
const clock = { now: Date.parse('2026-11-27T10:00:00Z') }
let push: PushDouble
let server: AppUnderTest
let device: TestDevice
let cookie: string

beforeAll(async () => {
  push = await startPushDouble()
  device = await newDevice()
  const keys = await readVapidKeys(await makeVapidKeys())
  if (!keys.ok) throw new Error(keys.failure)
  server = appUnderTest({
    // Sessions are over by the clock of the machine.
    now: () => clock.now,
    push: { keys: keys.value, contact: 'mailto:a@example.org', hosts: [], fetch: push.fetch, most: 1000 },
    jobsSecret: SECRET,
  })
  cookie = await signUp(server)
})
afterAll(async () => {
  await push.close()
  await server.store.close()
})

async function signUp({ app }: AppUnderTest): Promise<string> {
  const body = JSON.stringify({ email: `${crypto.randomUUID()}@example.org`, password: 'p'.repeat(43), name: '' })
  const headers = { 'content-type': 'application/json' }
  const response = await app.hono.request('/api/auth/sign-up/email', { method: 'POST', headers, body })
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

const send = (method: string, path: string, body?: unknown, from = server, as = cookie) =>
  from.app.hono.request(path, {
    method,
    headers: { cookie: as, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
const subscription = (change: object = {}) => ({
  endpoint: 'https://fcm.googleapis.com/fcm/send/anna',
  p256dh: device.p256dh,
  auth: device.auth,
  zone: 'Europe/Berlin',
  quiet: null,
  reminders: [{ kind: 'log-today', at: 20 * 60, weekday: null }],
  ...change,
})
const put = (change?: object) => send('PUT', PUSH_PATHS.subscription, subscription(change))
const minutesLater = (minutes: number) => {
  clock.now += minutes * 60_000
}
const job = (name: string, secret?: string, from = server) =>
  from.app.hono.request(`/api/jobs/${name}`, {
    method: 'POST',
    headers: secret === undefined ? {} : { authorization: `Bearer ${secret}` },
  })

describe('a device', () => {
  it('learns the key to subscribe with, and is woken when it asked for it, with nothing but the kind', async () => {
    const { key } = z.object({ key: z.string() }).parse(await (await send('GET', PUSH_PATHS.key)).json())
    expect(Buffer.from(key, 'base64url')).toHaveLength(65)
    expect((await put()).status).toBe(200)
    await server.app.runDueJobs()
    expect(push.messages).toEqual([])
    // Eight in the evening in Berlin.
    minutesLater(9 * 60)
    await server.app.runDueJobs()
    expect(push.messages.map(({ path }) => path)).toEqual(['/fcm/send/anna'])
    expect(await openMessage(device, push.messages[0]?.body ?? new Uint8Array())).toBe('{"kind":"log-today"}')
    minutesLater(1)
    await server.app.runDueJobs()
    expect(push.messages).toHaveLength(1)
  })

  it('is woken once more an hour after it says "later", and not for what it did not choose', async () => {
    expect((await send('POST', PUSH_PATHS.later, { kind: 'log-today' })).status).toBe(200)
    expect((await send('POST', PUSH_PATHS.later, { kind: 'new-risk' })).status).toBe(404)
    expect((await send('POST', PUSH_PATHS.later, { kind: 'log-today', at: 1 })).status).toBe(400)
    minutesLater(59)
    await server.app.runDueJobs()
    expect(push.messages).toHaveLength(1)
    minutesLater(1)
    await server.app.runDueJobs()
    expect(push.messages).toHaveLength(2)
  })

  it('stands in what the owner takes along of the account, but for its keys, and in nobody else’s', async () => {
    const exported = async (as?: string) =>
      z
        .object({ reminded: z.unknown() })
        .parse(await (await send('GET', PATHS.accountExport, undefined, server, as)).json())
    const { p256dh: _, auth: __, ...kept } = subscription()
    expect(await exported()).toEqual({ reminded: [kept] })
    expect(await exported(await signUp(server))).toEqual({ reminded: [] })
  })

  it('is not woken any more once it says so', async () => {
    expect((await send('DELETE', PUSH_PATHS.subscription)).status).toBe(200)
    expect((await send('DELETE', PUSH_PATHS.subscription)).status).toBe(200)
    minutesLater(24 * 60)
    await server.app.runDueJobs()
    expect(push.messages).toHaveLength(2)
  })

  it.each([
    ['a machine of the house', { endpoint: 'https://192.168.1.1/a' }, 'PUSH_ENDPOINT'],
    ['the server itself', { endpoint: 'https://localhost/api/jobs/reminders' }, 'PUSH_ENDPOINT'],
    ['another host', { endpoint: 'https://evil.example/a' }, 'PUSH_ENDPOINT'],
    ['a field too many', { steps: 9000 }, undefined],
    ['nothing to be woken for', { reminders: [] }, undefined],
    ['a zone that is none', { zone: 'Mars/Olympus' }, undefined],
  ])('is refused that asks for %s', async (_, change, code) => {
    const response = await put(change)
    expect(response.status).toBe(400)
    expect(z.object({ code: z.string().optional() }).parse(await response.json()).code).toBe(code)
  })

  it('hears where this server wakes nobody', async () => {
    const silent = appUnderTest()
    const own = await signUp(silent)
    expect(await (await send('GET', PUSH_PATHS.key, undefined, silent, own)).json()).toMatchObject({ code: 'PUSH_OFF' })
    expect((await send('PUT', PUSH_PATHS.subscription, subscription(), silent, own)).status).toBe(404)
    await silent.store.close()
  })

  it('stands in no line of the log', async () => {
    for (const secret of ['fcm', 'anna', device.p256dh, device.auth]) expect(server.lines.join()).not.toContain(secret)
    expect(server.lines.join()).toContain('"job done","job":"reminders","sent":1')
  })
})

describe('a job', () => {
  it('runs for who knows the secret, and nothing is done twice', async () => {
    minutesLater(60)
    const first = await job('housekeeping', SECRET)
    expect([first.status, await first.json()]).toEqual([200, { run: 'done' }])
    expect(await (await job('housekeeping', SECRET)).json()).toEqual({ run: 'done-before' })
    for (const name of ['reminders', 'weekly-wake-up', 'leaderboard-roll-over'])
      expect((await job(name, SECRET)).status).toBe(200)
    expect((await job('mining', SECRET)).status).toBe(404)
  })

  it('is refused to everybody else, and to everybody where no secret is set', async () => {
    for (const secret of [undefined, '', SECRET.slice(1), `${SECRET}x`])
      expect((await job('reminders', secret)).status).toBe(401)
    const basic = { method: 'POST', headers: { authorization: `Basic ${SECRET}` } }
    expect((await server.app.hono.request('/api/jobs/reminders', basic)).status).toBe(401)
    const none = appUnderTest()
    for (const secret of [undefined, '', 'undefined', SECRET])
      expect((await job('reminders', secret, none)).status).toBe(403)
    await none.store.close()
  })
})
