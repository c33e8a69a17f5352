import { canonicalJson } from '../../../shared/document/canonical-json.ts'
import type { Document } from '../../../shared/document/document.ts'
import { parseDocument } from '../../../shared/document/document-schema.ts'
import { isPlainObject } from '../../../shared/document/json.ts'
import { padme } from './padme.ts'

/** Ends the JSON; only zeros follow. */
const END = 0x80

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** [E2] What is sealed of a document: its canonical JSON `{ c, i, f, s }`, padded by PADMÉ. */
export function plainTextOf({ collection, id, fields, stamps }: Document): Uint8Array<ArrayBuffer> {
  const json = encoder.encode(canonicalJson({ c: collection, i: id, f: fields, s: stamps }))
  const padded = new Uint8Array(padme(json.length + 1))
  padded.set(json)
  padded[json.length] = END
  return padded
}

/** The document that a plain text holds, or undefined where it holds none that may be stored. */
export function documentOf(plainText: Uint8Array): Document | undefined {
  let end = plainText.length - 1
  while (end >= 0 && plainText[end] === 0) end -= 1
  if (plainText[end] !== END) return undefined
  const content = contentOf(plainText.subarray(0, end))
  if (!isPlainObject(content)) return undefined
  const { c: collection, i: id, f: fields, s: stamps } = content
  const parsed = parseDocument({ collection, id, fields, stamps })
  // What is wrong with it is not passed on: it names fields.
  return 'document' in parsed ? parsed.document : undefined
}

function contentOf(json: Uint8Array): unknown {
  try {
    const content: unknown = JSON.parse(decoder.decode(json))
    return content
  } catch (error) {
    // No UTF-8, or no JSON.
    if (error instanceof TypeError || error instanceof SyntaxError) return undefined
    throw error
  }
}
