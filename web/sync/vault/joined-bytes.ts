const encoder = new TextEncoder()

/** Texts as one, with a zero byte between them, in UTF-8. Only the last may hold a zero byte for this to be unambiguous. */
export function joinedBytes(...parts: readonly string[]): Uint8Array<ArrayBuffer> {
  return encoder.encode(parts.join('\0'))
}
