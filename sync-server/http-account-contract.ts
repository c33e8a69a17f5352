import { expect, it } from 'vitest'
import { ACCOUNT_HEADERS, PROBLEM_CODES } from '../shared/sync/account.ts'
import { PATHS } from '../shared/sync/protocol.ts'
import {
  type HttpDevice,
  httpDevice,
  newCredentials,
  newProof,
  newPush,
  newSlot,
  type StartServer,
  secondDevice,
  signedUp,
} from './http-contract-subject.ts'

const isIn = async (device: HttpDevice) => (await device.request('GET', PATHS.devices)).status === 200

export function describeAccounts(url: () => string, start: StartServer): void {
  it('signs up with a session in a cookie that no script and no other site gets at', async () => {
    const response = await httpDevice(url()).signUp()
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/; Max-Age=2592000(?:;|$)/)
    for (const attribute of ['; HttpOnly', '; SameSite=Lax', '; Path=/']) expect(cookie).toContain(attribute)
    expect(cookie).not.toContain('Secure')
    const behindTls = await httpDevice(url()).signUp({ 'x-forwarded-proto': 'https' })
    expect(behindTls.headers.getSetCookie()[0]).toMatch(/; Secure$/)
  })

  it('signs in by e-mail in any case and by password, and out', async () => {
    const device = await signedUp(url())
    const { email, password } = device.credentials
    const other = httpDevice(url(), { email: email.toUpperCase(), password })
    expect((await other.signIn()).status).toBe(200)
    const held = other.cookie
    expect(await (await other.request('GET', `${PATHS.auth}/get-session`)).json()).toMatchObject({ user: { email } })
    expect((await other.request('POST', `${PATHS.auth}/sign-out`, { body: {} })).status).toBe(200)
    expect(other.cookie).toBeUndefined()
    other.cookie = held
    expect(await isIn(other)).toBe(false)
    expect(await (await other.request('GET', `${PATHS.auth}/get-session`)).json()).toBeNull()
    expect(await isIn(device)).toBe(true)
  })

  it('answers a wrong password and an unknown address alike', async () => {
    const { credentials } = await signedUp(url())
    const wrong = await httpDevice(url(), credentials).signIn('not the password')
    const unknown = await httpDevice(url()).signIn()
    for (const response of [wrong, unknown]) expect(response.status).toBe(401)
    expect(await wrong.json()).toEqual(await unknown.json())
    expect(namesOf(wrong)).toEqual(namesOf(unknown))
  })

  it('answers a sign-up for an address that has an account as one for a new one, with a session that leads nowhere', async () => {
    const device = await signedUp(url())
    const fresh = await httpDevice(url()).signUp()
    const stranger = httpDevice(url(), { email: device.credentials.email, password: newCredentials().password })
    const taken = await stranger.signUp()
    expect(taken.status).toBe(fresh.status)
    expect(namesOf(taken)).toEqual(namesOf(fresh))
    expect(shapeOf(await taken.json())).toEqual(shapeOf(await fresh.json()))
    const cookieOf = (response: Response) =>
      response.headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]*;/, '=;'))
    expect(cookieOf(taken)).toEqual(cookieOf(fresh))
    const lengthOf = (response: Response) => decodeURIComponent(response.headers.getSetCookie()[0] ?? '').length
    expect(lengthOf(taken)).toBe(lengthOf(fresh))
    expect(await isIn(stranger)).toBe(false)
    expect((await device.devices()).length).toBe(1)
  })

  it('signs in who signs up again with the same password, as after a lost answer', async () => {
    const device = await signedUp(url())
    const again = httpDevice(url(), device.credentials)
    const response = await again.signUp()
    expect(response.status).toBe(200)
    expect(await isIn(again)).toBe(true)
    expect(await device.devices()).toHaveLength(2)
    const fresh = await httpDevice(url()).signUp()
    expect(shapeOf(await response.json())).toEqual(shapeOf(await fresh.json()))
  })

  it.each([
    [{ email: 'no address', password: 'p'.repeat(43) }],
    [{ email: 'a@example.org', password: 'short' }],
    [{ email: 'a@example.org', password: 'p'.repeat(129) }],
    [{ email: 'a@example.org' }],
    [{ password: 'p'.repeat(43) }],
    [{ email: ['a@example.org'], password: 'p'.repeat(43) }],
    ['{"email":'],
    [[]],
  ])('refuses a sign-up with %j', async (body) => {
    const response = await httpDevice(url()).request('POST', `${PATHS.auth}/sign-up/email`, { body })
    expect(response.status).toBe(400)
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it('makes the wait longer for who keeps guessing at an account, and not for anybody else', async () => {
    const device = await signedUp(url())
    const guesser = httpDevice(url(), device.credentials)
    const answers = await Promise.all(Array.from({ length: 12 }, () => guesser.signIn('a wrong password')))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(2)
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    // A sign-up is no way round it.
    expect((await guesser.signUp()).status).toBe(429)
    expect(await isIn(device)).toBe(true)
    expect(await isIn(await signedUp(url()))).toBe(true)
  })

  it('[V2] changes the password, signs every other device out, and keeps the name of the one that did it', async () => {
    const device = httpDevice(url())
    await device.signUp({ [ACCOUNT_HEADERS.deviceName]: 'Kitchen' })
    const other = await secondDevice(url(), device)
    const { password } = device.credentials
    const newPassword = newCredentials().password
    const change = (body: object) => device.request('POST', `${PATHS.auth}/change-password`, { body })
    const wrong = await change({ currentPassword: 'wrong', newPassword })
    expect(wrong.status).toBe(400)
    expect(await wrong.json()).toMatchObject({ code: 'INVALID_PASSWORD' })
    expect(await isIn(other)).toBe(true)
    expect((await change({ currentPassword: password, newPassword })).status).toBe(200)
    expect(await isIn(other)).toBe(false)
    expect(await device.devices()).toMatchObject([{ name: 'Kitchen', current: true }])
    expect((await other.signIn(password)).status).toBe(401)
    expect((await other.signIn(newPassword)).status).toBe(200)
  })

  it('[V2] lets in by a code that has a keyslot; a recovery code may set the password anew', async () => {
    const device = await signedUp(url())
    const { email } = device.credentials
    const [recovery, pairing, other] = [newProof(), newProof(), newProof()]
    for (const slot of [
      newSlot({ kind: 'recovery', kdf: null, id: recovery.slotId }),
      newSlot({ kind: 'device', kdf: null, id: pairing.slotId }),
      newSlot({ kind: 'passphrase', id: other.slotId }),
    ])
      await device.request('PUT', PATHS.keyslots, { body: slot })
    const byCode = async (body: object) => {
      const fresh = httpDevice(url())
      const { status } = await fresh.request('POST', `${PATHS.auth}/sign-in/code`, { body: { email, ...body } })
      return { fresh, status }
    }
    const newPassword = newCredentials().password
    for (const body of [
      { proof: newProof().proof },
      { proof: recovery.slotId },
      { proof: other.proof },
      { proof: pairing.proof, newPassword },
      { proof: recovery.proof, email: newCredentials().email },
    ])
      expect((await byCode(body)).status).toBe(401)
    expect((await byCode({ proof: 'no proof' })).status).toBe(400)
    expect((await byCode({ proof: recovery.proof, newPassword: 'short' })).status).toBe(400)
    expect(await isIn(device)).toBe(true)

    for (const { proof } of [pairing, recovery]) {
      const { fresh, status } = await byCode({ proof })
      expect(status).toBe(200)
      expect((await fresh.keyslots()).length).toBe(3)
    }
    const recovered = await byCode({ proof: recovery.proof, newPassword })
    expect(await isIn(recovered.fresh)).toBe(true)
    expect(await isIn(device)).toBe(false)
    expect((await device.signIn()).status).toBe(401)
    expect((await device.signIn(newPassword)).status).toBe(200)
  })

  it('deletes the account with everything in it, for who knows the password', async () => {
    const device = await signedUp(url())
    const other = await secondDevice(url(), device)
    await device.exchange({ push: [newPush()] })
    await device.request('PUT', PATHS.keyslots, { body: newSlot() })
    const remove = (body: unknown) => device.request('DELETE', PATHS.account, { body })
    expect((await remove({})).status).toBe(400)
    const wrong = await remove({ password: 'wrong' })
    expect(wrong.status).toBe(403)
    expect(await wrong.json()).toMatchObject({ code: PROBLEM_CODES.wrongPassword })
    const held = device.cookie
    expect((await remove({ password: device.credentials.password })).status).toBe(200)
    expect(device.cookie).toBeUndefined()
    device.cookie = held
    for (const each of [device, other]) expect(await isIn(each)).toBe(false)
    expect((await device.signIn()).status).toBe(401)

    const anew = httpDevice(url(), device.credentials)
    expect((await anew.signUp()).status).toBe(200)
    expect(await anew.exchange()).toMatchObject({ count: 0, cursor: 0, changes: [] })
    expect(await anew.keyslots()).toEqual([])
  })

  it('takes no new accounts where the server is closed, and says nothing of the ones it has', async () => {
    const server = await start({ SIGNUP: 'closed' })
    try {
      const response = await httpDevice(server.url).signUp()
      expect(response.status).toBe(403)
      expect(await response.json()).toMatchObject({ code: PROBLEM_CODES.signUpClosed })
    } finally {
      await server.stop()
    }
  })

  it('takes a new account with the invitation, where one is needed, and says nothing to who has none', async () => {
    const server = await start({ SIGNUP: 'code:tea-and-biscuits' })
    const invited = { [ACCOUNT_HEADERS.signUpCode]: 'tea-and-biscuits' }
    try {
      const device = httpDevice(server.url)
      for (const headers of [{}, { [ACCOUNT_HEADERS.signUpCode]: 'tea' }])
        expect((await device.signUp(headers)).status).toBe(403)
      expect((await device.signUp(invited)).status).toBe(200)
      const again = await httpDevice(server.url, device.credentials).signUp()
      const unknown = await httpDevice(server.url).signUp()
      expect(await again.json()).toEqual(await unknown.json())
      const inBody = httpDevice(server.url)
      const body = { ...inBody.credentials, name: '', code: 'tea-and-biscuits' }
      expect((await inBody.request('POST', `${PATHS.auth}/sign-up/email`, { body })).status).toBe(200)
      expect((await device.signIn()).status).toBe(200)
    } finally {
      await server.stop()
    }
  })
}

const namesOf = (response: Response) => [...response.headers.keys()]

/** The names of a body's fields in their order, and the kind and length of what they hold. */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('@') ? 'e-mail' : value.length
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)])
}
