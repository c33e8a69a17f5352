import { base64urlnopad } from '@scure/base'
import { canonicalJson } from '../../../shared/document/canonical-json.ts'
import { parseDocument } from '../../../shared/document/document-schema.ts'
import { fail, ok } from '../../../shared/result/result.ts'
import type { EnvelopeKey } from '../../../shared/sync/messages.ts'
import type { OpenVault } from '../vault/open-vault.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const MASK = 0x5a
const NONCE_BYTES = 4

/**
 * For tests that seal more than the real vault can in their time: hides nothing from anybody, but seals the same document
 * to other bytes each time, opens nothing that was changed, and refuses what was sealed under another name.
 */
export function testVault(): OpenVault {
  let sealed = 0
  const nameOf = (collection: string, id: string) => nameFor(`${collection}\0${id}`)
  return {
    keyOf: async (collection, id) => nameOf(collection, id),
    async seal(document) {
      const { collection, id, fields, stamps } = document
      const json = encoder.encode(canonicalJson({ collection, id, fields, stamps }))
      const envelope = new Uint8Array(NONCE_BYTES + json.length)
      new DataView(envelope.buffer).setUint32(0, ++sealed)
      for (const [at, byte] of json.entries()) envelope[NONCE_BYTES + at] = byte ^ MASK
      return { key: nameOf(collection, id), envelope }
    },
    async open(key, envelope) {
      const json = decoder.decode(envelope.subarray(NONCE_BYTES).map((byte) => byte ^ MASK))
      const document = documentOf(json)
      if (document === undefined) return fail({ kind: 'key', message: 'It does not open.' })
      return nameOf(document.collection, document.id) === key
        ? ok(document)
        : fail({ kind: 'content', message: 'Another document.' })
    },
  }
}

/** 16 bytes of a name; names that differ in tests are short and differ here. */
function nameFor(text: string): EnvelopeKey {
  const bytes = new Uint8Array(16)
  for (const [at, byte] of encoder.encode(text).entries())
    bytes[at % 16] = (Math.imul(bytes[at % 16] ?? 0, 31) + byte + at) & 0xff
  return base64urlnopad.encode(bytes) as EnvelopeKey
}

function documentOf(json: string) {
  try {
    const parsed = parseDocument(JSON.parse(json))
    return 'document' in parsed ? parsed.document : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
