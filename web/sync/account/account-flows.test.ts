import { describe, expect, it } from 'vitest'
import { good } from '../../store/test-database.ts'
import { codeOf, secretOf } from '../vault/secret-code.ts'
import type { OpenedAccount } from './account-flow.ts'
import { device, EMAIL, FakeAccountServer, NEW, nameIn, OLD } from './account-world.ts'
import { changePassphrase } from './change-passphrase.ts'
import { createAccount } from './create-account.ts'
import { deleteAccount } from './delete-account.ts'
import type { Fate } from './fake-account-server.ts'
import { acceptPairing, offerPairing, withdrawPairing } from './pair-device.ts'
import { recoverAccount, replaceRecoveryCode } from './recovery.ts'
import { signIn } from './sign-in.ts'
import { startAgain } from './start-again.ts'

async function created(server = new FakeAccountServer()) {
  const { ports } = device(server)
  const account = good(await createAccount(ports, { email: ` ${EMAIL.toUpperCase()} `, passphrase: OLD }))
  return { server, ports, account, name: await nameIn(account) }
}

/** How many slots of each kind the account has: `passphrase, recovery`. */
const kindsOf = (server: FakeAccountServer) =>
  ['device', 'passphrase', 'recovery'].flatMap((kind) =>
    [...(server.accounts.get(EMAIL)?.slots.values() ?? [])].filter((slot) => slot.kind === kind).map(() => kind),
  )

/** The name that a document has in the vault of whoever signs in with either passphrase. */
async function nameBySigningIn(server: FakeAccountServer, passphrases: readonly string[]) {
  const opened: OpenedAccount[] = []
  for (const passphrase of passphrases) {
    const signedIn = await signIn(device(server).ports, { email: EMAIL, passphrase })
    if (signedIn.ok) opened.push(signedIn.value)
  }
  expect(opened).toHaveLength(1)
  return Promise.all(opened.map(nameIn))
}

/** Every way in which a flow of so many requests can break off: at each of them, done or not, for once or for good. */
function breaks(requests: number): ((request: number) => Fate)[] {
  const lost: readonly Fate[] = ['request-lost', 'answer-lost']
  return Array.from({ length: requests }, (_, at) =>
    lost.flatMap((fate): ((request: number) => Fate)[] => [
      (request) => (request === at ? fate : 'arrives'),
      (request) => (request < at ? 'arrives' : request === at ? fate : 'request-lost'),
    ]),
  ).flat()
}

describe('an account', () => {
  it('[V1] [V3] has a slot for its passphrase and one for its code, and the server is told neither', async () => {
    const { server, account, name } = await created()
    expect(account).toMatchObject({ accountId: `id-of-${EMAIL}`, email: EMAIL })
    expect(kindsOf(server)).toEqual(['passphrase', 'recovery'])
    const other = good(await signIn(device(server).ports, { email: EMAIL, passphrase: OLD }))
    expect(await nameIn(other)).toBe(name)
    const code = account.recoveryCode
    for (const secret of [OLD, code, code.replaceAll('-', ''), code.slice(0, 9)])
      expect(server.heard).not.toContain(secret)
  })

  it('is not opened by another passphrase, and an address that has one cannot be taken', async () => {
    const { server } = await created()
    const { ports } = device(server)
    const wrong = { ok: false, failure: { kind: 'wrong-credentials' } }
    expect(await signIn(ports, { email: EMAIL, passphrase: NEW })).toMatchObject(wrong)
    expect(await signIn(ports, { email: 'bob@example.org', passphrase: OLD })).toMatchObject(wrong)
    const taken = await createAccount(ports, { email: EMAIL, passphrase: NEW })
    expect(taken).toMatchObject({ ok: false, failure: { kind: 'taken' } })
    expect(kindsOf(server)).toEqual(['passphrase', 'recovery'])
  })

  it('says when a server takes no new ones', async () => {
    const server = new FakeAccountServer()
    const asked = { email: EMAIL, passphrase: OLD }
    server.signUp = 'closed'
    expect(await createAccount(device(server).ports, asked)).toMatchObject({ failure: { kind: 'signup-closed' } })
    server.signUp = 'invitation'
    expect(await createAccount(device(server).ports, asked)).toMatchObject({ failure: { kind: 'code-needed' } })
  })

  it('[V2] that broke off while it was made is made whole by asking again, with one vault key', async () => {
    const whole = device(new FakeAccountServer())
    good(await createAccount(whole.ports, { email: EMAIL, passphrase: OLD }))
    let broken = 0
    for (const fate of breaks(whole.sent())) {
      const server = new FakeAccountServer()
      const first = await createAccount(device(server, fate).ports, { email: EMAIL, passphrase: OLD })
      if (!first.ok) broken += 1
      const second = good(await createAccount(device(server).ports, { email: EMAIL, passphrase: OLD }))
      const name = await nameIn(second)
      expect(await nameBySigningIn(server, [OLD])).toEqual([name])
      const secret = good(secretOf(second.recoveryCode))
      const recovered = await recoverAccount(device(server).ports, { email: EMAIL, secret, newPassphrase: NEW })
      expect(await nameIn(good(recovered))).toBe(name)
    }
    expect(broken).toBe(4 * whole.sent())
  })

  it('is deleted by its passphrase alone', async () => {
    const { server, ports } = await created()
    const wrong = await deleteAccount(ports, { email: EMAIL, passphrase: NEW })
    expect(wrong).toMatchObject({ ok: false, failure: { kind: 'wrong-credentials' } })
    good(await deleteAccount(ports, { email: EMAIL, passphrase: OLD }))
    expect(server.accounts.size).toBe(0)
  })
})

