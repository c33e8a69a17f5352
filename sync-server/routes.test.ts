import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { PROTOCOL_VERSION } from '../shared/sync/protocol.ts'
import { type AppUnderTest, appUnderTest } from './app-under-test.ts'
import type { AccountId } from './store/ports.ts'

let server: AppUnderTest
beforeAll(() => {
  server = appUnderTest()
})
afterAll(() => server.store.close())

/** What stands in the app's own table under /api, but for what runs before every route and after none fitted. */
const standing = () => server.app.hono.routes.filter(({ path, method }) => path.startsWith('/api') && method !== 'ALL')

describe('every route of the API', () => {
  it('declares who may use it', () => {
    const declared = server.app.routes.map(({ method, path }) => `${method} ${path}`)
    expect(declared).toEqual([...new Set(declared)])
    expect(standing().map(({ method, path }) => `${method} ${path}`)).toEqual(declared)
  })

  it('is one of these, and those that need no account are few', () => {
    const of = (wanted: string) =>
      server.app.routes
        .filter(({ authorisation }) => authorisation === wanted)
        .map(({ method, path }) => `${method} ${path}`)
        .sort()
    expect(of('public')).toEqual([
      'GET /api/auth/get-session',
      'GET /api/health',
      'GET /api/ready',
      'POST /api/auth/sign-in/code',
      'POST /api/auth/sign-in/email',
      'POST /api/auth/sign-out',
      'POST /api/auth/sign-up/email',
    ])
    expect(of('operator')).toEqual(['POST /api/jobs/:name'])
    expect(of('account')).toEqual([
      'DELETE /api/account',
      'DELETE /api/coach',
      'DELETE /api/devices',
      'DELETE /api/leaderboard/boards',
      'DELETE /api/leaderboard/friends',
      'DELETE /api/leaderboard/leagues',
      'DELETE /api/leaderboard/player',
      'DELETE /api/push/subscription',
      'DELETE /api/vault/keyslots',
      'GET /api/account/export',
      'GET /api/coach',
      'GET /api/devices',
      'GET /api/leaderboard/events',
      'GET /api/leaderboard/player',
      'GET /api/leaderboard/standings',
      'GET /api/push/key',
      'GET /api/sync/events',
      'GET /api/vault/keyslots',
      'POST /api/auth/change-password',
      'POST /api/coach/turns',
      'POST /api/coach/turns/acknowledge',
      'POST /api/coach/turns/cancel',
      'POST /api/coach/turns/resume',
      'POST /api/leaderboard/leagues',
      'POST /api/leaderboard/leagues/join',
      'POST /api/leaderboard/scores',
      'POST /api/push/later',
      'POST /api/sync',
      'PUT /api/leaderboard/boards',
      'PUT /api/leaderboard/friends',
      'PUT /api/leaderboard/player',
      'PUT /api/push/subscription',
      'PUT /api/vault/keyslots',
    ])
  })

  it('that is for accounts answers 401 without a session, whatever comes', async () => {
    for (const { method, path, authorisation } of server.app.routes) {
      if (authorisation !== 'account') continue
      for (const cookie of [undefined, 'ownit.session_token=made.up', 'ownit.session_token=', 'a=b; =; ;;'])
        for (const body of method === 'GET' ? [undefined] : ['{}', 'no JSON']) {
          const response = await server.app.hono.request(path, {
            method,
            headers: cookie === undefined ? {} : { cookie },
            ...(body === undefined ? {} : { body }),
          })
          expect([path, response.status]).toEqual([path, 401])
          expect(await response.json()).toMatchObject({ code: 'SIGNED_OUT' })
          expect(response.headers.get('cache-control')).toBe('no-store')
        }
    }
  })

  it('that writes answers 401 for an account that another process has just deleted', async () => {
    const { hono } = server.app
    const send = (method: string, path: string, body: object, cookie = '') =>
      hono.request(path, {
        method,
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const credentials = { email: 'leaver@example.org', password: 'p'.repeat(43), name: '' }
    const signedUp = await send('POST', '/api/auth/sign-up/email', credentials)
    const cookie = signedUp.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const push = [{ key: 'AAAAAAAAAAAAAAAAAAAAAA', base: 0, envelope: Buffer.alloc(60, 1).toString('base64url') }]
    const exchange = (items: object[]) =>
      send('POST', '/api/sync', { v: PROTOCOL_VERSION, epoch: '', cursor: 0, push: items }, cookie)
    expect((await exchange([])).status).toBe(200)
    const { user } = z.object({ user: z.object({ id: z.string() }) }).parse(await signedUp.json())
    await server.store.sync.deleteAccount(user.id as AccountId)
    const response = await exchange(push)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ code: 'SIGNED_OUT' })
  })

  it('that changes something refuses what comes from another site, before it looks at sessions', async () => {
    for (const { method, path } of server.app.routes) {
      if (method === 'GET') continue
      const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
      expect((await server.app.hono.request(path, { method, headers, body: '{}' })).status).toBe(403)
    }
  })
})

describe("better-auth's other routes", () => {
  it.each([
    ['GET', '/api/auth/ok'],
    ['GET', '/api/auth/error'],
    ['GET', '/api/auth/list-sessions'],
    ['GET', '/api/auth/verify-email'],
    ['POST', '/api/auth/update-user'],
    ['POST', '/api/auth/change-email'],
    ['POST', '/api/auth/delete-user'],
    ['POST', '/api/auth/request-password-reset'],
    ['POST', '/api/auth/reset-password'],
    ['POST', '/api/auth/sign-in/social'],
    ['POST', '/api/auth/revoke-sessions'],
    ['POST', '/api/auth/sign-in/email/'],
    ['POST', '/api/auth/get-session'],
  ])('are not there: %s %s', async (method, path) => {
    expect((await server.app.hono.request(path, { method })).status).toBe(404)
  })
})
