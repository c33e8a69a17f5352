import * as z from 'zod/mini'
import { deriveKeys, type VaultKeys } from './derive-keys.ts'
import { type KeptVaultKey, keepVaultKey } from './kept-vault-key.ts'
import type { RandomBytes, VaultKey } from './vault-key.ts'

/** Everything a device holds of a vault, in a form for IndexedDB: no key in it can be read out. */
export interface DeviceKeys extends VaultKeys {
  readonly kept: KeptVaultKey
}

/** [E3] What a device stores of a vault key. The vault key is filled with zeros. */
export async function makeDeviceKeys(vaultKey: VaultKey, randomBytes: RandomBytes): Promise<DeviceKeys> {
  try {
    const [keys, kept] = await Promise.all([deriveKeys(vaultKey), keepVaultKey(vaultKey, randomBytes)])
    return { ...keys, kept }
  } finally {
    vaultKey.fill(0)
  }
}

const keyOf = (algorithm: 'HMAC' | 'AES-GCM') =>
  z.custom<CryptoKey>((key) => key instanceof CryptoKey && key.algorithm.name === algorithm && !key.extractable)
const bytes = z.custom<Uint8Array<ArrayBuffer>>(
  (value) => value instanceof Uint8Array && value.buffer instanceof ArrayBuffer,
)

/** The keys of a device as they come out of its storage. */
export const deviceKeysSchema: z.ZodMiniType<DeviceKeys> = z.object({
  indexKey: keyOf('HMAC'),
  sealKey: keyOf('AES-GCM'),
  kept: z.object({ keeper: keyOf('AES-GCM'), iv: bytes, wrapped: bytes }),
})