describe('a new passphrase', () => {
  it('[V2] opens the vault where the old one did, and the old one opens nothing', async () => {
    const { server, ports, account, name } = await created()
    good(await changePassphrase(ports, account, { current: OLD, next: NEW }))
    expect(kindsOf(server)).toEqual(['passphrase', 'recovery'])
    expect(await nameBySigningIn(server, [OLD, NEW])).toEqual([name])
    expect(await signIn(device(server).ports, { email: EMAIL, passphrase: OLD })).toMatchObject({ ok: false })
  })

  it('[V2] is not set by who does not know the old one, and leaves nothing behind', async () => {
    const { server, ports, account, name } = await created()
    const changed = await changePassphrase(ports, account, { current: 'something else', next: NEW })
    expect(changed).toMatchObject({ ok: false, failure: { kind: 'wrong-credentials' } })
    expect(kindsOf(server)).toEqual(['passphrase', 'recovery'])
    expect(await nameBySigningIn(server, [OLD, NEW])).toEqual([name])
  })

  it('[V2] locks nobody out, wherever the change breaks off, and asking again ends it', async () => {
    const whole = await created()
    const counted = device(whole.server)
    const again = good(await signIn(counted.ports, { email: EMAIL, passphrase: OLD }))
    const before = counted.sent()
    good(await changePassphrase(counted.ports, again, { current: OLD, next: NEW }))
    let broken = 0
    for (const fate of breaks(counted.sent() - before)) {
      const { server, name } = await created()
      const { ports } = device(server, (request) => (request < before ? 'arrives' : fate(request - before)))
      const account = good(await signIn(ports, { email: EMAIL, passphrase: OLD }))
      const changed = await changePassphrase(ports, account, { current: OLD, next: NEW })
      if (!changed.ok) broken += 1
      expect(await nameBySigningIn(server, [OLD, NEW])).toEqual([name])

      const later = device(server)
      const held = await signIn(later.ports, { email: EMAIL, passphrase: OLD })
      const open = held.ok ? held : await signIn(later.ports, { email: EMAIL, passphrase: NEW })
      good(await changePassphrase(later.ports, good(open), { current: OLD, next: NEW }))
      expect(kindsOf(server)).toEqual(['passphrase', 'recovery'])
      expect(await nameBySigningIn(server, [OLD, NEW])).toEqual([name])
    }
    expect(broken).toBeGreaterThan(8)
  })
})

