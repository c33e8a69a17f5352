import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod'
import { ANSWER } from './letta-double.ts'
import { answerJson, type LocalServer, startLocalServer } from './local-server.ts'
import { faultFor, type PlannedFault, type SeenRequest } from './request-faults.ts'
import { writeFrames } from './stream-faults.ts'

export interface OpenAiDouble extends LocalServer {
  /** What `/chat/completions` comes after. */
  readonly baseUrl: string
  readonly apiKey: string
  readonly model: string
  readonly requests: SeenRequest[]
  /** Each is used up by requests it matches, the first first. */
  readonly faults: PlannedFault[]
  /** What the model says, piece by piece. */
  answer: readonly string[]
  readonly service: OpenAiService
}

export interface OpenAiService {
  /** Why it says that a reply is over; null: it does not say. */
  finish: string | null
  /** Whether it says what was used. */
  countsTokens: boolean
  /** Whether the stream ends with `[DONE]`. */
  saysDone: boolean
  /** An error in the stream, after the answer and in the place of its end. */
  error: unknown
  /** Between two pieces of an answer, in ms. */
  pauseMs: number
}

/** A service of the tests that speaks OpenAI's chat completions, on this machine, and what may go wrong with it. */
export async function startOpenAiDouble(): Promise<OpenAiDouble> {
  const local = await startLocalServer(async (request, body, response) => {
    double.requests.push({ method: request.method ?? '', path: request.url ?? '', body, headers: request.headers })
    await answer(double, request, body, response)
  })
  const double: OpenAiDouble = {
    ...local,
    baseUrl: `${local.url}/v1`,
    apiKey: 'key-of-the-double',
    model: 'tiny-1',
    requests: [],
    faults: [],
    answer: ANSWER,
    service: { finish: 'stop', countsTokens: true, saysDone: true, error: undefined, pauseMs: 0 },
  }
  return double
}

async function answer(
  double: OpenAiDouble,
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
): Promise<void> {
  const line = `${request.method} ${request.url}`
  const fault = faultFor(double.faults, line)
  if (fault?.kind === 'reset') {
    request.socket.destroy()
    return
  }
  if (fault?.kind === 'status') return answerJson(response, fault.status, fault.body, fault.headers)
  if (request.headers.authorization !== `Bearer ${double.apiKey}`)
    return answerJson(response, 401, { error: { message: 'Incorrect API key provided', code: 'invalid_api_key' } })
  if (line === 'GET /v1/models')
    return answerJson(response, 200, { object: 'list', data: [{ id: double.model, object: 'model' }] })
  if (line !== 'POST /v1/chat/completions') return answerJson(response, 404, { detail: 'Not Found' })
  const asked = askedSchema.safeParse(JSON.parse(body))
  if (!asked.success) return answerJson(response, 400, { error: { message: asked.error.message } })
  if (asked.data.model !== double.model)
    return answerJson(response, 404, {
      error: { message: `The model '${asked.data.model}' does not exist`, code: 'model_not_found' },
    })
  await writeFrames(response, chunks(double), fault)
}

async function* chunks({ answer: pieces, model, service }: OpenAiDouble): AsyncGenerator<string> {
  const chunk = (more: object) => JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', model, ...more })
  const choice = (delta: object, finish_reason: string | null) =>
    chunk({ choices: [{ index: 0, delta, finish_reason }] })
  yield choice({ role: 'assistant', content: '' }, null)
  for (const content of pieces) {
    if (service.pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, service.pauseMs))
    yield choice({ content }, null)
  }
  if (service.error !== undefined) {
    yield JSON.stringify(service.error)
    return
  }
  if (service.finish !== null) yield choice({}, service.finish)
  if (service.countsTokens) yield chunk({ choices: [], usage: { prompt_tokens: 345, completion_tokens: 12 } })
  if (service.saysDone) yield '[DONE]'
}

const askedSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })).min(2),
  stream: z.literal(true),
  stream_options: z.object({ include_usage: z.literal(true) }),
})
