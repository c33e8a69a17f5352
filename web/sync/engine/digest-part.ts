import { sha256 } from '@noble/hashes/sha2.js'
import { DIGEST_BYTES, digestMessage } from '../../../shared/sync/digest.ts'
import type { EnvelopeKey } from '../../../shared/sync/messages.ts'

/**
 * [S7] A document's part of the account's digest, 16 bytes. Not by WebCrypto: two hashes of half a kilobyte take 15 µs
 * here, and there each of them takes longer to come back.
 */
export function digestPart(key: EnvelopeKey, version: number, envelope: Uint8Array): Uint8Array {
  return sha256(digestMessage(key, version, sha256(envelope))).slice(0, DIGEST_BYTES)
}
