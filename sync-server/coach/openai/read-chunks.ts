import { createParser } from 'eventsource-parser'
import * as z from 'zod'
import type { CoachErrorCode, Usage } from '../../../shared/coach/events.ts'
import { timer, whenAborted } from '../deadlines.ts'
import { codeInStream, errorIn, jsonIn } from './refusal.ts'
import type { OpenAiTimes } from './settings.ts'

/** What stands in a chunk of a reply. */
export interface Chunk {
  readonly text?: string
  readonly usage?: Usage
}

/** How the stream of a reply ended. */
export type ChunksEnd =
  /** `reason`: what the service calls it; undefined where it only says that it is over. */
  | { readonly kind: 'over'; readonly reason: string | undefined }
  | { readonly kind: 'failed'; readonly code: CoachErrorCode; readonly retryable: boolean }
  /** It broke off, or went silent. */
  | { readonly kind: 'broken'; readonly code: 'cut' | 'timeout' }
  | { readonly kind: 'aborted' }

/** Characters of one event that are kept while it comes: a service that sends more speaks another protocol. */
const MOST_OF_AN_EVENT = 256 * 1024

/**
 * The chunks of a reply, and how it ended, however it does. A reply is over when the service says so, by a reason or by `[DONE]`: a
 * stream that only stops has broken off.
 */
export async function* readChunks(
  body: ReadableStream<Uint8Array>,
  { idle, afterStop }: Pick<OpenAiTimes, 'idle' | 'afterStop'>,
  signal: AbortSignal,
): AsyncGenerator<Chunk, ChunksEnd> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  const events: string[] = []
  const parser = createParser({ onEvent: ({ data }) => events.push(data), maxBufferSize: MOST_OF_AN_EVENT })
  let reason: string | undefined
  let over = timer(idle)
  const abort = whenAborted(signal)
  try {
    for (;;) {
      const next = await Promise.race([nextOf(reader), over.whenOut, abort.whenAborted])
      if (next === 'aborted') return { kind: 'aborted' }
      if (next === 'out' || next === 'end' || next === 'broken') {
        if (reason !== undefined) return { kind: 'over', reason }
        if (signal.aborted) return { kind: 'aborted' }
        return { kind: 'broken', code: next === 'out' ? 'timeout' : 'cut' }
      }
      if (!feed(parser, decoder.decode(next, { stream: true }))) return PROTOCOL
      for (const data of events.splice(0)) {
        if (data.trim() === '[DONE]') return { kind: 'over', reason }
        const read = readChunk(data)
        if ('kind' in read) return reason === undefined ? read : { kind: 'over', reason }
        yield read.chunk
        if (reason === undefined && read.reason !== undefined) {
          reason = read.reason
          over.clear()
          over = timer(afterStop)
        }
      }
      if (reason === undefined) {
        over.clear()
        over = timer(idle)
      }
    }
  } finally {
    over.clear()
    abort.clear()
    // Not waited for: a service that hangs would hang this too.
    reader.cancel().catch(() => undefined)
  }
}

const PROTOCOL = { kind: 'failed', code: 'protocol', retryable: false } as const

/** Never rejects: nobody may wait for it any more when the stream breaks, and every platform throws something else. */
async function nextOf(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array | 'end' | 'broken'> {
  try {
    const { done, value } = await reader.read()
    return done ? 'end' : value
  } catch {
    return 'broken'
  }
}

/** False where the service sends an event without an end. */
function feed(parser: ReturnType<typeof createParser>, text: string): boolean {
  try {
    parser.feed(text)
    return true
  } catch {
    return false
  }
}

type Read =
  | { readonly chunk: Chunk; readonly reason?: string }
  | { readonly kind: 'failed'; readonly code: CoachErrorCode; readonly retryable: boolean }

function readChunk(data: string): Read {
  const parsed = chunkSchema.safeParse(jsonIn(data))
  if (!parsed.success) return PROTOCOL
  const { choices, usage, error } = parsed.data
  if (error != null) return { kind: 'failed', ...codeInStream(errorIn(data)) }
  const { delta, finish_reason } = choices?.[0] ?? {}
  return {
    chunk: {
      ...(delta?.content != null && { text: delta.content }),
      ...(usage != null && { usage: { prompt: usage.prompt_tokens, completion: usage.completion_tokens } }),
    },
    ...(finish_reason != null && finish_reason !== '' && { reason: finish_reason }),
  }
}

const count = z.int().min(0).catch(0)
const chunkSchema = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        delta: z.looseObject({ content: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: z.looseObject({ prompt_tokens: count, completion_tokens: count }).nullish(),
  error: z.unknown().optional(),
})
