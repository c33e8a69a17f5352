import type { EnvelopeKey } from '../../shared/sync/messages.ts'

/** Bytes of a key. */
const KEY_BYTES = 16

/** A key as it is stored: its 16 bytes instead of 22 characters. */
export const keyToBytes = (key: EnvelopeKey): Buffer => Buffer.from(key, 'base64url')

/** The key of stored bytes. Throws for bytes that no key has. */
export function keyFromBytes(bytes: Uint8Array): EnvelopeKey {
  if (bytes.length !== KEY_BYTES) throw new Error(`a stored key has ${bytes.length} bytes`)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64url') as EnvelopeKey
}
