import * as z from 'zod'
import { fail, ok, type Result } from '../../../shared/result/result.ts'
import type { LettaCalls } from './settings.ts'
import { PROTOCOL, type Trouble, tried } from './trouble.ts'

/** The calls of tools for which an agent waits for a leave. They wait for ever, and nothing can be asked meanwhile. */
export async function pendingCalls(
  { client, platform }: LettaCalls,
  agentId: string,
  signal: AbortSignal,
): Promise<Result<readonly string[], Trouble>> {
  const agent = await tried(platform.now, () =>
    client.agents.retrieve(agentId, { include: ['agent.pending_approval'] }, { signal }),
  )
  if (!agent.ok) return agent
  const parsed = agentSchema.safeParse(agent.value)
  if (!parsed.success) return fail(PROTOCOL)
  const { tool_calls, tool_call } = parsed.data.pending_approval ?? {}
  const calls = Array.isArray(tool_calls) ? tool_calls : [tool_calls ?? tool_call]
  return ok(calls.flatMap((call) => call?.tool_call_id ?? []))
}

/** The message that says no to calls of tools: by the ids of the calls, not by that of the message that asks. */
export const denial = (callIds: readonly string[], otid: string) => ({
  type: 'approval' as const,
  otid,
  approvals: callIds.map((tool_call_id) => ({
    type: 'approval' as const,
    tool_call_id,
    approve: false,
    reason: 'No tool may be used here. Answer without it.',
  })),
})

const call = z.looseObject({ tool_call_id: z.string().nullish() })
const agentSchema = z.looseObject({
  pending_approval: z
    .looseObject({ tool_calls: z.union([z.array(call), call]).nullish(), tool_call: call.nullish() })
    .nullish(),
})
