import * as z from 'zod'
import type { KeptAgent, KeptTurn } from './coach-port.ts'

const agentSchema = z.object({
  kind: z.string(),
  agentId: z.string().exactOptional(),
  contextMark: z.nullable(z.string()).exactOptional(),
  aboutMark: z.nullable(z.string()).exactOptional(),
})

const state = z.enum(['running', 'done', 'failed', 'refused'])

/** A turn, as both databases give it with its account's row. */
const turnSchema = z.object({
  state,
  proof: z.instanceof(Uint8Array),
  otid: z.string(),
  runId: z.nullable(z.string()),
  cursor: z.nullable(z.int()),
  leaseUntil: z.int(),
  agent: z.nullable(z.string()),
})

/** Reads what `agentText` wrote; undefined for null. Throws for anything else. */
export const agentOfText = (text: string | null | undefined): KeptAgent | undefined =>
  text === null || text === undefined ? undefined : agentSchema.parse(JSON.parse(text))

/** As it is kept. */
export const agentText = (agent: KeptAgent | undefined): string | null =>
  agent === undefined ? null : JSON.stringify(agentSchema.parse(agent))

/** Throws for a row that is none. */
export function turnOfRow(row: unknown): Omit<KeptTurn, 'pieces'> {
  const { runId, cursor, agent, ...rest } = turnSchema.parse(row)
  return { ...rest, runId: runId ?? undefined, cursor: cursor ?? undefined, agent: agentOfText(agent) }
}

export const stateOfText = (text: string) => state.parse(text)
