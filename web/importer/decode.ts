import type { Layout } from './import-types.ts'

export type Encoding = Layout['encoding']

/** How a file's bytes become text, and what gave it away; or that they are no text at all. */
export type EncodingGuess =
  | { readonly kind: 'text'; readonly encoding: Encoding; readonly because: string; readonly sure: boolean }
  | { readonly kind: 'binary'; readonly because: string }

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly name: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'a ZIP archive (or an Excel workbook)' },
  { bytes: [0x1f, 0x8b], name: 'a gzip archive' },
  { bytes: [0x25, 0x50, 0x44, 0x46], name: 'a PDF' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG picture' },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'a GIF picture' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Excel workbook' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], name: 'a SQLite database' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], name: 'a 7-Zip archive' },
]

/** Guesses the encoding from the beginning of a file, cut anywhere. */
export function sniffEncoding(head: Uint8Array): EncodingGuess {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return text('utf-8', 'It begins with a UTF-8 mark.')
  if (startsWith(head, [0xff, 0xfe])) return text('utf-16le', 'It begins with a UTF-16 mark.')
  if (startsWith(head, [0xfe, 0xff])) return text('utf-16be', 'It begins with a UTF-16 mark.')
  const known = SIGNATURES.find(({ bytes }) => startsWith(head, bytes))
  if (known !== undefined) return { kind: 'binary', because: `It is ${known.name}.` }

  const zeros = countZeros(head)
  if (zeros.even + zeros.odd > 0) {
    // Latin text in UTF-16 has a zero in every other byte, always on the same side.
    const half = head.length / 2
    if (zeros.odd > half * 0.6 && zeros.even < half * 0.05)
      return text('utf-16le', 'Every other byte is zero, as in UTF-16.')
    if (zeros.even > half * 0.6 && zeros.odd < half * 0.05)
      return text('utf-16be', 'Every other byte is zero, as in UTF-16.')
    return { kind: 'binary', because: 'It holds zero bytes, which text does not.' }
  }
  if (controlShare(head) > 0.02) return { kind: 'binary', because: 'It holds control characters, which text does not.' }
  if (isUtf8(head)) return text('utf-8', 'It is valid UTF-8.')
  return {
    kind: 'text',
    encoding: 'windows-1252',
    because: 'It is no valid UTF-8, so it is read as Windows-1252.',
    sure: true,
  }
}

/** The text of a file's beginning; a character cut at the end is left out. */
export function decodeHead(head: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(head, { stream: true })
}

/**
 * Decodes a stream piece by piece; the byte order mark is dropped. Bytes that are no text become U+FFFD: one broken
 * byte does not cost the file.
 */
export async function* decodeStream(source: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const bytes of source) yield decoder.decode(bytes, { stream: true })
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

const text = (encoding: Encoding, because: string): EncodingGuess => ({ kind: 'text', encoding, because, sure: true })

const startsWith = (head: Uint8Array, bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte)

function countZeros(head: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 }
  for (let index = 0; index < head.length; index++) {
    if (head[index] !== 0) continue
    if (index % 2 === 0) zeros.even++
    else zeros.odd++
  }
  return zeros
}

function controlShare(head: Uint8Array): number {
  let controls = 0
  for (const byte of head)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls++
  return head.length === 0 ? 0 : controls / head.length
}

function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
