import { PROTOCOL } from '../../../shared/sync/protocol.ts'
import { decrypt, encrypt, IV_BYTES } from './authenticated-cipher.ts'
import { joinedBytes } from './joined-bytes.ts'
import { type RandomBytes, type VaultKey, vaultKeyOf } from './vault-key.ts'

/** The vault key as an open device keeps it, so that it can make new keyslots. Can be stored in IndexedDB. */
export interface KeptVaultKey {
  /** AES-256-GCM, not extractable, made for this one purpose. */
  readonly keeper: CryptoKey
  readonly iv: Uint8Array<ArrayBuffer>
  readonly wrapped: Uint8Array<ArrayBuffer>
}

const PURPOSE = joinedBytes(`${PROTOCOL}/kept`)

/** Wraps a vault key for this device. The vault key itself is left as it is. */
export async function keepVaultKey(vaultKey: VaultKey, randomBytes: RandomBytes): Promise<KeptVaultKey> {
  const keeper = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const iv = randomBytes(IV_BYTES)
  return { keeper, iv, wrapped: await encrypt(keeper, iv, PURPOSE, vaultKey) }
}

/** Lends the vault key to `use`, and fills it with zeros when that is over. Throws where what was kept is damaged. */
export async function withVaultKey<Made>(
  { keeper, iv, wrapped }: KeptVaultKey,
  use: (vaultKey: VaultKey) => Promise<Made>,
): Promise<Made> {
  const bytes = await decrypt(keeper, iv, PURPOSE, wrapped)
  if (bytes === undefined) throw new Error('The key that this device keeps is damaged')
  try {
    return await use(vaultKeyOf(bytes))
  } finally {
    bytes.fill(0)
  }
}
