import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { deriveCode, makeCodeSecret } from './code-keys.ts'
import { deriveKeys } from './derive-keys.ts'
import { deviceKeysSchema, makeDeviceKeys } from './device-keys.ts'
import { withVaultKey } from './kept-vault-key.ts'
import { makeKeyslot, openKeyslot } from './keyslot.ts'
import { openVault } from './make-vault.ts'
import { makeVaultKey, type RandomBytes, vaultKeyOf } from './vault-key.ts'

const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))

/** The value after it has been in IndexedDB. */
function stored(value: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(crypto.randomUUID(), 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('vault')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const store = opening.result.transaction('vault', 'readwrite').objectStore('vault')
      store.put(value, 'keys')
      const reading = store.get('keys')
      reading.onerror = () => reject(reading.error)
      reading.onsuccess = () => resolve(reading.result)
    }
  })
}

describe('the keys of a device', () => {
  it('[E3] survive IndexedDB, open what was sealed before, and none of them can be read out', async () => {
    const vaultKey = makeVaultKey(randomBytes)
    const before = openVault({ accountId: 'a', keys: await deriveKeys(vaultKey), randomBytes })
    const sealed = await before.seal({ collection: 'day', id: '2026-11-23', fields: {}, stamps: {} })
    const keys = deviceKeysSchema.parse(await stored(await makeDeviceKeys(vaultKey, randomBytes)))
    const after = openVault({ accountId: 'a', keys, randomBytes })
    expect(await after.open(sealed.key, sealed.envelope)).toMatchObject({ ok: true })
    for (const key of [keys.indexKey, keys.sealKey, keys.kept.keeper])
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  })

  it('[E3] hold no bytes of the vault key, and leave none behind', async () => {
    const vaultKey = makeVaultKey(randomBytes)
    const bytes = Buffer.from(vaultKey)
    const { kept } = await makeDeviceKeys(vaultKey, randomBytes)
    expect(Buffer.from(vaultKey)).toEqual(Buffer.alloc(32))
    expect(Buffer.from(kept.wrapped).includes(bytes.subarray(0, 8))).toBe(false)
    const lent = await withVaultKey(kept, (key) => {
      expect(Buffer.from(key)).toEqual(bytes)
      return Promise.resolve(key)
    })
    expect(Buffer.from(lent)).toEqual(Buffer.alloc(32))
  })

  it('[V4] make a new way into the vault when all others are lost', async () => {
    const vaultKey = makeVaultKey(randomBytes)
    const bytes = Buffer.from(vaultKey)
    const { kept } = deviceKeysSchema.parse(await stored(await makeDeviceKeys(vaultKey, randomBytes)))
    const { slotKey } = await deriveCode(makeCodeSecret(randomBytes), 'recovery')
    const slot = await withVaultKey(kept, (lent) =>
      makeKeyslot({ accountId: 'a', kind: 'recovery', slotKey, kdf: null, vaultKey: lent, randomBytes }),
    )
    expect(await openKeyslot(slot, slotKey, 'a')).toEqual({ ok: true, value: vaultKeyOf(new Uint8Array(bytes)) })
  })

  it('say when what was kept is damaged', async () => {
    const { kept } = await makeDeviceKeys(makeVaultKey(randomBytes), randomBytes)
    const damaged = { ...kept, wrapped: kept.wrapped.slice(1) }
    await expect(withVaultKey(damaged, () => Promise.resolve())).rejects.toThrow('damaged')
  })

  it('are refused from storage where one is missing, of another kind, or could be read out', async () => {
    const keys = await makeDeviceKeys(makeVaultKey(randomBytes), randomBytes)
    const readable = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt'])
    for (const bad of [undefined, {}, { ...keys, sealKey: keys.indexKey }, { ...keys, sealKey: readable }])
      expect(deviceKeysSchema.safeParse(bad).success).toBe(false)
  })
})
