import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod'
import { answerLettaResource } from './letta-resources.ts'
import { type ModelOutcome, runTurn } from './letta-run.ts'
import { framesOf, type LettaRun, type LettaState, newId, newState } from './letta-state.ts'
import { answerJson, type LocalServer, startLocalServer } from './local-server.ts'
import { faultFor, type PlannedFault, type SeenRequest } from './request-faults.ts'
import { type StreamFault, writeFrames } from './stream-faults.ts'

export interface LettaDouble extends LocalServer {
  readonly apiKey: string
  readonly state: LettaState
  readonly requests: SeenRequest[]
  /** Each is used up by requests it matches, the first first. */
  readonly faults: PlannedFault[]
  /** What the model does with the next questions; when it is empty it says `answer`. */
  readonly outcomes: ModelOutcome[]
  answer: readonly string[]
  /** What the server is like. */
  readonly server: LettaServer
}

export interface LettaServer {
  /** Without it nothing runs in the background, no conversation is locked, and no message is known again. */
  redis: boolean
  /** In which direction `before` and `after` go: along time, or along the order that was asked for. */
  paging: 'along-time' | 'along-order'
  /** How a server says that an agent waits for a leave. */
  pendingBy: 'status' | 'stream'
  /** Characters of a block; undefined: it does not look. */
  blockLimit: number | undefined
  models: readonly string[]
  /** Between two pieces of an answer, in ms. */
  pauseMs: number
  /** Tools that it gives to every new agent, whatever was asked for. */
  defaultTools: readonly string[]
}

/** With characters of every length, and halves of pairs in frames of their own. */
export const ANSWER = [
  'You ',
  'slept ',
  '7 h ',
  '👩‍👩‍👧 wäll',
  '\ud83d',
  '\udc4b',
  '🏽 日本',
  ' — \n\n**good**',
  '.',
] as const

/** A Letta server of the tests, on this machine: its wire protocol, and what may go wrong with it. */
export async function startLettaDouble(): Promise<LettaDouble> {
  const apiKey = 'key of the double'
  const local = await startLocalServer(async (request, body, response) => {
    double.requests.push({ method: request.method ?? '', path: request.url ?? '', body, headers: request.headers })
    await answer(double, request, body, response)
  })
  const double: LettaDouble = {
    ...local,
    apiKey,
    state: newState(),
    requests: [],
    faults: [],
    outcomes: [],
    answer: ANSWER,
    server: {
      redis: true,
      paging: 'along-time',
      pendingBy: 'status',
      blockLimit: undefined,
      models: ['vllm/stub-1'],
      pauseMs: 0,
      defaultTools: [],
    },
  }
  return double
}

async function answer(
  double: LettaDouble,
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? ''
  const url = new URL(request.url ?? '/', double.url)
  if (url.pathname === '/v1/health/') return answerJson(response, 200, { status: 'ok', version: '0.16.8' })
  const fault = faultFor(double.faults, `${method} ${url.pathname}`)
  if (request.headers.authorization !== `Bearer ${double.apiKey}`)
    return answerJson(response, 401, { detail: 'Unauthorized' })
  const stream = fault?.kind === 'reset' || fault?.kind === 'status' ? 'unheard' : fault
  if (stream !== 'unheard') return route(double, method, url, body, response, stream, request)
  if (fault !== undefined && 'accepted' in fault && fault.accepted)
    await route(double, method, url, body, undefined, undefined, request)
  if (fault?.kind === 'reset') request.socket.destroy()
  if (fault?.kind === 'status') answerJson(response, fault.status, fault.body, fault.headers)
}

/** `response` is undefined where nobody hears the answer. */
async function route(
  double: LettaDouble,
  method: string,
  url: URL,
  body: string,
  response: ServerResponse | undefined,
  fault: StreamFault | undefined,
  request: IncomingMessage,
): Promise<void> {
  const line = `${method} ${url.pathname}`
  const say = (status: number, value: unknown) => {
    if (response !== undefined) answerJson(response, status, value)
  }
  if (line === 'POST /v1/conversations/default/messages') {
    if (request.headers['x-stainless-package-version'] === undefined)
      return say(422, { detail: 'streaming=true is only supported for SDK v1.0+ clients.' })
    return createMessage(double, createSchema.parse(JSON.parse(body)), say, response, fault)
  }
  if (line === 'POST /v1/conversations/default/stream')
    return streamAgain(double, streamSchema.parse(JSON.parse(body)), say, response, fault)
  const resource = answerLettaResource(double, method, url, body)
  say(resource.status, resource.body)
}

