import { createCipheriv, createHash, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyslotDraftSchema } from '../../../shared/sync/messages.ts'
import { deriveCode, makeCodeSecret } from './code-keys.ts'
import { makeKeyslot, openKeyslot } from './keyslot.ts'
import { type CodeSecret, codeSecretOf } from './secret-code.ts'
import { makeVaultKey, type RandomBytes, type VaultKey, vaultKeyOf } from './vault-key.ts'

const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))
const counting: RandomBytes = (length) => Uint8Array.from({ length }, (_, index) => index)

const secret = codeSecretOf(Uint8Array.from({ length: 16 }, (_, index) => 200 + index))

async function recoverySlot(vaultKey: VaultKey, from: CodeSecret = secret, accountId = 'account-1') {
  const { slotKey } = await deriveCode(from, 'recovery')
  return makeKeyslot({ accountId, kind: 'recovery', slotKey, kdf: null, vaultKey, randomBytes })
}

/** A slot in Node's own cryptography and nothing of ours. */
function reference(info: string, id: string, vaultKey: Uint8Array): string {
  const iv = counting(12)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(hkdfSync('sha256', secret, '', info, 32)), iv)
  cipher.setAAD(Buffer.from(`ownit/1/slot\0account-1\0${id}`))
  const wrapped = Buffer.concat([cipher.update(vaultKey), cipher.final()])
  return Buffer.concat([iv, wrapped, cipher.getAuthTag()]).toString('base64url')
}

describe('a keyslot', () => {
  it.each(['recovery', 'device'] as const)(
    '[V1] of kind %s has the bytes another implementation makes',
    async (kind) => {
      const vaultKey = vaultKeyOf(counting(32))
      const { slotKey } = await deriveCode(secret, kind)
      const slot = await makeKeyslot({
        accountId: 'account-1',
        kind,
        slotKey,
        kdf: null,
        vaultKey,
        randomBytes: counting,
      })
      const id = 'AAECAwQFBgcICQoLDA0ODw'
      expect(slot).toEqual({ id, kind, kdf: null, wrapped: reference(`ownit/1/${kind}`, id, vaultKey) })
      expect(keyslotDraftSchema.parse(slot)).toEqual(slot)
      expect(await openKeyslot(slot, slotKey, 'account-1')).toEqual({ ok: true, value: vaultKey })
    },
  )

  it('[V2] opens the vault, whichever of them it is', async () => {
    const vaultKey = makeVaultKey(randomBytes)
    const secrets = [makeCodeSecret(randomBytes), makeCodeSecret(randomBytes)]
    for (const each of secrets) {
      const slot = await recoverySlot(vaultKey, each)
      const { slotKey } = await deriveCode(each, 'recovery')
      expect(await openKeyslot(slot, slotKey, 'account-1')).toEqual({ ok: true, value: vaultKey })
    }
    const { slotKey } = await deriveCode(makeCodeSecret(randomBytes), 'device')
    const parts = { accountId: 'account-1', kind: 'device', slotKey, kdf: null, vaultKey, randomBytes } as const
    const slot = await makeKeyslot(parts)
    expect(await openKeyslot(slot, slotKey, 'account-1')).toEqual({ ok: true, value: vaultKey })
    expect(await makeKeyslot({ ...parts, id: slot.id })).toMatchObject({ id: slot.id })
  })

  it('refuses another code, another account, another slot and another kind of secret', async () => {
    const slot = await recoverySlot(makeVaultKey(randomBytes))
    const { slotKey } = await deriveCode(secret, 'recovery')
    const problem = { ok: false, failure: { kind: 'key' } }
    const { slotKey: other } = await deriveCode(makeCodeSecret(randomBytes), 'recovery')
    const { slotKey: ofDevice } = await deriveCode(secret, 'device')
    expect(await openKeyslot(slot, other, 'account-1')).toMatchObject(problem)
    expect(await openKeyslot(slot, slotKey, 'account-2')).toMatchObject(problem)
    expect(await openKeyslot({ ...slot, id: 'another' }, slotKey, 'account-1')).toMatchObject(problem)
    expect(await openKeyslot(slot, ofDevice, 'account-1')).toMatchObject(problem)
  })

  it('refuses any changed bit and any other length', async () => {
    const slot = await recoverySlot(makeVaultKey(randomBytes))
    const { slotKey } = await deriveCode(secret, 'recovery')
    const bytes = Buffer.from(slot.wrapped, 'base64url')
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const flipped = Uint8Array.from(bytes)
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const damaged = { ...slot, wrapped: Buffer.from(flipped).toString('base64url') }
        expect(await openKeyslot(damaged, slotKey, 'account-1')).toMatchObject({ ok: false, failure: { kind: 'key' } })
      }),
    )
    for (const wrapped of ['', 'AAAA', `${slot.wrapped}AAAA`])
      expect(await openKeyslot({ ...slot, wrapped }, slotKey, 'account-1')).toMatchObject({
        ok: false,
        failure: { kind: 'format' },
      })
  })
})

describe('a code', () => {
  it.each(['recovery', 'device'] as const)(
    '[V5] of kind %s lets in by a proof whose hash is the id of its slot',
    async (kind) => {
      const { proof, slotId } = await deriveCode(secret, kind)
      const expected = Buffer.from(hkdfSync('sha256', secret, '', `ownit/1/${kind}/sign-in`, 32))
      expect(proof).toBe(expected.toString('base64url'))
      expect(slotId).toBe(createHash('sha256').update(expected).digest('base64url'))
      expect(keyslotDraftSchema.shape.id.parse(slotId)).toBe(slotId)
    },
  )
})
