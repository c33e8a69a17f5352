import { beforeEach, describe, expect, it } from 'vitest'
import type { KeyslotDraft } from '../../shared/sync/messages.ts'
import { LIMITS } from '../../shared/sync/protocol.ts'
import { authOf, deviceOf, hex, keyOf, newAccount, type Subject, sealed } from './contract-subject.ts'
import { AccountGone, type AccountId } from './ports.ts'

/** What every store does for an account as a whole. */
export function describeAccounts(subject: () => Subject): void {
  const sync = () => subject().store.sync
  let account: AccountId
  let other: AccountId
  beforeEach(async () => {
    account = await newAccount(subject().store)
    other = await newAccount(subject().store)
  })

  describe('keyslots', () => {
    it('are kept as they are sent, oldest first, with the time of their writing', async () => {
      expect(await sync().keyslots(account)).toEqual([])
      expect(await sync().putKeyslot(account, RECOVERY, 2000)).toBe('ok')
      expect(await sync().putKeyslot(account, PASSPHRASE, 1000)).toBe('ok')
      expect(await sync().keyslots(account)).toEqual([
        { ...PASSPHRASE, createdAt: 1000 },
        { ...RECOVERY, createdAt: 2000 },
      ])
    })

    it('are replaced by their id, and removed by it', async () => {
      await sync().putKeyslot(account, RECOVERY, 1000)
      const renewed = { ...RECOVERY, wrapped: 'BBBB' }
      await sync().putKeyslot(account, renewed, 3000)
      expect(await sync().keyslots(account)).toEqual([{ ...renewed, createdAt: 3000 }])
      expect(await sync().deleteKeyslot(account, RECOVERY.id)).toBe(true)
      expect(await sync().deleteKeyslot(account, RECOVERY.id)).toBe(false)
      expect(await sync().keyslots(account)).toEqual([])
    })

    it('are no more than an account may have, and can be replaced when they are as many', async () => {
      for (let n = 0; n < LIMITS.keyslots; n += 1)
        expect(await sync().putKeyslot(account, { ...RECOVERY, id: `slot-${n}` }, n)).toBe('ok')
      expect(await sync().putKeyslot(account, { ...RECOVERY, id: 'one-more' }, 99)).toBe('full')
      expect(await sync().putKeyslot(account, { ...RECOVERY, id: 'slot-3' }, 99)).toBe('ok')
      expect(await sync().keyslots(account)).toHaveLength(LIMITS.keyslots)
    })

    it('of one account are out of reach for another', async () => {
      await sync().putKeyslot(account, RECOVERY, 1000)
      expect(await sync().keyslots(other)).toEqual([])
      expect(await sync().deleteKeyslot(other, RECOVERY.id)).toBe(false)
      await sync().putKeyslot(other, { ...RECOVERY, wrapped: 'CCCC' }, 2000)
      expect(await sync().keyslots(account)).toEqual([{ ...RECOVERY, createdAt: 1000 }])
    })
  })

  it('an export holds every envelope and every keyslot of the account, and of no other', async () => {
    const device = deviceOf(subject().store, account)
    const { epoch } = await device.exchange()
    const push = [1, 2, 3].map((n) => ({ key: keyOf(n), base: 0, envelope: sealed(n) }))
    await device.push(...push)
    await sync().putKeyslot(account, PASSPHRASE, 1000)
    await deviceOf(subject().store, other).push({ key: keyOf(7), base: 0, envelope: sealed(7) })
    const { documents, ...rest } = await sync().exportAccount(account)
    expect(rest).toEqual({ epoch, keyslots: [{ ...PASSPHRASE, createdAt: 1000 }] })
    expect(documents.map(({ key, version, envelope }) => [key, version, hex(envelope)])).toEqual(
      push.map(({ key, envelope }, index) => [key, index + 1, hex(envelope)]),
    )
    expect(await sync().exportAccount(await newAccount(subject().store))).toEqual({
      epoch,
      documents: [],
      keyslots: [],
    })
  })

  it('a deleted account leaves nothing, and no other account is touched', async () => {
    const auth = authOf(subject().store)
    const credentials = { email: `leaver-${account}@example.org`.toLowerCase(), password: 'a derived key' }
    const { headers, response } = await auth.api.signUpEmail({
      body: { ...credentials, name: 'L' },
      returnHeaders: true,
    })
    const cookie = new Headers({
      cookie: headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; '),
    })
    const leaver = response.user.id as AccountId
    for (const id of [leaver, other]) {
      await deviceOf(subject().store, id).push({ key: keyOf(1), base: 0, envelope: sealed(1) })
      await sync().putKeyslot(id, RECOVERY, 1000)
    }
    expect(await auth.api.getSession({ headers: cookie })).not.toBeNull()

    await sync().deleteAccount(leaver)

    expect(await auth.api.getSession({ headers: cookie })).toBeNull()
    await expect(auth.api.signInEmail({ body: credentials })).rejects.toThrow(/invalid/i)
    expect(await sync().exportAccount(leaver)).toMatchObject({ documents: [], keyslots: [] })
    expect(await deviceOf(subject().store, leaver).exchange()).toMatchObject({ count: 0, head: 0 })
    expect(await sync().exportAccount(other)).toMatchObject({ documents: [{ key: keyOf(1) }], keyslots: [{}] })
    const { user } = await auth.api.signUpEmail({ body: { ...credentials, name: 'L' } })
    expect(user.id).not.toBe(leaver)
    await sync().deleteAccount(leaver)
  })

  it('sessions and verifications that are over are deleted and counted, and those that last are not', async () => {
    const { internalAdapter, adapter } = await authOf(subject().store).$context
    const now = Date.now()
    const is = async (model: string, field: string, value: string) =>
      (await adapter.findOne({ model, where: [{ field, value }] })) !== null
    await subject().store.deleteExpired(now)
    const over = await internalAdapter.createSession(account)
    const lasting = await internalAdapter.createSession(account)
    // Over at the very moment: still good, as better-auth judges it.
    const ending = await internalAdapter.createSession(other)
    await internalAdapter.updateSession(over.token, { expiresAt: new Date(now - 1) })
    await internalAdapter.updateSession(ending.token, { expiresAt: new Date(now) })
    for (const [identifier, ends] of [
      [`over-${account}`, now - 1],
      [`lasting-${account}`, now + 60_000],
    ] as const)
      await internalAdapter.createVerificationValue({ identifier, value: 'x', expiresAt: new Date(ends) })

    expect(await subject().store.deleteExpired(now)).toEqual({ sessions: 1, verifications: 1, audit: 0 })

    expect(await is('session', 'token', over.token)).toBe(false)
    expect(await is('session', 'token', lasting.token)).toBe(true)
    expect(await is('session', 'token', ending.token)).toBe(true)
    expect(await is('verification', 'identifier', `over-${account}`)).toBe(false)
    expect(await is('verification', 'identifier', `lasting-${account}`)).toBe(true)
    expect(await subject().store.deleteExpired(now)).toEqual({ sessions: 0, verifications: 0, audit: 0 })
  })

  it('documents and keyslots are taken of accounts alone', async () => {
    const nobody = deviceOf(subject().store, 'nobody' as AccountId)
    await expect(nobody.push({ key: keyOf(1), base: 0, envelope: sealed(1) })).rejects.toThrow(AccountGone)
    await expect(sync().putKeyslot('nobody' as AccountId, RECOVERY, 0)).rejects.toThrow(AccountGone)
    expect(await nobody.exchange()).toMatchObject({ count: 0, changes: [] })
  })

  it('is ready while it is open', async () => {
    await expect(subject().store.ready()).resolves.toBeUndefined()
  })
}

const PASSPHRASE: KeyslotDraft = {
  id: 'slot_passphrase-1',
  kind: 'passphrase',
  kdf: { name: 'argon2id', salt: 'AAAAAAAAAAAAAAAAAAAAAA', memory: 65_536, passes: 3, lanes: 1 },
  wrapped: 'AAAAAAAA',
}

const RECOVERY: KeyslotDraft = { id: 'recovery', kind: 'recovery', kdf: null, wrapped: 'AAAAAAAAAAAA' }
