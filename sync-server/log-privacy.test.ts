import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ACCOUNT_HEADERS } from '../shared/sync/account.ts'
import { PATHS, PROTOCOL_VERSION } from '../shared/sync/protocol.ts'
import { type AppUnderTest, appUnderTest } from './app-under-test.ts'
import { newCredentials, newPush, newSlot } from './http-contract-subject.ts'
import type { Store } from './store/ports.ts'
import { openSqliteStore } from './store/sqlite/sqlite-store.ts'

let server: AppUnderTest
let store: Store
/** What the store does at the next exchange instead, if anything. */
let breakdown: (() => never) | undefined
const printed: string[] = []

beforeAll(() => {
  store = openSqliteStore({ path: ':memory:', newEpoch: () => 'epoch-1' })
  server = appUnderTest({
    store: {
      ...store,
      sync: { ...store.sync, exchange: async (...args) => breakdown?.() ?? store.sync.exchange(...args) },
    },
  })
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, name).mockImplementation((...args: unknown[]) => void printed.push(args.map(String).join(' ')))
})
afterAll(async () => {
  vi.restoreAllMocks()
  await store.close()
})

describe('the log', () => {
  it('[E7] holds nothing of what is kept, nor of who keeps it, whatever goes wrong', async () => {
    const { email, password } = newCredentials()
    const slot = newSlot()
    const push = newPush()
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      'user-agent': 'Agent/7',
      'x-forwarded-for': '198.51.100.23',
      [ACCOUNT_HEADERS.deviceName]: 'Bedside',
    }
    const send = (method: string, path: string, body?: unknown) =>
      server.app.hono.request(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })

    const made = await send('POST', `${PATHS.auth}/sign-up/email`, { name: 'Jo', email, password })
    expect(made.status).toBe(200)
    const cookie = made.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    headers['cookie'] = cookie
    const exchange = { v: PROTOCOL_VERSION, epoch: 'epoch-1', cursor: 0, push: [push] }
    const statuses = [
      await send('POST', `${PATHS.auth}/sign-up/email`, { name: 'Jo', email, password: 'another password' }),
      await send('POST', `${PATHS.auth}/sign-in/email`, { email, password: 'another password' }),
      await send('POST', `${PATHS.auth}/sign-in/email`, { email: `x${email}`, password }),
      await send('POST', `${PATHS.auth}/change-password`, {
        currentPassword: 'another password',
        newPassword: password,
      }),
      await send('PUT', PATHS.keyslots, slot),
      await send('DELETE', `${PATHS.keyslots}?id=${push.key}`),
      await send('GET', `${PATHS.devices}?email=${email}`),
      await send('GET', `/history?weight=81.5&email=${email}`),
      await send('POST', PATHS.sync, exchange),
      await send('POST', PATHS.sync, { ...exchange, push: 'malformed' }),
    ].map(({ status }) => status)
    expect(statuses.filter((status) => status >= 500)).toEqual([])

    breakdown = () => {
      throw new Error(`insert into documents failed: ${email}, ${push.key}, ${push.envelope}`, {
        cause: Object.assign(new Error(`UNIQUE constraint failed: ${cookie}`), { code: 'SQLITE_CONSTRAINT' }),
      })
    }
    const broken = await send('POST', PATHS.sync, exchange)
    expect(broken.status).toBe(500)
    const answer = await broken.text()

    const lines = [...server.lines, ...printed].join('\n')
    expect(server.lines.length).toBeGreaterThan(11)
    expect(lines).toContain('SQLITE_CONSTRAINT')
    const [address = '', token = ''] = [
      email.split('@')[0],
      decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0],
    ]
    const secrets = [address, password, 'another password', token, push.key, push.envelope, slot.id, slot.wrapped]
    for (const secret of [
      ...secrets,
      '?',
      'weight',
      '81.5',
      'Agent/7',
      '198.51.100.23',
      '203.0.113.7',
      'Bedside',
      'Jo',
    ]) {
      expect(secret).not.toBe('')
      expect(lines).not.toContain(secret)
      if (secret !== '?') expect(answer).not.toContain(secret)
    }
    expect(printed).toEqual([])
  })

  it('[E7] says that accounts failed, and not for whom', async () => {
    // An error of the database names the statement and what it was to be run with.
    const closed = openSqliteStore({ path: ':memory:', newEpoch: () => 'epoch-1' })
    await closed.close()
    const failing = appUnderTest({ store: closed })
    const { email, password } = newCredentials()
    const response = await failing.app.hono.request(`${PATHS.auth}/sign-in/email`, {
      method: 'POST',
      body: JSON.stringify({ email, password }),
    })
    expect(response.status).toBe(500)
    expect(failing.lines.join('')).toContain('"accounts failed"')
    expect([...failing.lines, ...printed].join('')).not.toContain(email)
  })
})
