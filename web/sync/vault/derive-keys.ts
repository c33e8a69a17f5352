import { PROTOCOL } from '../../../shared/sync/protocol.ts'
import { derivedKey, derivingKey, SEALING, SIGNING } from './key-derivation.ts'
import type { VaultKey } from './vault-key.ts'

/** What a vault works with. Neither key is extractable; both can be kept in IndexedDB. */
export interface VaultKeys {
  /** HMAC-SHA-256: names documents. */
  readonly indexKey: CryptoKey
  /** AES-256-GCM: seals and opens them. */
  readonly sealKey: CryptoKey
}

/** [E3] The two keys that come from a vault key. The vault key itself is left as it is. */
export async function deriveKeys(vaultKey: VaultKey): Promise<VaultKeys> {
  const deriving = await derivingKey(vaultKey)
  const [indexKey, sealKey] = await Promise.all([
    derivedKey(deriving, `${PROTOCOL}/index`, SIGNING),
    derivedKey(deriving, `${PROTOCOL}/seal`, SEALING),
  ])
  return { indexKey, sealKey }
}
