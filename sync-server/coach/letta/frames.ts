import * as z from 'zod'
import type { Usage } from '../../../shared/coach/events.ts'
import { bodySchema, type Trouble, troubleInStream } from './trouble.ts'

/** What stands in a frame of a stream, as far as it matters here. */
export interface Frame {
  readonly runId?: string
  readonly text?: string
  /** Where the stream can be taken up again after this frame. */
  readonly cursor?: number
  readonly usage?: Usage
  readonly stop?: string
  readonly trouble?: Trouble
}

/** Reads a frame. Those of an unknown kind are there, and say nothing: the cloud sends some. */
export function readFrame(raw: unknown): Frame {
  const parsed = frameSchema.safeParse(raw)
  if (!parsed.success) return {}
  const { message_type, run_id, seq_id, content, stop_reason, prompt_tokens, completion_tokens } = parsed.data
  const place = { ...(run_id != null && { runId: run_id }), ...(seq_id != null && { cursor: seq_id }) }
  switch (message_type) {
    case 'assistant_message':
      return { ...place, text: textOf(content) }
    case 'usage_statistics':
      return { ...place, usage: { prompt: prompt_tokens ?? 0, completion: completion_tokens ?? 0 } }
    case 'stop_reason':
      return { ...place, stop: stop_reason ?? '' }
    case 'error_message':
      return { ...place, trouble: troubleInStream(bodySchema.parse(raw)) }
    default:
      return place
  }
}

/** The text of a message: a string, or parts, of which some are text. */
export const contentSchema = z
  .union([z.string(), z.array(z.looseObject({ type: z.string(), text: z.string().nullish() }))])
  .nullish()
export const textOf = (content: z.infer<typeof contentSchema>): string =>
  typeof content === 'string'
    ? content
    : (content ?? []).map((part) => (part.type === 'text' ? (part.text ?? '') : '')).join('')

const count = z.int().min(0).nullish().catch(null)
const frameSchema = z.looseObject({
  message_type: z.string(),
  run_id: z.string().nullish().catch(null),
  seq_id: count,
  content: contentSchema.catch(null),
  stop_reason: z.string().nullish().catch(null),
  prompt_tokens: count,
  completion_tokens: count,
})
