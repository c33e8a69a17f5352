import type { StoredKeys } from './sync-rows.ts'

/** For tests: keys as a vault has them, made at random. */
export async function testKeys(): Promise<StoredKeys> {
  const [indexKey, sealKey] = await Promise.all([
    crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
    crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
  ])
  return { indexKey, sealKey }
}
