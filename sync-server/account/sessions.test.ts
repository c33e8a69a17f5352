import { memoryAdapter } from 'better-auth/adapters/memory'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Auth, createAuth, SESSION_DAYS } from './auth.ts'
import { type AccountSessions, accountSessions, BELIEVED_MS } from './sessions.ts'

const DAY_MS = 24 * 60 * 60_000
const START = Date.UTC(2026, 10, 27, 8)

let auth: Auth
let sessions: AccountSessions
let asked: ReturnType<typeof vi.spyOn>

beforeEach(() => {
  // better-auth asks the machine's clock.
  vi.useFakeTimers({ toFake: ['Date'], now: START })
  auth = newAuth()
  sessions = accountSessions(auth, Date.now)
  asked = vi.spyOn(auth.api, 'getSession')
})
afterEach(() => {
  vi.useRealTimers()
})

const newAuth = () =>
  createAuth({
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    keyslots: async () => [],
    secret: 'a secret of which only tests know',
    log: () => undefined,
    now: Date.now,
  })

const later = (ms: number) => vi.setSystemTime(Date.now() + ms)

async function signUp(email = 'jo@example.org'): Promise<string> {
  const { headers } = await auth.api.signUpEmail({
    body: { email, password: 'p'.repeat(43), name: '' },
    returnHeaders: true,
  })
  return headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

describe('a session', () => {
  it('is believed for a few seconds after it was found valid, and asked for again then', async () => {
    const cookie = await signUp()
    const first = await sessions.check(cookie)
    expect(first?.session.account).toMatch(/./)
    for (let time = 0; time < 20; time += 1) expect(await sessions.check(`a=b; ${cookie}; c=d`)).toEqual(first)
    expect(asked).toHaveBeenCalledTimes(1)
    later(BELIEVED_MS - 1)
    await sessions.check(cookie)
    expect(asked).toHaveBeenCalledTimes(1)
    later(1)
    await sessions.check(cookie)
    expect(asked).toHaveBeenCalledTimes(2)
  })

  it('that ends on this process is over at once; one that ended elsewhere within the same few seconds', async () => {
    const cookie = await signUp()
    const checked = await sessions.check(cookie)
    if (checked === undefined) throw new Error('not signed in')
    const { session } = checked
    expect(await sessions.end(session.account, session.id)).toBe(true)
    expect(await sessions.check(cookie)).toBeUndefined()

    const other = await signUp('di@example.org')
    const { id, account } = (await sessions.check(other))?.session ?? session
    await accountSessions(auth, Date.now).end(account, id)
    expect(await sessions.check(other)).toBeDefined()
    expect(await sessions.isValid(other)).toBe(false)
    later(BELIEVED_MS)
    expect(await sessions.check(other)).toBeUndefined()
  })

  it('that ends while it is being checked is not believed afterwards', async () => {
    const cookie = await signUp()
    const checked = await sessions.check(cookie)
    if (checked === undefined) throw new Error('not signed in')
    later(BELIEVED_MS)
    const getSession = auth.api.getSession
    asked.mockImplementationOnce(async (...args: Parameters<typeof getSession>) => {
      const answer = await getSession(...args)
      await sessions.end(checked.session.account, checked.session.id)
      return answer
    })
    await sessions.check(cookie)
    expect(await sessions.check(cookie)).toBeUndefined()
  })

  it('lasts 30 days from the last day of use, its cookie being set anew once a day', async () => {
    const cookie = await signUp()
    for (let day = 1; day <= 2 * SESSION_DAYS; day += 1) {
      later(DAY_MS)
      const today = await sessions.check(cookie)
      expect(today?.setCookies.join()).toMatch(/^ownit\.session_token=.*Max-Age=2592000/)
      later(BELIEVED_MS)
      expect((await sessions.check(cookie))?.setCookies).toEqual([])
    }
    later((SESSION_DAYS + 1) * DAY_MS)
    expect(await sessions.check(cookie)).toBeUndefined()
  })

  it('is not prolonged by a stream that only asks whether it lasts', async () => {
    const cookie = await signUp()
    for (let day = 0; day < SESSION_DAYS - 1; day += 1) {
      later(DAY_MS)
      expect(await sessions.isValid(cookie)).toBe(true)
    }
    later(2 * DAY_MS)
    expect(await sessions.isValid(cookie)).toBe(false)
  })

  it('was last seen when it was last used, to ten minutes', async () => {
    const cookie = await signUp()
    const { account } = (await sessions.check(cookie))?.session ?? {}
    if (account === undefined) throw new Error('not signed in')
    for (const [minutes, seen] of [
      [5, 0],
      [10, 15],
      [6, 15],
      [6, 27],
    ] as const) {
      later(minutes * 60_000)
      await sessions.check(cookie)
      const [session] = await sessions.list(account)
      expect(session).toMatchObject({ createdAt: START, lastSeenAt: START + seen * 60_000 })
    }
  })

  it('tells who listens that it ended, once, and nobody else', async () => {
    const [one, two] = [await sessions.check(await signUp()), await sessions.check(await signUp('di@example.org'))]
    if (one === undefined || two === undefined) throw new Error('not signed in')
    const told: string[] = []
    sessions.onEnd(one.session, () => told.push('one'))
    sessions.onEnd(one.session, () => told.push('stopped'))()
    sessions.onEnd(two.session, () => told.push('two'))
    sessions.ended(one.session)
    sessions.ended(one.session.account)
    expect(told).toEqual(['one'])
    sessions.ended(two.session.account)
    expect(told).toEqual(['one', 'two'])
  })

  it.each([
    'ownit.session_token=made.up',
    'ownit.session_token=',
    'other=x',
    '',
    ';;;==',
    'ownit.session_token=%E0%A4%A',
  ])('is none with the cookies %j', async (cookies) => {
    expect(await sessions.check(cookies)).toBeUndefined()
  })
})

describe('accounts', () => {
  it('speak to nobody over the network, and say nothing about themselves to anybody', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'))
    vi.stubEnv('BETTER_AUTH_TELEMETRY', '1')
    const own = newAuth()
    await own.api.signUpEmail({ body: { email: 'ed@example.org', password: 'p'.repeat(43), name: '' } })
    await expect(own.api.signInEmail({ body: { email: 'ed@example.org', password: 'wrong' } })).rejects.toThrow()
    expect(fetched).not.toHaveBeenCalled()
    vi.unstubAllEnvs()
    fetched.mockRestore()
  })
})