async function createMessage(
  double: LettaDouble,
  { agent_id, messages: [message], background }: z.infer<typeof createSchema>,
  say: (status: number, value: unknown) => void,
  response: ServerResponse | undefined,
  fault: StreamFault | undefined,
): Promise<void> {
  const { state, server } = double
  const agent = state.agents.get(agent_id)
  if (agent === undefined) return say(404, { detail: `NOT_FOUND: Agent ${agent_id} not found` })
  if (!server.models.includes(agent.model))
    return say(404, { detail: `NOT_FOUND: Handle ${agent.model} not found, must be one of []` })
  if (background && !server.redis) return say(503, { detail: 'Background streaming requires Redis to be running.' })
  const known = server.redis ? state.runsByOtid.get(message.otid) : undefined
  if (known !== undefined) return stream(known, response, fault)
  const running = [...state.runs.values()].find((run) => run.agentId === agent_id && run.status === 'running')
  if (server.redis && running !== undefined)
    return say(409, {
      detail: `CONFLICT: Cannot send a new message: Another request (run_id=${running.id}) is currently being processed for this conversation`,
      run_id: running.id,
    })
  const isDenial = message.type === 'approval'
  if (isDenial && !message.approvals?.every(({ tool_call_id }) => tool_call_id === agent.pending?.toolCallId))
    return say(400, { detail: 'INVALID_ARGUMENT: No tool call found' })
  if (isDenial) agent.pending = undefined
  const run = newRun(double, agent_id, background, message.otid)
  if (agent.pending !== undefined && server.pendingBy === 'status') {
    state.runs.delete(run.id)
    state.runsByOtid.delete(message.otid)
    const detail = {
      code: 'PENDING_APPROVAL',
      message: 'The agent is waiting for approval',
      pending_request_id: newId('message'),
    }
    return say(409, { detail })
  }
  const outcome: ModelOutcome =
    agent.pending !== undefined
      ? {
          kind: 'fails',
          pieces: [],
          error: {
            message_type: 'error_message',
            run_id: run.id,
            error_type: 'internal_error',
            message: 'The agent is waiting for approval on a tool call.',
            seq_id: null,
          },
        }
      : (double.outcomes.shift() ?? { kind: 'says', pieces: double.answer })
  const user = isDenial ? undefined : { otid: message.otid, content: message.content ?? '' }
  void runTurn(run, agent, user, outcome, server.pauseMs)
  return stream(run, response, fault)
}

function newRun({ state, server }: LettaDouble, agentId: string, background: boolean, otid: string): LettaRun {
  const run: LettaRun = {
    id: newId('run'),
    agentId,
    background,
    status: 'running',
    frames: [],
    over: false,
    readers: new Set(),
  }
  state.runs.set(run.id, run)
  if (server.redis) state.runsByOtid.set(otid, run)
  return run
}

async function streamAgain(
  { state, server }: LettaDouble,
  { agent_id, otid, run_id, starting_after }: z.infer<typeof streamSchema>,
  say: (status: number, value: unknown) => void,
  response: ServerResponse | undefined,
  fault: StreamFault | undefined,
): Promise<void> {
  const run = run_id == null ? state.runsByOtid.get(otid ?? '') : state.runs.get(run_id)
  if (run === undefined || run.agentId !== agent_id) return say(404, { detail: 'NOT_FOUND: No run found' })
  if (!server.redis) return say(503, { detail: 'Background streaming requires Redis to be running.' })
  if (!run.background) return say(400, { detail: 'INVALID_ARGUMENT: Run was not created in background mode' })
  return stream(run, response, fault, starting_after ?? undefined)
}

async function stream(
  run: LettaRun,
  response: ServerResponse | undefined,
  fault: StreamFault | undefined,
  after = 0,
): Promise<void> {
  if (response === undefined) return
  // Frames without a number, such as the reason to stop, come each time.
  const isNew = (frame: string) => frame.startsWith('event:') || seqOf(frame) > after
  await writeFrames(response, framesOf(run, isNew), fault)
}

const seqSchema = z.looseObject({ seq_id: z.number().nullish() })
const seqOf = (frame: string) => seqSchema.parse(JSON.parse(frame)).seq_id ?? Number.POSITIVE_INFINITY

const createSchema = z.object({
  agent_id: z.string(),
  messages: z.tuple([
    z.object({
      otid: z.string(),
      type: z.string().optional(),
      role: z.string().optional(),
      content: z.string().optional(),
      approvals: z.array(z.object({ tool_call_id: z.string(), approve: z.boolean() })).optional(),
    }),
  ]),
  background: z.boolean().default(false),
  streaming: z.literal(true),
  stream_tokens: z.literal(true),
  include_pings: z.literal(true),
  max_steps: z.literal(4),
})
const streamSchema = z.object({
  agent_id: z.string(),
  otid: z.string().nullish(),
  run_id: z.string().nullish(),
  starting_after: z.number().nullish(),
})
