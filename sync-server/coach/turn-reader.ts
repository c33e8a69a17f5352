import type { TurnEvent } from '../../shared/coach/events.ts'
import { readFrame } from '../../shared/coach/turn.ts'

/** What a test has heard of a turn. */
export interface HeardTurn {
  /** All deltas, joined. */
  readonly text: string
  /** The `id` of the last frame. */
  readonly at: number
  readonly ends: readonly TurnEvent[]
  readonly heartbeats: number
}

export interface TurnReader {
  readonly heard: HeardTurn
  /** Resolves when so much text has come, in UTF-16 code units, or nothing comes any more. */
  until(length: number): Promise<HeardTurn>
  /** Resolves when the stream is over. */
  readonly over: Promise<HeardTurn>
  /** Goes away, as a browser does. */
  leave(): Promise<void>
}

/** Reads a stream of frames as it comes. Throws for what is none, for half a character, and for what comes after an end. */
export function readTurn(response: Response): TurnReader {
  if (!(response.headers.get('content-type') ?? '').startsWith('text/event-stream') || response.body === null)
    throw new Error(`no stream, but ${response.status}`)
  const reader = response.body.getReader()
  let heard: HeardTurn = { text: '', at: 0, ends: [], heartbeats: 0 }
  const waiting = new Set<() => void>()
  const over = read().finally(() => {
    for (const wake of [...waiting]) wake()
  })
  // Whoever asks for `over` is told what went wrong; a test that only leaves needs no word of it.
  over.catch(() => undefined)

  async function read(): Promise<HeardTurn> {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    let rest = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      rest += decoder.decode(value, { stream: true })
      const parts = rest.split('\n\n')
      rest = parts.pop() ?? ''
      for (const part of parts) heard = take(heard, part)
      for (const wake of [...waiting]) wake()
    }
    if (rest !== '') throw new Error('half a frame')
    return heard
  }
  return {
    get heard() {
      return heard
    },
    async until(length) {
      while (heard.text.length < length && heard.ends.length === 0) {
        const more = new Promise<void>((resolve) => waiting.add(resolve))
        await Promise.race([more, over])
      }
      return heard
    },
    over,
    async leave() {
      await reader.cancel()
      // Left in the middle of a frame or not, is nobody's concern any more.
      await over.catch(() => undefined)
    },
  }
}

function take(heard: HeardTurn, part: string): HeardTurn {
  if (part === ':') return { ...heard, heartbeats: heard.heartbeats + 1 }
  const [, id, name = '', data = ''] = /^id: (\d+)\nevent: (\w+)\ndata: (.*)$/.exec(part) ?? []
  const event = readFrame(name, data)
  if (event === undefined) throw new Error(`no frame: ${part}`)
  if (heard.ends.length > 0) throw new Error('more came after the end')
  if (event.type !== 'delta') return { ...heard, at: Number(id), ends: [event] }
  if (!event.text.isWellFormed()) throw new Error('half a character')
  return { ...heard, at: Number(id), text: heard.text + event.text }
}
