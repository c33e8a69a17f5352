const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const CODES = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0))
const VALUES = new Uint8Array(128)
for (const [value, code] of CODES.entries()) VALUES[code] = value

const ascii = new TextDecoder('latin1')

/** Bytes as base64url without padding. By tables, because a page is a megabyte and not every browser has its own yet. */
export function toBase64url(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil((bytes.length * 4) / 3))
  let at = 0
  for (let index = 0; index < bytes.length; index += 3) {
    const three = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0)
    // What is written past the end of an array is dropped.
    text[at] = CODES[three >> 18] ?? 0
    text[at + 1] = CODES[(three >> 12) & 63] ?? 0
    text[at + 2] = CODES[(three >> 6) & 63] ?? 0
    text[at + 3] = CODES[three & 63] ?? 0
    at += 4
  }
  return ascii.decode(text)
}

/** The bytes of a text that is known to be base64url: messages are checked as they come in. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let at = 0
  for (let index = 0; index < text.length; index += 4) {
    const four =
      (valueAt(text, index) << 18) |
      (valueAt(text, index + 1) << 12) |
      (valueAt(text, index + 2) << 6) |
      valueAt(text, index + 3)
    bytes[at] = four >> 16
    bytes[at + 1] = four >> 8
    bytes[at + 2] = four
    at += 3
  }
  return bytes
}

// Past the end charCodeAt is NaN, and so is no place in the table.
const valueAt = (text: string, index: number) => VALUES[text.charCodeAt(index)] ?? 0
