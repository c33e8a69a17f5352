import * as z from 'zod'
import { fail, ok, type Result } from '../../../shared/result/result.ts'
import type { Forgotten } from '../port.ts'
import type { LettaCalls } from './settings.ts'
import { PROTOCOL, type Trouble, tried } from './trouble.ts'

/** Archives of an agent that are looked at; ours have none, because they have no tool to fill one. */
const MOST_ARCHIVES = 50

/**
 * Deletes an agent with its messages, runs and conversations, which go with it, and its blocks and archives, which do not. Its blocks
 * are emptied first, because nothing leads to them any more once it is gone. Each of them is gone when this says so: it was looked for.
 */
export async function deleteAgent(
  calls: LettaCalls,
  agentId: string,
  signal: AbortSignal,
): Promise<Result<Forgotten, Trouble>> {
  const {
    client: { agents, blocks, archives },
    platform: { now },
  } = calls
  const agent = await tried(now, () => agents.retrieve(agentId, { include: ['agent.blocks'] }, { signal }))
  if (!agent.ok) return agent.failure.kind === 'gone' ? ok(NONE) : agent
  const parsed = agentSchema.safeParse(agent.value)
  if (!parsed.success) return fail(PROTOCOL)
  const ownBlocks = parsed.data.blocks

  const page = await tried(now, () => archives.list({ agent_id: agentId, limit: MOST_ARCHIVES }, { signal }))
  // Servers of some versions have none.
  if (!page.ok && page.failure.kind !== 'gone') return page
  const ownArchives = listSchema.safeParse(page.ok ? page.value.items : [])
  if (!ownArchives.success) return fail(PROTOCOL)

  for (const { id } of ownArchives.data) {
    const gone = await deleted(
      calls,
      () => archives.delete(id, { signal }),
      () => archives.retrieve(id, { signal }),
    )
    if (!gone.ok) return gone
  }
  for (const { id } of ownBlocks) {
    const emptied = await tried(now, () => blocks.update(id, { value: '' }, { signal }))
    // A block that may not be changed may still be deleted.
    if (!emptied.ok && emptied.failure.kind !== 'gone' && emptied.failure.kind !== 'failed') return emptied
  }
  const gone = await deleted(
    calls,
    () => agents.delete(agentId, { signal }),
    () => agents.retrieve(agentId, {}, { signal }),
  )
  if (!gone.ok) return gone
  for (const { id } of ownBlocks) {
    const blockGone = await deleted(
      calls,
      () => blocks.delete(id, { signal }),
      () => blocks.retrieve(id, { signal }),
    )
    if (!blockGone.ok) return blockGone
  }
  return ok({ agents: 1, blocks: ownBlocks.length, archives: ownArchives.data.length })
}

export const NONE: Forgotten = { agents: 0, blocks: 0, archives: 0 }

/** Deletes something and looks for it: gone is what is not there. */
async function deleted(
  { platform: { now } }: LettaCalls,
  remove: () => PromiseLike<unknown>,
  find: () => PromiseLike<unknown>,
): Promise<Result<null, Trouble>> {
  const removed = await tried(now, remove)
  if (!removed.ok && removed.failure.kind !== 'gone') return removed
  const found = await tried(now, find)
  if (found.ok) return fail({ kind: 'failed', code: 'upstream', retryable: true, accepted: 'yes' })
  return found.failure.kind === 'gone' ? ok(null) : found
}

const listSchema = z.array(z.looseObject({ id: z.string().min(1) }))
const agentSchema = z.looseObject({ blocks: listSchema.nullish().transform((blocks) => blocks ?? []) })
