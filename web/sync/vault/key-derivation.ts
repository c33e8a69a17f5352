const encoder = new TextEncoder()
const EMPTY = new Uint8Array(0)

type Derived = { readonly algorithm: HmacKeyGenParams | AesKeyGenParams; readonly usages: readonly KeyUsage[] }

/** An AES-256-GCM key that encrypts and decrypts. */
export const SEALING: Derived = { algorithm: { name: 'AES-GCM', length: 256 }, usages: ['encrypt', 'decrypt'] }

/** An HMAC-SHA-256 key of 32 bytes; without the length WebCrypto would derive 64. */
export const SIGNING: Derived = { algorithm: { name: 'HMAC', hash: 'SHA-256', length: 256 }, usages: ['sign'] }

/** A key that gives other keys. `secret` has to be random: nothing here slows a guesser down. */
export function derivingKey(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey', 'deriveBits'])
}

/** A key that is not extractable, by HKDF-SHA-256 (RFC 5869) with an empty salt. `info` says what the key is for. */
export function derivedKey(from: CryptoKey, info: string, { algorithm, usages }: Derived): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(hkdf(info), from, algorithm, false, [...usages])
}

/** 32 bytes, derived as a key is. */
export async function derivedBytes(from: CryptoKey, info: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf(info), from, 256))
}

const hkdf = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: EMPTY, info: encoder.encode(info) })
