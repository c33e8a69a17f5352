/** Gives this many random bytes: `crypto.getRandomValues` in the app. */
export type RandomBytes = (length: number) => Uint8Array<ArrayBuffer>

/** The bytes that everything of an account is sealed under. Whoever holds them fills them with zeros after use. */
export type VaultKey = Uint8Array<ArrayBuffer> & { readonly __brand: 'VaultKey' }

export const VAULT_KEY_BYTES = 32

/** Makes the key of a new vault: once for an account, on its first device. */
export function makeVaultKey(randomBytes: RandomBytes): VaultKey {
  return vaultKeyOf(randomBytes(VAULT_KEY_BYTES))
}

/** The bytes as a vault key. Throws RangeError where they are not 32: nothing that was unwrapped whole is shorter. */
export function vaultKeyOf(bytes: Uint8Array<ArrayBuffer>): VaultKey {
  if (bytes.length !== VAULT_KEY_BYTES) throw new RangeError('A vault key has 32 bytes')
  return bytes as VaultKey
}
