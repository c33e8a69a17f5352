import type { Json } from '../../shared/document/document.ts'
import type { Database } from '../store/database.ts'
import { readMeta } from '../store/meta.ts'
import { type Agent, agentOf, objectOf } from './consent.ts'

/**
 * A turn that was begun on this device and whose end is not written yet. Read without a schema, because the service worker reads it
 * too and has to stay small.
 */
export interface PendingTurn {
  readonly turnId: string
  readonly key: string
  /** What is sent, as it was made when it was asked: sent again it is the same, and the server runs it once. */
  readonly body: string
  /** The same question by itself, for when consent to the rest is withdrawn before it is sent. */
  readonly bareBody: string
  /** The day as of which the context in the body was made; empty: there is none in it. */
  readonly asOf: string
  /** What the person told of themself is in the body. */
  readonly hasAbout: boolean
  /** The message that asks. */
  readonly question: string
  /**
   * The id that the agent's answer will have, whoever writes it and however often; `late` where this device has answered
   * meanwhile, so that it stands below that.
   */
  readonly answer: string
  readonly late: string
  /** Whom it is for. */
  readonly agent: Agent
  /** It may have reached the server. */
  readonly tried: boolean
  /** What this device says, where that is still to be written should the agent not answer: a message's document. */
  readonly fallback: { readonly id: string; readonly fields: { readonly [name: string]: Json } } | null
}

const NAME = 'coach-turns'

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
  part: Partial<Pick<PendingTurn, 'tried' | 'fallback' | 'body' | 'asOf'>>,
): Promise<void> {
  await change(db, (turns) => turns.map((turn) => (turn.turnId === turnId ? { ...turn, ...part } : turn)))
}

export async function removePending(db: Database, turnId: string): Promise<void> {
  await change(db, (turns) => turns.filter((turn) => turn.turnId !== turnId))
}

/** In one transaction, because the service worker and other tabs change them too. */
async function change(db: Database, to: (turns: readonly PendingTurn[]) => readonly PendingTurn[]): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const turns = to(listOf(await readMeta(db, NAME)))
    await db.meta.put({ name: NAME, value: turns.map((turn) => ({ ...turn, agent: { ...turn.agent } })) })
  })
}

function listOf(value: Json | undefined): PendingTurn[] {
  return Array.isArray(value) ? value.flatMap((each: Json) => turnOf(each) ?? []) : []
}

function turnOf(value: Json): PendingTurn | undefined {
  const { turnId, key, body, bareBody, asOf, hasAbout, question, answer, late, tried, ...rest } = objectOf(value)
  const agent = agentOf(rest['agent'])
  const { id, fields } = objectOf(rest['fallback'])
  if (
    typeof turnId !== 'string' ||
    typeof key !== 'string' ||
    typeof body !== 'string' ||
    typeof bareBody !== 'string' ||
    typeof asOf !== 'string' ||
    typeof question !== 'string' ||
    typeof answer !== 'string' ||
    typeof late !== 'string' ||
    agent === null
  )
    return undefined
  const fallback = typeof id === 'string' ? { id, fields: objectOf(fields) } : null
  return {
    turnId,
    key,
    body,
    bareBody,
    asOf,
    hasAbout: hasAbout === true,
    question,
    answer,
    late,
    agent,
    tried: tried === true,
    fallback,
  }
}
