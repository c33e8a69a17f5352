import { afterAll, describe, expect, it } from 'vitest'
import { PATHS, PROTOCOL_VERSION } from '../shared/sync/protocol.ts'
import { appUnderTest } from './app-under-test.ts'
import { newCredentials } from './http-contract-subject.ts'
import { RATES } from './security/rates.ts'

const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closing) await close()
})

/** A server with these rates and the clock in the test's hands. */
function setUp(rates: Partial<typeof RATES> | object, origins: string[] = []) {
  let now = 0
  const server = appUnderTest({ rates: { ...RATES, ...rates }, monotonicMs: () => now, origins: new Set(origins) })
  closing.push(() => server.store.close())
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    server.app.hono.request(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  const signUp = async () => {
    const response = await send('POST', `${PATHS.auth}/sign-up/email`, newCredentials())
    return { status: response.status, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
  }
  return { send, signUp, wait: (ms: number) => (now += ms) }
}

describe('how often something may be done', () => {
  it('is counted for the account over all its devices, and told in seconds', async () => {
    const { send, signUp, wait } = setUp({ byAccount: { burst: 3, perSecond: 0.5 } })
    const [{ cookie }, other] = [await signUp(), await signUp()]
    const pull = async (headers: Record<string, string>) => {
      const body = { v: PROTOCOL_VERSION, epoch: '', cursor: 0, push: [] }
      const response = await send('POST', PATHS.sync, body, headers)
      return [response.status, response.headers.get('retry-after')]
    }
    for (let time = 0; time < 3; time += 1) expect(await pull({ cookie })).toEqual([200, null])
    expect(await pull({ cookie })).toEqual([429, '2'])
    expect(await pull({ cookie: other.cookie })).toEqual([200, null])
    wait(2000)
    expect(await pull({ cookie })).toEqual([200, null])
  })

  it('is counted for the address where no account is known, whatever a client says of itself', async () => {
    const { send } = setUp({ byAddress: { burst: 2, perSecond: 1 } })
    const from = (forwarded: string) => send('GET', '/api/health', undefined, { 'x-forwarded-for': forwarded })
    const statuses = [await from('a'), await from('b'), await from('c')].map(({ status }) => status)
    expect(statuses).toEqual([200, 200, 429])
    const behindProxy = setUp({ byAddress: { burst: 2, perSecond: 1 } }, ['https://ownit.example'])
    const reported = (last: string) =>
      behindProxy.send('GET', '/api/health', undefined, { 'x-forwarded-for': `1.1.1.1, ${last}` })
    for (const [last, status] of [
      ['a', 200],
      ['a', 200],
      ['a', 429],
      ['b', 200],
    ] as const)
      expect((await reported(last)).status).toBe(status)
  })

  it('lets nobody make accounts without end', async () => {
    const { signUp, wait } = setUp({ signUpsOfAddress: { burst: 2, perSecond: 0.1 } })
    expect([await signUp(), await signUp(), await signUp()].map(({ status }) => status)).toEqual([200, 200, 429])
    wait(10_000)
    expect((await signUp()).status).toBe(200)
  })

  it('leaves room for a device that pushes twenty times a second, all day', () => {
    expect(RATES.byAccount.perSecond).toBeGreaterThanOrEqual(20)
    expect(RATES.byAddress.perSecond).toBeGreaterThanOrEqual(20)
  })

  it('slows down who tries one password at many accounts', async () => {
    const { send } = setUp({ signInsOfAddress: { burst: 3, perSecond: 0.1 } })
    const tried = async () => (await send('POST', `${PATHS.auth}/sign-in/email`, newCredentials())).status
    expect([await tried(), await tried(), await tried(), await tried()]).toEqual([401, 401, 401, 429])
  })
})