describe('a recovery code', () => {
  it('[V2] [V5] opens the vault on a new device, and gives the account a new passphrase', async () => {
    const { server, ports, account, name } = await created()
    const secret = good(secretOf(account.recoveryCode.toLowerCase()))
    const recovered = good(await recoverAccount(device(server).ports, { email: EMAIL, secret, newPassphrase: NEW }))
    expect(await nameIn(recovered)).toBe(name)
    expect(await nameBySigningIn(server, [OLD, NEW])).toEqual([name])
    expect(kindsOf(server)).toEqual(['passphrase', 'recovery'])
    expect(await ports.client.keyslots()).toMatchObject({ ok: false, failure: { kind: 'signed-out' } })
  })

  it('[V2] locks nobody out, wherever it breaks off', async () => {
    const { server: counting, account: counted } = await created()
    const whole = device(counting)
    const asked = (code: string) => ({ email: EMAIL, secret: good(secretOf(code)), newPassphrase: NEW })
    good(await recoverAccount(whole.ports, asked(counted.recoveryCode)))
    for (const fate of breaks(whole.sent())) {
      const { server, account, name } = await created()
      await recoverAccount(device(server, fate).ports, asked(account.recoveryCode))
      expect(await nameBySigningIn(server, [OLD, NEW])).toEqual([name])
      expect(await nameIn(good(await recoverAccount(device(server).ports, asked(account.recoveryCode))))).toBe(name)
      expect(kindsOf(server)).toEqual(['passphrase', 'recovery'])
    }
  })

  it('of another account opens nothing', async () => {
    const { server } = await created()
    const { account: other } = await created()
    const secret = good(secretOf(other.recoveryCode))
    const recovered = await recoverAccount(device(server).ports, { email: EMAIL, secret, newPassphrase: NEW })
    expect(recovered).toMatchObject({ ok: false, failure: { kind: 'wrong-credentials' } })
  })

  it('[V4] is made anew by a device that is open, and the old one opens nothing any more', async () => {
    const { server, ports, account, name } = await created()
    server.accounts.get(EMAIL)?.slots.clear()
    const code = good(await replaceRecoveryCode(ports, account))
    const again = good(await replaceRecoveryCode(ports, account))
    expect(kindsOf(server)).toEqual(['recovery'])
    const open = (text: string) =>
      recoverAccount(device(server).ports, { email: EMAIL, secret: good(secretOf(text)), newPassphrase: NEW })
    expect(await open(code)).toMatchObject({ ok: false })
    expect(await open(account.recoveryCode)).toMatchObject({ ok: false })
    expect(await nameIn(good(await open(again)))).toBe(name)
  })
})

describe('another device', () => {
  it('[V1] [V5] comes in by the code that an open one shows, once', async () => {
    const { server, ports, account, name } = await created()
    const offer = good(await offerPairing(ports, account))
    expect(kindsOf(server)).toEqual(['device', 'passphrase', 'recovery'])
    const pairing = { email: offer.email, secret: good(secretOf(codeOf(offer.secret))) }
    const paired = good(await acceptPairing(device(server).ports, pairing))
    expect(await nameIn(paired)).toBe(name)
    expect(kindsOf(server)).toEqual(['passphrase', 'recovery'])
    expect(await acceptPairing(device(server).ports, pairing)).toMatchObject({ failure: { kind: 'wrong-credentials' } })
    const code = good(await replaceRecoveryCode(ports, paired))
    expect(code).not.toBe(account.recoveryCode)
  })

  it('[V1] does not come in by an offer that was withdrawn, or that another has replaced', async () => {
    const { server, ports, account } = await created()
    const first = good(await offerPairing(ports, account))
    const second = good(await offerPairing(ports, account))
    good(await withdrawPairing(ports, second))
    for (const offer of [first, second])
      expect(await acceptPairing(device(server).ports, offer)).toMatchObject({ failure: { kind: 'wrong-credentials' } })
  })
})

describe('with every way in lost', () => {
  it('[V4] the account is emptied and started again with a new vault', async () => {
    const { server, name } = await created()
    server.accounts.get(EMAIL)?.slots.clear()
    const { ports } = device(server)
    const asked = { email: EMAIL, passphrase: OLD }
    expect(await signIn(ports, asked)).toMatchObject({ ok: false, failure: { kind: 'no-vault' } })
    const wrong = await startAgain(ports, { email: EMAIL, passphrase: NEW })
    expect(wrong).toMatchObject({ ok: false, failure: { kind: 'wrong-credentials' } })
    server.signUp = 'closed'
    expect(await startAgain(ports, asked)).toMatchObject({ ok: false, failure: { kind: 'signup-closed' } })
    expect(server.accounts.size).toBe(1)
    server.signUp = 'open'
    const started = good(await startAgain(ports, asked))
    expect(await nameIn(started)).not.toBe(name)
    expect(kindsOf(server)).toEqual(['passphrase', 'recovery'])
  })

  it('[V4] a vault whose slots open no more says so', async () => {
    const { server } = await created()
    for (const slot of server.accounts.get(EMAIL)?.slots.values() ?? [])
      Object.assign(slot, { kdf: null, kind: 'recovery' })
    const opened = await signIn(device(server).ports, { email: EMAIL, passphrase: OLD })
    expect(opened).toMatchObject({ ok: false, failure: { kind: 'vault-shut' } })
  })
})
