import * as z from 'zod'
import { fail, ok, type Result } from '../../../shared/result/result.ts'
import { INSTRUCTIONS, memoryFor } from '../memory.ts'
import type { CoachRef, CoachTurn, Person } from '../port.ts'
import { deleteAgent } from './delete-agent.ts'
import type { LettaCalls, LettaSettings } from './settings.ts'
import { PROTOCOL, type Trouble, tried } from './trouble.ts'

/** Of what an agent keeps between turns, tokens: it is paid for with each. */
const CONTEXT_WINDOW = 32_000
/** Agents of one person that are looked at: there should be one, and a creation that was answered too late makes another. */
const MOST_AGENTS = 50

/**
 * The agent of a person: the oldest that carries their tag, or a new one, with the memory of the turn. The caller holds the person's
 * lock. What else carries the tag is a creation whose answer was lost, and is deleted.
 */
export async function ensureAgent(
  calls: LettaCalls,
  turn: CoachTurn,
  signal: AbortSignal,
): Promise<Result<{ readonly ref: CoachRef & { readonly agentId: string }; readonly isNew: boolean }, Trouble>> {
  const found = await findAgents(calls, turn.person, signal)
  if (!found.ok) return found
  const [oldest, ...others] = found.value
  if (oldest !== undefined) {
    for (const { id } of others) {
      const deleted = await deleteAgent(calls, id, signal)
      if (!deleted.ok) return deleted
    }
    return ok({ ref: { agentId: oldest.id }, isNew: false })
  }
  const created = await createAgent(calls, turn, signal)
  if (created.ok) {
    const marks = { contextMark: turn.context?.mark ?? null, aboutMark: turn.about?.mark ?? null }
    return ok({ ref: { agentId: created.value, ...marks }, isNew: true })
  }
  if (created.failure.kind !== 'lost') return created
  const again = await findAgents(calls, turn.person, signal)
  const late = again.ok ? again.value[0] : undefined
  return late === undefined ? created : ok({ ref: { agentId: late.id }, isNew: true })
}

/** The agents that carry a person's tag, oldest first. One page: pages after it are counted in another way by every server. */
export async function findAgents(
  { client, settings, platform }: LettaCalls,
  person: Person,
  signal: AbortSignal,
): Promise<Result<readonly { readonly id: string }[], Trouble>> {
  const tags = tagsOf(settings, person)
  const page = await tried(platform.now, () =>
    client.agents.list({ tags, match_all_tags: true, include: ['agent.tags'], limit: MOST_AGENTS }, { signal }),
  )
  if (!page.ok) return page
  const agents = agentsSchema.safeParse(page.value.items)
  if (!agents.success) return fail(PROTOCOL)
  // A server that does not know the filter would answer with the agents of others.
  const own = agents.data.filter((agent) => tags.every((tag) => agent.tags.includes(tag)))
  return ok(
    own.sort((one, other) => (one.created_at < other.created_at ? -1 : one.created_at > other.created_at ? 1 : 0)),
  )
}

async function createAgent(
  { client, settings, platform }: LettaCalls,
  turn: CoachTurn,
  signal: AbortSignal,
): Promise<Result<string, Trouble>> {
  const created = await tried(platform.now, () =>
    client.agents.create(
      {
        name: `coach-${turn.person.pseudonym.slice(0, 12)}`,
        model: settings.model,
        system: INSTRUCTIONS,
        memory_blocks: memoryFor(turn).map(({ label, value, description, readOnly }) => ({
          label,
          value,
          description,
          read_only: readOnly,
        })),
        include_base_tools: false,
        tools: [...allowedTools(settings)],
        tags: tagsOf(settings, turn.person),
        context_window_limit: CONTEXT_WINDOW,
        // The default is a model of a provider that the operator may not have.
        compaction_settings: { model: settings.model },
      },
      { signal },
    ),
  )
  if (!created.ok) return created
  const agent = idSchema.safeParse(created.value)
  return agent.success ? ok(agent.data.id) : fail(PROTOCOL)
}

/** Takes from an agent every tool but those that the operator allows: defaults of servers differ, and so do those of the past. */
export async function takeTools(
  { client, settings, platform }: LettaCalls,
  agentId: string,
  signal: AbortSignal,
): Promise<Result<null, Trouble>> {
  const page = await tried(platform.now, () => client.agents.tools.list(agentId, { limit: 100 }, { signal }))
  if (!page.ok) return page
  const tools = toolsSchema.safeParse(page.value.items)
  if (!tools.success) return fail(PROTOCOL)
  for (const { id, name } of tools.data) {
    if (name != null && allowedTools(settings).includes(name)) continue
    const taken = await tried(platform.now, () => client.agents.tools.detach(id, { agent_id: agentId }, { signal }))
    if (!taken.ok) return taken
  }
  return ok(null)
}

const allowedTools = ({ webSearch }: LettaSettings): readonly string[] => (webSearch ? ['web_search'] : [])
const tagsOf = ({ instance }: LettaSettings, { pseudonym }: Person) => [`app:${instance}`, `u:${pseudonym}`]

const idSchema = z.looseObject({ id: z.string().min(1) })
const agentsSchema = z.array(
  z.looseObject({
    id: z.string().min(1),
    tags: z
      .array(z.string())
      .nullish()
      .transform((tags) => tags ?? []),
    created_at: z
      .string()
      .nullish()
      .transform((at) => at ?? ''),
  }),
)
const toolsSchema = z.array(z.looseObject({ id: z.string().min(1), name: z.string().nullish() }))
