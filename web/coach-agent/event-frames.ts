/** A frame of an event stream: its name, its data, and the `id` it came with, 0 where it had none. */
export interface EventFrame {
  readonly id: number
  readonly name: string
  readonly data: string
}

/** Characters of a frame at most: a reply of 64 KiB, escaped in JSON at its worst, and then some. */
const MOST_CHARACTERS = 512 * 1024

/**
 * The frames of an event stream as they come. Comments (heartbeats) are none. A frame that is not whole when the stream ends is
 * dropped, as the format demands; a stream that breaks is a stream that ends. One that never ends a frame is given up.
 */
export async function* eventFrames(stream: ReadableStream<Uint8Array>): AsyncGenerator<EventFrame> {
  const reader = stream.getReader()
  // One decoder for all of it: a chunk may end inside a character.
  const decoder = new TextDecoder()
  let held = ''
  try {
    for (;;) {
      const { done, value } = await readOrEnd(reader)
      if (done) return
      held += decoder.decode(value, { stream: true })
      let end = held.indexOf('\n\n')
      while (end >= 0) {
        const frame = frameOf(held.slice(0, end))
        held = held.slice(end + 2)
        if (frame !== undefined) yield frame
        end = held.indexOf('\n\n')
      }
      if (held.length > MOST_CHARACTERS) return
    }
  } finally {
    // Whoever stops listening lets go of the connection.
    await reader.cancel().catch(() => undefined)
  }
}

async function readOrEnd(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }> {
  try {
    return await reader.read()
  } catch {
    // The connection is gone or was called off: either way nothing more comes.
    return { done: true }
  }
}

function frameOf(text: string): EventFrame | undefined {
  const fields = new Map<string, string>()
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) fields.set(line.slice(0, colon), line.slice(colon + 1).replace(/^ /, ''))
  }
  const [name, data, id] = [fields.get('event'), fields.get('data'), Number(fields.get('id') ?? 0)]
  return name === undefined || data === undefined ? undefined : { name, data, id: Number.isSafeInteger(id) ? id : 0 }
}
