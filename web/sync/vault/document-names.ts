import { base64urlnopad } from '@scure/base'
import type { EnvelopeKey } from '../../../shared/sync/messages.ts'
import { joinedBytes } from './joined-bytes.ts'

const KEY_BYTES = 16

/** Names remembered at once: some ten years of documents, in a few megabytes. */
const MOST_NAMES = 20_000

/**
 * [E3] Names documents by HMAC. Remembers names, because whoever opens a document mostly seals it soon, and asking WebCrypto
 * costs as much as the sealing: 1 000 conflicting edits on two devices took half as long again without.
 */
export function documentNames(indexKey: CryptoKey): (collection: string, id: string) => Promise<EnvelopeKey> {
  const names = new Map<string, EnvelopeKey>()
  return async (collection, id) => {
    // The same text that is signed.
    const text = `${collection}\0${id}`
    const known = names.get(text)
    if (known !== undefined) return known
    const mac = await crypto.subtle.sign('HMAC', indexKey, joinedBytes(text))
    const name = base64urlnopad.encode(new Uint8Array(mac, 0, KEY_BYTES)) as EnvelopeKey
    if (names.size >= MOST_NAMES) names.clear()
    names.set(text, name)
    return name
  }
}
