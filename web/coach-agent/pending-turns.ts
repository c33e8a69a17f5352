import '../store/zod-without-eval.ts'
import * as z from 'zod/mini'
import { type TurnRequest, turnRequestSchema } from '../../shared/coach/turn.ts'
import type { Fields, Json } from '../../shared/document/document.ts'
import { isPlainObject } from '../../shared/document/json.ts'
import type { Database } from '../store/database.ts'
import { readMeta } from '../store/meta.ts'
import type { Agent } from './consent.ts'

/** A turn that was begun on this device and whose end is not written yet. */
export interface PendingTurn {
  /** As it was made when it was asked: sent again it is the same, and the server runs it once. */
  readonly request: TurnRequest
  /** The day as of which its context was made. */
  readonly asOf: string
  /** The message that asks. */
  readonly question: string
  /** The id that the agent's answer will have, whoever writes it and however often. */
  readonly answer: string
  /** Whom it is for. */
  readonly agent: Agent
  /** It may have reached the server. */
  readonly tried: boolean
  /** What this device says, as a message's fields, where that is still to be written should the agent not answer. */
  readonly fallback: Fields | null
}

const NAME = 'coach-turns'

const pendingTurn: z.ZodMiniType<PendingTurn> = z.object({
  request: turnRequestSchema,
  asOf: z.string(),
  question: z.string(),
  answer: z.string(),
  agent: z.object({ kind: z.enum(['letta', 'openai']), name: z.string(), where: z.string() }),
  tried: z.boolean(),
  fallback: z.nullable(z.custom<Fields>(isPlainObject)),
})

/** All of them, in the order they were asked. */
export async function readPending(db: Database): Promise<readonly PendingTurn[]> {
  return listOf(await readMeta(db, NAME))
}

export async function addPending(db: Database, turn: PendingTurn): Promise<void> {
  await change(db, (turns) => [...turns, turn])
}

/** Does nothing where it is gone. */
export async function changePending(
  db: Database,
  turnId: string,
  part: Partial<Pick<PendingTurn, 'tried' | 'fallback' | 'request'>>,
): Promise<void> {
  await change(db, (turns) => turns.map((turn) => (turn.request.turnId === turnId ? { ...turn, ...part } : turn)))
}

export async function removePending(db: Database, turnId: string): Promise<void> {
  await change(db, (turns) => turns.filter(({ request }) => request.turnId !== turnId))
}

/** In one transaction, because the service worker and other tabs change them too. */
async function change(db: Database, to: (turns: readonly PendingTurn[]) => readonly PendingTurn[]): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const turns: unknown = to(listOf(await readMeta(db, NAME)))
    await db.meta.put({ name: NAME, value: turns as Json }) // Of JSON throughout: see PendingTurn.
  })
}

function listOf(value: Json | undefined): PendingTurn[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((each: Json) => {
    const parsed = pendingTurn.safeParse(each)
    return parsed.success ? [parsed.data] : []
  })
}
