import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { commit } from '../../store/commit.ts'
import { syncStatus } from '../../store/sync-status.ts'
import { readSyncAccount } from '../../store/sync-switch.ts'
import { good, testDatabase } from '../../store/test-database.ts'
import { device, EMAIL, FakeAccountServer, NEW, OLD } from '../account/account-world.ts'
import { deviceKeysSchema } from '../vault/device-keys.ts'
import { openVault } from '../vault/make-vault.ts'
import {
  accountEmail,
  deviceAccount,
  isRecoveryUnchecked,
  passphraseProblem,
  recoveryChecked,
} from './device-account.ts'

const ORIGIN = 'https://ownit.example'

/** A device of its own at the server, with one day logged. */
async function newDevice(server: FakeAccountServer) {
  const { db } = testDatabase()
  const edits = [{ collection: 'day', id: '2026-11-23', fields: { steps: 8000 } }]
  good(await commit(db, { kind: 'edit', label: 'Steps', edits }))
  return { db, account: deviceAccount(db, device(server).ports, ORIGIN) }
}
type TestDevice = Awaited<ReturnType<typeof newDevice>>

/** The name a document has in the vault that the device has kept: the same in the same vault. */
async function nameIn({ db }: TestDevice): Promise<string> {
  const held = await readSyncAccount(db)
  if (held === undefined) throw new Error('synchronisation is off')
  const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const vault = openVault({ accountId: held.account, keys: deviceKeysSchema.parse(held.keys), randomBytes })
  return vault.keyOf('day', '2026-11-23')
}

async function created() {
  const server = new FakeAccountServer()
  const first = await newDevice(server)
  const code = good(await first.account.create({ email: EMAIL, passphrase: OLD, invitation: '' }))
  return { server, first, code }
}

describe('the account of a device', () => {
  it('turns synchronisation on with all that is here, and asks for the recovery code until it was typed back', async () => {
    const { first, code } = await created()
    expect(code).toMatch(/^\w{4}(-\w{4}){5}-.{3}$/)
    expect(await syncStatus(first.db)).toMatchObject({ account: `id-of-${EMAIL}`, unsent: 1 })
    expect(await accountEmail(first.db)).toBe(EMAIL)
    expect(await isRecoveryUnchecked(first.db)).toBe(true)
    await recoveryChecked(first.db)
    expect(await isRecoveryUnchecked(first.db)).toBe(false)
    good(await first.account.newRecoveryCode())
    expect(await isRecoveryUnchecked(first.db)).toBe(true)
  })

  it('is there with its address and its unchecked code, or not at all', async () => {
    const device = await newDevice(new FakeAccountServer())
    const full = (_: unknown, row: { readonly name: string }) => {
      if (row.name === 'recovery-unchecked') throw new DOMException('no room', 'QuotaExceededError')
    }
    device.db.meta.hook('creating', full)
    const refused = await device.account.create({ email: EMAIL, passphrase: OLD, invitation: '' })
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'storage' } })
    expect(await readSyncAccount(device.db)).toBeUndefined()
    expect(await accountEmail(device.db)).toBe('')
  })

  it('opens the same vault by passphrase, by recovery code and by another device', async () => {
    const { server, first, code } = await created()
    const name = await nameIn(first)
    const bySigningIn = await newDevice(server)
    good(await bySigningIn.account.signIn({ email: EMAIL, passphrase: OLD }))
    expect(await nameIn(bySigningIn)).toBe(name)

    const byPairing = await newDevice(server)
    const pairing = good(await first.account.offerPairing())
    const [address, carried] = pairing.link.split('#')
    expect(address).toBe(`${ORIGIN}/sync`)
    expect(Object.fromEntries(new URLSearchParams(carried))).toEqual({ pair: pairing.code, email: EMAIL })
    good(await byPairing.account.acceptPairing({ email: EMAIL, code: pairing.code }))
    expect(await nameIn(byPairing)).toBe(name)

    const byCode = await newDevice(server)
    good(await byCode.account.recover({ email: EMAIL, code, passphrase: NEW }))
    expect(await nameIn(byCode)).toBe(name)
    // A device that came in later has no code of its own to ask for.
    expect(await isRecoveryUnchecked(byCode.db)).toBe(false)
  })

  it('says in a sentence why nothing was turned on', async () => {
    const { server } = await created()
    const other = await newDevice(server)
    const wrong = await other.account.signIn({ email: EMAIL, passphrase: NEW })
    expect(wrong).toMatchObject({ failure: { kind: 'wrong-credentials', message: expect.stringMatching(/wrong\.$/) } })
    const mistyped = { failure: { kind: 'mistyped-code', message: expect.stringContaining('missing') } }
    expect(await other.account.recover({ email: EMAIL, code: '12', passphrase: NEW })).toMatchObject(mistyped)
    expect(await other.account.acceptPairing({ email: EMAIL, code: '12' })).toMatchObject(mistyped)
    expect(await other.account.newRecoveryCode()).toMatchObject({ failure: { kind: 'off' } })
    expect((await syncStatus(other.db)).account).toBeUndefined()
    expect(passphraseProblem('short', EMAIL)).toContain('12 characters')
    expect(passphraseProblem(OLD, EMAIL)).toBeUndefined()
  })

  it('[D5] is left by signing out, also where the server cannot be told, and everything logged stays', async () => {
    const { server, first } = await created()
    const offline = deviceAccount(first.db, device(server, () => 'request-lost').ports, ORIGIN)
    expect(good(await offline.signOut())).toEqual({ told: false })
    expect((await syncStatus(first.db)).account).toBeUndefined()
    expect(await accountEmail(first.db)).toBe('')
    expect(await first.db.documents.count()).toBe(1)
    good(await first.account.signIn({ email: EMAIL, passphrase: OLD }))
    expect(good(await first.account.signOut())).toEqual({ told: true })
    expect(await first.db.documents.count()).toBe(1)
  })

  it('[D5] is deleted with its passphrase alone, and everything logged stays', async () => {
    const { server, first } = await created()
    expect(await first.account.deleteAccount(NEW)).toMatchObject({ failure: { kind: 'wrong-credentials' } })
    expect((await syncStatus(first.db)).account).toBeDefined()
    good(await first.account.deleteAccount(OLD))
    expect(server.accounts.size).toBe(0)
    expect((await syncStatus(first.db)).account).toBeUndefined()
    expect(await first.db.documents.count()).toBe(1)
  })

  it('[V4] is emptied and started again with another vault', async () => {
    const { server, first } = await created()
    const name = await nameIn(first)
    const other = await newDevice(server)
    expect(good(await other.account.startAgain({ email: EMAIL, passphrase: OLD }))).toMatch(/^\w{4}-/)
    expect(await nameIn(other)).not.toBe(name)
    expect(await isRecoveryUnchecked(other.db)).toBe(true)
  })

  it('[V2] changes its passphrase', async () => {
    const { server, first } = await created()
    good(await first.account.changePassphrase({ current: OLD, next: NEW }))
    const other = await newDevice(server)
    good(await other.account.signIn({ email: EMAIL, passphrase: NEW }))
    expect(await nameIn(other)).toBe(await nameIn(first))
  })
})
