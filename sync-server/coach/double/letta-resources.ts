import * as z from 'zod'
import type { LettaDouble } from './letta-double.ts'
import { type LettaAgent, type LettaBlock, newId } from './letta-state.ts'

export interface Answered {
  readonly status: number
  readonly body: unknown
}

/** Answers what is asked of agents, blocks, archives, runs and models. */
export function answerLettaResource(double: LettaDouble, method: string, url: URL, body: string): Answered {
  for (const [pattern, handle] of ROUTES) {
    const found = new RegExp(`^${pattern}$`).exec(`${method} ${url.pathname}`)
    if (found === null) continue
    const [id = '', second = ''] = found.slice(1).map(decodeURIComponent)
    if (id !== '' && !ID.test(id)) return { status: 422, body: { trace_id: '', detail: `[{'loc': ('path',)}]` } }
    return handle(double, id, second, url.searchParams, body)
  }
  return { status: 404, body: { detail: 'Not Found' } }
}

const ID = /^(?:agent|message|run|block|archive|tool)-[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

type Handle = (double: LettaDouble, id: string, second: string, query: URLSearchParams, body: string) => Answered

const said = (value: unknown): Answered => ({ status: 200, body: value })
const missing = (what: string): Answered => ({ status: 404, body: { detail: `NOT_FOUND: ${what} not found` } })

const AGENT = '(agent-[^/]+|[^/]+)'

const ROUTES: readonly (readonly [string, Handle])[] = [
  ['GET /v1/models/', ({ server }) => said(server.models.map((handle) => ({ handle, name: handle })))],
  ['POST /v1/agents/', (double, _id, _second, _query, body) => createAgent(double, body)],
  ['GET /v1/agents/', (double, _id, _second, query) => listAgents(double, query)],
  [
    `GET /v1/agents/${AGENT}`,
    (double, id, _second, query) => withAgent(double, id, (agent) => said(shown(double, agent, query))),
  ],
  [
    `DELETE /v1/agents/${AGENT}`,
    (double, id) =>
      withAgent(double, id, (agent) => {
        double.state.agents.delete(id)
        for (const run of [...double.state.runs.values()].filter((one) => one.agentId === id))
          double.state.runs.delete(run.id)
        return said({ message: `Agent id=${agent.id} successfully deleted` })
      }),
  ],
  [
    `PATCH /v1/agents/${AGENT}/core-memory/blocks/([^/]+)`,
    (double, id, label, _query, body) =>
      withAgent(double, id, ({ blockIds }) => {
        const block = blockIds.map((one) => double.state.blocks.get(one)).find((one) => one?.label === label)
        return block === undefined ? missing(`Block ${label}`) : changeBlock(double, block, body)
      }),
  ],
  [
    `GET /v1/agents/${AGENT}/tools`,
    (double, id, _second, query) => withAgent(double, id, ({ tools }) => paged(double, tools, query)),
  ],
  [
    `PATCH /v1/agents/${AGENT}/tools/detach/([^/]+)`,
    (double, id, tool) =>
      withAgent(double, id, (agent) => {
        agent.tools = agent.tools.filter((one) => one.id !== tool)
        return said(shown(double, agent, new URLSearchParams()))
      }),
  ],
  [
    `GET /v1/agents/${AGENT}/messages`,
    (double, id, _second, query) =>
      withAgent(double, id, ({ rows }) => {
        const types = query.getAll('include_return_message_types')
        return paged(
          double,
          types.length === 0 ? rows : rows.filter(({ message_type }) => types.includes(message_type)),
          query,
        )
      }),
  ],
  [
    `POST /v1/agents/${AGENT}/messages/cancel`,
    ({ state }, id, _second, _query, body) => {
      const { run_ids } = z.object({ run_ids: z.array(z.string()).nullish() }).parse(JSON.parse(body))
      const active = [...state.runs.values()].filter(
        (run) => run.agentId === id && run.status === 'running' && (run_ids == null || run_ids.includes(run.id)),
      )
      if (active.length === 0) return { status: 409, body: { detail: 'CONFLICT: No active runs' } }
      for (const run of active) run.status = 'cancelled'
      return said(Object.fromEntries(active.map((run) => [run.id, 'cancelled'])))
    },
  ],
  [
    'GET /v1/runs/',
    ({ state }, _id, _second, query) => {
      const runs = [...state.runs.values()].filter((run) => run.agentId === query.get('agent_id'))
      return said(
        (query.get('active') === 'true' ? runs.filter((run) => run.status === 'running') : runs).map(shownRun),
      )
    },
  ],
  [
    'GET /v1/runs/(run-[^/]+)',
    ({ state }, id) => {
      const run = state.runs.get(id)
      return run === undefined ? missing('Run') : said(shownRun(run))
    },
  ],
  [
    'GET /v1/blocks/(block-[^/]+)',
    ({ state }, id) => {
      const block = state.blocks.get(id)
      return block === undefined ? missing('Block') : said(block)
    },
  ],
  [
    'PATCH /v1/blocks/(block-[^/]+)',
    (double, id, _second, _query, body) => {
      const block = double.state.blocks.get(id)
      return block === undefined ? missing('Block') : changeBlock(double, block, body)
    },
  ],
  ['DELETE /v1/blocks/(block-[^/]+)', ({ state }, id) => (state.blocks.delete(id) ? said({}) : missing('Block'))],
  [
    'GET /v1/archives/',
    (double, _id, _second, query) => {
      const all = [...double.state.archives.values()]
      return paged(
        double,
        all.filter(({ agentId }) => agentId === query.get('agent_id')),
        query,
      )
    },
  ],
  [
    'GET /v1/archives/(archive-[^/]+)',
    ({ state }, id) => {
      const archive = state.archives.get(id)
      return archive === undefined ? missing('Archive') : said(archive)
    },
  ],
  [
    'DELETE /v1/archives/(archive-[^/]+)',
    ({ state }, id) => (state.archives.delete(id) ? said(null) : missing('Archive')),
  ],
]

function withAgent({ state }: LettaDouble, id: string, then: (agent: LettaAgent) => Answered): Answered {
  const agent = state.agents.get(id)
  return agent === undefined ? missing('Agent') : then(agent)
}

function createAgent(double: LettaDouble, body: string): Answered {
  const { state, server } = double
  const parsed = agentSchema.safeParse(JSON.parse(body))
  if (!parsed.success) return { status: 422, body: { trace_id: '', detail: parsed.error.message } }
  const { name, model, system, memory_blocks, tags, tools } = parsed.data
  if (!server.models.includes(model))
    return { status: 404, body: { detail: `NOT_FOUND: Handle ${model} not found, must be one of []` } }
  const blocks = memory_blocks.map((block) => ({ ...block, id: newId('block') }))
  for (const block of blocks) state.blocks.set(block.id, block)
  const agent: LettaAgent = {
    id: newId('agent'),
    name,
    model,
    system,
    tags,
    // Each a second later.
    createdAt: new Date(Date.parse('2026-11-23T08:00:00Z') + state.agents.size * 1000).toJSON(),
    blockIds: blocks.map(({ id }) => id),
    tools: [...tools, ...server.defaultTools].map((tool) => ({ id: newId('tool'), name: tool })),
    rows: [],
    pending: undefined,
  }
  state.agents.set(agent.id, agent)
  return said(
    shown(
      double,
      agent,
      new URLSearchParams([
        ['include', 'agent.blocks'],
        ['include', 'agent.tags'],
      ]),
    ),
  )
}

function listAgents(double: LettaDouble, query: URLSearchParams): Answered {
  const wanted = query.getAll('tags')
  const all = [...double.state.agents.values()].filter(({ tags }) =>
    query.get('match_all_tags') === 'true'
      ? wanted.every((tag) => tags.includes(tag))
      : wanted.length === 0 || wanted.some((tag) => tags.includes(tag)),
  )
  return paged(
    double,
    all.map((agent) => shown(double, agent, query)),
    query,
  )
}

/** Relationships are empty unless they are asked for. */
function shown({ state }: LettaDouble, agent: LettaAgent, query: URLSearchParams) {
  const includes = new Set(query.getAll('include'))
  const { pending } = agent
  return {
    id: agent.id,
    name: agent.name,
    model: agent.model,
    created_at: agent.createdAt,
    tags: includes.has('agent.tags') ? agent.tags : [],
    blocks: includes.has('agent.blocks') ? agent.blockIds.flatMap((id) => state.blocks.get(id) ?? []) : [],
    tools: includes.has('agent.tools') ? agent.tools : [],
    pending_approval:
      includes.has('agent.pending_approval') && pending !== undefined
        ? {
            id: newId('message'),
            message_type: 'approval_request_message',
            tool_call: { name: pending.toolName, arguments: '{}', tool_call_id: pending.toolCallId },
          }
        : null,
  }
}

const shownRun = ({
  id,
  agentId,
  status,
  background,
}: {
  id: string
  agentId: string
  status: string
  background: boolean
}) => ({
  id,
  agent_id: agentId,
  status,
  background,
})

function changeBlock({ server }: LettaDouble, block: LettaBlock, body: string): Answered {
  const { value } = z.object({ value: z.string().nullish() }).parse(JSON.parse(body))
  // null: unchanged.
  if (value == null) return said(block)
  const characters = [...value].length
  if (server.blockLimit !== undefined && characters > server.blockLimit)
    return {
      status: 400,
      body: {
        detail: `INVALID_ARGUMENT: Value length (${characters} characters) exceeds block limit (${server.blockLimit} characters)`,
      },
    }
  block.value = value
  return said(block)
}

/** A page as servers give it, of whom some count `before` and `after` along time, and some along the order. */
function paged(
  { server }: LettaDouble,
  oldestFirst: readonly { readonly id: string }[],
  query: URLSearchParams,
): Answered {
  const isDescending = (query.get('order') ?? 'desc') === 'desc'
  const ordered = isDescending ? oldestFirst.toReversed() : [...oldestFirst]
  const alongTime = server.paging === 'along-time' && isDescending
  const after = query.get(alongTime ? 'before' : 'after')
  const before = query.get(alongTime ? 'after' : 'before')
  const ids = ordered.map(({ id }) => id)
  for (const cursor of [after, before]) if (cursor !== null && !ids.includes(cursor)) return missing('Cursor')
  const from = after === null ? 0 : ids.lastIndexOf(after) + 1
  const until = before === null ? ids.length : ids.indexOf(before)
  return said(ordered.slice(from, until).slice(0, Number(query.get('limit') ?? 50)))
}

const agentSchema = z.object({
  name: z.string().regex(/^[\w '-]+$/),
  model: z.string(),
  system: z.string(),
  include_base_tools: z.literal(false),
  tools: z.array(z.string()),
  tags: z.array(z.string()),
  context_window_limit: z.number(),
  compaction_settings: z.object({ model: z.string() }),
  memory_blocks: z.array(
    z.object({ label: z.string(), value: z.string(), description: z.string(), read_only: z.boolean() }),
  ),
})
