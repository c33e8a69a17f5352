/** Where a file's bytes come from: a `File` or `Blob`, or pieces as they arrive. */
export type ByteSource =
  | AsyncIterable<Uint8Array>
  | { readonly size: number; readonly stream: () => ReadableStream<Uint8Array> }

/** No piece handed on is larger, so the text in hand stays small whatever the source does. */
const PIECE_BYTES = 256 * 1024

/** The source's size in bytes; 0 where it is not known beforehand. */
export const sizeOf = (source: ByteSource): number => ('size' in source ? source.size : 0)

/** The source's bytes in pieces of at most 256 KiB. */
export async function* bytesOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  for await (const bytes of 'stream' in source ? streamed(source.stream()) : source)
    for (let start = 0; start < bytes.length; start += PIECE_BYTES) yield bytes.subarray(start, start + PIECE_BYTES)
}

/** The first `count` bytes, or fewer of a shorter source. */
export async function headOf(source: ByteSource, count: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of bytesOf(source)) {
    pieces.push(piece)
    length += piece.length
    if (length >= count) break
  }
  const head = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    head.set(piece, at)
    at += piece.length
  }
  return head.subarray(0, count)
}

// Safari's streams are not iterable.
async function* streamed(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel()
  }
}
