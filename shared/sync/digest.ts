/** Bytes of a digest. */
export const DIGEST_BYTES = 16

/**
 * [S7] What is hashed (SHA-256, of which the first 16 bytes count) for one document's part of an account's digest: the key
 * as UTF-8, the version as 8 bytes big-endian, and the SHA-256 of the envelope's bytes.
 */
export function digestMessage(key: string, version: number, envelopeHash: Uint8Array): Uint8Array<ArrayBuffer> {
  // A key is base64url, so a character is a byte.
  const message = new Uint8Array(key.length + 8 + envelopeHash.length)
  for (let index = 0; index < key.length; index += 1) message[index] = key.charCodeAt(index)
  new DataView(message.buffer).setBigUint64(key.length, BigInt(version))
  message.set(envelopeHash, key.length + 8)
  return message
}

/** Puts a document's part into a digest, or takes it out again: `digest` becomes `digest XOR part`. */
export function xorInto(digest: Uint8Array, part: Uint8Array): void {
  for (let index = 0; index < DIGEST_BYTES; index += 1) digest[index] = (digest[index] ?? 0) ^ (part[index] ?? 0)
}
