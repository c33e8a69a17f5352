import * as z from 'zod'
import type { CoachErrorCode, CoachStop, Usage } from '../../../shared/coach/events.ts'
import { fail, ok, type Result } from '../../../shared/result/result.ts'
import { toOneEnd } from '../one-end.ts'
import type { Coach, CoachEnd, CoachEvent, CoachTurn } from '../port.ts'
import { Reply } from '../reply.ts'
import { ask, beginningOf } from './ask.ts'
import { type ChatMessage, promptFor } from './prompt.ts'
import { type ChunksEnd, readChunks } from './read-chunks.ts'
import { jsonIn } from './refusal.ts'
import type { OpenAiPlatform, OpenAiSettings } from './settings.ts'

/**
 * A model behind any service that speaks OpenAI's chat completions: a cloud's, or Ollama or llama.cpp on a machine of one's own. It
 * remembers nothing: every turn brings what it is to know, and nothing is left of it to take up or to forget.
 */
export function openaiCoach(settings: OpenAiSettings, platform: OpenAiPlatform): Coach {
  const { times } = platform
  return {
    kind: 'openai',
    probe: (signal) => probe(settings, platform, signal),
    send: (turn, signal) => toOneEnd((both) => send(settings, platform, turn, both), { ms: times.turn, signal }),
    async *resume({ partial }) {
      yield { type: 'error', code: 'cut', retryable: partial === '', accepted: 'yes', partial }
    },
    // Leaving the stream stops the model.
    cancel: async () => undefined,
    forget: async () => ok({ agents: 0, blocks: 0, archives: 0 }),
  }
}

async function* send(
  settings: OpenAiSettings,
  platform: OpenAiPlatform,
  turn: CoachTurn,
  signal: AbortSignal,
): AsyncGenerator<CoachEvent, void> {
  const messages = promptFor(turn)
  const body = {
    model: settings.model,
    messages,
    stream: true,
    stream_options: { include_usage: true },
  }
  const answer = await ask(settings, platform, { path: '/chat/completions', body, accept: 'text/event-stream' }, signal)
  if (!answer.ok) {
    yield { type: 'error', ...answer.failure, partial: '' }
    return
  }
  const reply = new Reply()
  let usage: Usage | undefined
  const chunks = readChunks(answer.value, platform.times, signal)
  let end: ChunksEnd | undefined
  try {
    while (end === undefined) {
      const next = await chunks.next()
      if (next.done === true) end = next.value
      else {
        usage = next.value.usage ?? usage
        const piece = next.value.text === undefined ? undefined : reply.add(next.value.text)
        if (piece !== undefined) yield { type: 'delta', text: piece.text }
        if (reply.full) end = { kind: 'over', reason: 'length' }
      }
    }
  } finally {
    await chunks.return({ kind: 'aborted' })
  }
  const last = reply.end()
  if (last !== undefined) yield { type: 'delta', text: last.text }
  yield endOf(end, reply.text, usage ?? estimated(messages, reply.text))
}

function endOf(end: ChunksEnd, text: string, usage: Usage): CoachEnd {
  const failed = (code: CoachErrorCode, retryable: boolean): CoachEnd => ({
    type: 'error',
    code,
    retryable,
    accepted: 'yes',
    partial: text,
    usage,
  })
  switch (end.kind) {
    case 'over': {
      const stop = end.reason === undefined ? 'end_turn' : STOPS[end.reason]
      // A model that says nothing, or stops for a reason that is none of a reply's, has failed.
      return stop === undefined || text === '' ? failed('llm', text === '') : { type: 'done', text, stop, usage }
    }
    case 'failed':
      return failed(end.code, end.retryable)
    // Asked again it would say something else: what has been said cannot be gone on with.
    case 'broken':
      return failed(end.code, text === '')
    case 'aborted':
      return failed('cancelled', true)
  }
}

const STOPS: Readonly<Record<string, CoachStop>> = {
  stop: 'end_turn',
  end_turn: 'end_turn',
  eos: 'end_turn',
  length: 'max_tokens',
}

/** Four bytes a token, about what tokenizers of today come to in English; other languages take more bytes and more tokens. */
const estimated = (messages: readonly ChatMessage[], text: string): Usage => ({
  prompt: tokensOf(messages.map(({ content }) => content).join('')),
  completion: tokensOf(text),
  estimated: true,
})
const tokensOf = (text: string) => Math.ceil(Buffer.byteLength(text) / 4)

/** Whether the service answers, takes the key and has the model, by the list of its models. */
async function probe(
  settings: OpenAiSettings,
  platform: OpenAiPlatform,
  signal: AbortSignal,
): Promise<Result<null, CoachErrorCode>> {
  const answer = await ask(settings, platform, { path: '/models', accept: 'application/json' }, signal)
  if (!answer.ok) return fail(answer.failure.code)
  const models = modelsSchema.safeParse(jsonIn(await beginningOf(answer.value, MOST_OF_A_LIST)))
  if (!models.success) return fail('protocol')
  const names = [settings.model, `${settings.model}:latest`]
  return models.data.data.some(({ id }) => names.includes(id)) ? ok(null) : fail('model_missing')
}

/** Bytes of a list of models. */
const MOST_OF_A_LIST = 1024 * 1024

const modelsSchema = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) })
