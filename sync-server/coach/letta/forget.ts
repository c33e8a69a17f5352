import { fail, ok, type Result } from '../../../shared/result/result.ts'
import type { CoachRef, Forgotten, Person } from '../port.ts'
import { findAgents } from './agents.ts'
import { deleteAgent, NONE } from './delete-agent.ts'
import type { LettaCalls } from './settings.ts'
import type { Trouble } from './trouble.ts'

/** Deletes every agent of a person: the one that is known, and whatever carries their tag; and looks whether any is left. */
export async function forgetPerson(
  calls: LettaCalls,
  person: Person,
  ref: CoachRef | undefined,
  signal: AbortSignal,
): Promise<Result<Forgotten, Trouble>> {
  const found = await findAgents(calls, person, signal)
  if (!found.ok) return found
  const ids = new Set(found.value.map(({ id }) => id))
  if (ref?.agentId !== undefined) ids.add(ref.agentId)
  let all = NONE
  for (const id of ids) {
    const one = await deleteAgent(calls, id, signal)
    if (!one.ok) return one
    all = {
      agents: all.agents + one.value.agents,
      blocks: all.blocks + one.value.blocks,
      archives: all.archives + one.value.archives,
    }
  }
  const left = await findAgents(calls, person, signal)
  if (!left.ok) return left
  return left.value.length === 0
    ? ok(all)
    : fail({ kind: 'failed', code: 'upstream', retryable: true, accepted: 'yes' })
}
