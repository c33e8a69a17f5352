import { argon2Sync, createCipheriv, createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { kdfSchema } from '../../../shared/sync/messages.ts'
import { argon2id } from './argon2id.ts'
import { decrypt } from './authenticated-cipher.ts'
import { type Argon2Input, derivePassphrase } from './passphrase.ts'

/** Node's own Argon2, which is OpenSSL's. */
const native = ({ password, salt, memory, passes, lanes, length }: Argon2Input) =>
  new Uint8Array(
    argon2Sync('argon2id', { message: password, nonce: salt, memory, passes, parallelism: lanes, tagLength: length }),
  )

const EMAIL = 'ada@example.org'
const PASSPHRASE = 'correct horse battery staple é'

/** Records what Argon2 was asked, and answers at once. */
function asked() {
  const inputs: Argon2Input[] = []
  return {
    inputs,
    argon2: (input: Argon2Input) => {
      inputs.push(input)
      return Promise.resolve(new Uint8Array(createHash('sha512').update(input.password).update(input.salt).digest()))
    },
  }
}

describe('a passphrase', () => {
  it('[V1] [V3] becomes a password for the server and a key that stays, as another implementation derives them', async () => {
    const keys = await derivePassphrase(PASSPHRASE, EMAIL, (input) => Promise.resolve(native(input)))
    const salt = createHash('sha256').update(`ownit/1/${EMAIL}`).digest().subarray(0, 16)
    const expected = argon2Sync('argon2id', {
      message: Buffer.from(PASSPHRASE.normalize('NFKC')),
      nonce: salt,
      memory: 65_536,
      passes: 3,
      parallelism: 1,
      tagLength: 64,
    })
    expect(keys.authPassword).toBe(expected.subarray(0, 32).toString('base64url'))
    expect(keys.authPassword).toBe('3W7MeBpMtmf0DGRz5YB2dXCmbUaFErZb0ZCrfSNe9WY')
    expect(keys.authPassword).toHaveLength(43)
    expect(keys.kdf).toEqual({
      name: 'argon2id',
      salt: salt.toString('base64url'),
      memory: 65_536,
      passes: 3,
      lanes: 1,
    })
    expect(kdfSchema.parse(keys.kdf)).toEqual(keys.kdf)
    const iv = new Uint8Array(12)
    const cipher = createCipheriv('aes-256-gcm', expected.subarray(32), iv)
    const sealed = Buffer.concat([cipher.update('x'), cipher.final(), cipher.getAuthTag()])
    const opened = await decrypt(keys.slotKey, iv, new Uint8Array(0), new Uint8Array(sealed))
    expect(opened).toEqual(new Uint8Array([0x78]))
  })

  it('[V3] keeps its slot key where nobody can read it out', async () => {
    const { slotKey } = await derivePassphrase(PASSPHRASE, EMAIL, asked().argon2)
    await expect(crypto.subtle.exportKey('raw', slotKey)).rejects.toThrow()
  })

  it('is the same in any Unicode form, and for an address in any case', async () => {
    const { argon2, inputs } = asked()
    const composed = await derivePassphrase(PASSPHRASE, EMAIL, argon2)
    const decomposed = await derivePassphrase(PASSPHRASE.normalize('NFD'), ' Ada@Example.ORG ', argon2)
    expect(decomposed.authPassword).toBe(composed.authPassword)
    expect(inputs[0]).toMatchObject({ memory: 65_536, passes: 3, lanes: 1, length: 64 })
  })

  it('gives something else for another address', async () => {
    const { argon2 } = asked()
    const [ada, bob] = await Promise.all(
      [EMAIL, 'bob@example.org'].map((at) => derivePassphrase(PASSPHRASE, at, argon2)),
    )
    expect(ada?.authPassword).not.toBe(bob?.authPassword)
  })

  it('is derived by the library as by OpenSSL', () => {
    const input = { password: new Uint8Array([1, 2, 3]), salt: new Uint8Array(16), memory: 256, passes: 3, lanes: 1 }
    for (const length of [32, 64]) expect(argon2id({ ...input, length })).toEqual(native({ ...input, length }))
  })
})
