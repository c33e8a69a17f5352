import type { ServerResponse } from 'node:http'

/** What may go wrong with a stream on its way. Frames are counted from 1, whatever they hold. */
export type StreamFault =
  /** The connection is destroyed after so many frames. */
  | { readonly kind: 'destroy'; readonly after: number }
  /** The answer ends properly, and too early. */
  | { readonly kind: 'end'; readonly after: number }
  /** Half of the next frame comes, and then the answer ends, or the connection is destroyed. */
  | { readonly kind: 'half-frame'; readonly after: number; readonly ending: 'end' | 'destroy' }
  /** The next frame with a character of several bytes breaks off in its middle. */
  | { readonly kind: 'mid-character'; readonly after: number; readonly ending: 'end' | 'destroy' }
  /** Nothing more comes, and the connection stays. */
  | { readonly kind: 'stall'; readonly after: number }
  /** A frame that is no JSON. */
  | { readonly kind: 'bad-json'; readonly after: number }
  /** The connection stays open after the last frame. */
  | { readonly kind: 'hold' }
  /** Bytes come so many at a time. */
  | { readonly kind: 'split'; readonly bytes: number }
  | { readonly kind: 'crlf' }
  /** Frames and comments that say nothing come between the others. */
  | { readonly kind: 'noise' }
  /** The head of the answer comes late, in ms. */
  | { readonly kind: 'late'; readonly ms: number }
  /** A page of somebody else comes in the place of the stream. */
  | { readonly kind: 'html' }

/** Writes a stream of frames, each the text after `data: ` or a whole frame where it begins with `event:`. */
export async function writeFrames(
  response: ServerResponse,
  frames: AsyncIterable<string>,
  fault: StreamFault | undefined,
): Promise<void> {
  if (fault?.kind === 'html') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Welcome to the proxy</title>')
    return
  }
  if (fault?.kind === 'late') await new Promise((resolve) => setTimeout(resolve, fault.ms))
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.flushHeaders()
  let written = 0
  for await (const frame of frames) {
    const bytes = bytesOf(frame, fault)
    if (fault !== undefined && 'after' in fault && written >= fault.after) {
      const isOver = breakOff(response, frame, bytes, fault)
      if (isOver) return
    }
    if (fault?.kind === 'noise') response.write(`: comment ${written}\n\nevent: unknown\ndata: {"a":1}\n\n`)
    if (fault?.kind === 'split') for (const part of partsOf(bytes, fault.bytes)) await writtenPart(response, part)
    else response.write(bytes)
    written += 1
    if (response.destroyed) return
  }
  if (fault?.kind !== 'hold') response.end()
}

/** Whether nothing more is written. */
function breakOff(
  response: ServerResponse,
  frame: string,
  bytes: Buffer,
  fault: Extract<StreamFault, { readonly after: number }>,
): boolean {
  switch (fault.kind) {
    case 'destroy':
      destroySoon(response)
      return true
    case 'end':
      response.end()
      return true
    case 'stall':
      return true
    case 'bad-json':
      response.write('data: {"message_type":"assistant_mess\n\n')
      return false
    case 'half-frame':
      finish(response, bytes.subarray(0, bytes.length >> 1), fault.ending)
      return true
    case 'mid-character': {
      const at = bytes.findIndex((byte) => byte >= 0xc0)
      if (at === -1 || frame.startsWith('event:')) return false
      finish(response, bytes.subarray(0, at + 1), fault.ending)
      return true
    }
  }
}

function finish(response: ServerResponse, bytes: Buffer, ending: 'end' | 'destroy'): void {
  response.write(bytes)
  if (ending === 'end') response.end()
  else destroySoon(response)
}

/** After what was written has left. */
const destroySoon = (response: ServerResponse) => setTimeout(() => response.destroy(), 10)

function bytesOf(frame: string, fault: StreamFault | undefined): Buffer {
  const whole = frame.startsWith('event:') ? `${frame}\n\n` : `data: ${frame}\n\n`
  return Buffer.from(fault?.kind === 'crlf' ? whole.replaceAll('\n', '\r\n') : whole)
}

const partsOf = (bytes: Buffer, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size))

const writtenPart = (response: ServerResponse, part: Buffer) =>
  new Promise<void>((resolve) => {
    response.write(part, () => resolve())
  })
