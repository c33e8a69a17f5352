import { type TurnRequest, turnRequestSchema } from '../../shared/coach/turn.ts'
import { unknownNumbers } from '../coach/unknown-numbers.ts'
import type { Edit } from '../store/change.ts'
import type { Database } from '../store/database.ts'
import { type Message, messageEdit, messageFieldsEdit } from '../store/messages.ts'
import { dayAndTime } from './day-and-time.ts'
import type { PendingTurn } from './pending-turns.ts'
import type { TurnEnd } from './run-turn.ts'

/** What the end of a turn writes: the agent's answer, or why there is none and what this device says instead. */
export async function settlingEdits(
  db: Database,
  turn: PendingTurn,
  end: Exclude<TurnEnd, { kind: 'later' }>,
): Promise<Edit[]> {
  const text = end.kind === 'done' ? end.text : end.partial
  const request = turnRequestSchema.parse(JSON.parse(turn.body))
  const { context } = request
  const answer: Message = {
    id: turn.fallback === null ? turn.late : turn.answer,
    ...(await dayAndTime(db)),
    role: 'coach',
    by: 'agent',
    agent: turn.agent.name,
    text,
    state: end.kind === 'done' ? 'sent' : text === '' ? 'failed' : 'partial',
    ...(end.kind === 'error' ? { problem: end.code } : problemOfDone(end)),
    question: turn.question,
    turn: turn.turnId,
    figures: [],
    unknown: unknownIn(text, request),
    actions: [],
    acted: [],
    ...(context === null ? {} : { sentContext: { asOf: turn.asOf, hash: context.hash } }),
  }
  // Who stops an answer that has begun has read enough.
  const isStopped = end.kind === 'error' && end.code === 'cancelled' && text !== ''
  return [
    messageEdit(answer),
    messageFieldsEdit(turn.question, { state: 'sent' }),
    ...(end.kind === 'error' && !isStopped ? fallbackEdits(turn) : []),
  ]
}

/** Where the answer has numbers that the agent was not given: in the summary, or by the person themself. */
function unknownIn(text: string, { context, text: question, about, recent }: TurnRequest): Message['unknown'] {
  const said = [question, about ?? '', ...recent.map((message) => message.text)].join('\n')
  const own = new Set(said.match(NUMBERS)?.map(plain))
  return unknownNumbers(text, context?.value ?? '')
    .filter(({ start, end }) => !own.has(plain(text.slice(start, end))))
    .map(({ start, end }) => [start, end] as const)
}

const NUMBERS = /\d+(?:[.,:\u202f\u00a0]\d+)*/g
const plain = (number: string) => number.replaceAll(/[,\s]/g, '')

/** What this device says to the question, where that was not written yet. */
export function fallbackEdits({ fallback }: PendingTurn): Edit[] {
  return fallback === null ? [] : [messageFieldsEdit(fallback.id, fallback.fields)]
}

/** The answer came, and still there is something to say of it. */
function problemOfDone(end: Extract<TurnEnd, { kind: 'done' }>): { readonly problem?: string } {
  if (end.memoryReset === true) return { problem: 'memory_reset' }
  if (end.contextStale === true) return { problem: 'context_stale' }
  return end.stop === 'max_tokens' ? { problem: 'max_tokens' } : {}
}
