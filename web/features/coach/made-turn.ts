import { COACH_LIMITS } from '../../../shared/coach/limits.ts'
import type { TurnRequest } from '../../../shared/coach/turn.ts'
import { type Agent, type Consent, type Summary, summaryToSend } from '../../coach-agent/consent.ts'
import type { PendingTurn } from '../../coach-agent/pending-turns.ts'
import type { Message } from '../../store/messages.ts'

/** A name by which the server knows a turn again, and the key that seals its answer there. */
type TurnName = Pick<PendingTurn, 'turnId' | 'key'>

export interface TurnInput {
  readonly turn: TurnName
  readonly agent: Agent
  readonly consent: Consent
  readonly question: Pick<Message, 'id' | 'text'>
  /** What was said before it. */
  readonly earlier: readonly Message[]
  /** What this device says to it, as a message of this id. */
  readonly fallback: (id: string) => PendingTurn['fallback']
  readonly makeSummary: (withNames: boolean) => Promise<Summary>
  readonly newId: () => string
}

/** A question as it is kept until its end is written, with all that was agreed to go along, byte for byte. */
export async function pendingTurn(input: TurnInput): Promise<PendingTurn> {
  const { turn, agent, consent, question, earlier, fallback, makeSummary, newId } = input
  const summary = await summaryToSend(consent, makeSummary)
  const bare: TurnRequest = { ...turn, text: question.text, context: null, recent: [] }
  const request: TurnRequest = {
    ...bare,
    context: summary === undefined ? null : { hash: summary.hash, value: summary.value },
    ...(consent.about === '' ? {} : { about: consent.about }),
    recent: agent.kind === 'openai' ? recentOf(earlier, consent) : [],
  }
  // Ids rise, and messages stand in their order.
  const [answer, meanwhile, late] = [newId(), newId(), newId()]
  return {
    ...turn,
    body: JSON.stringify(request),
    bareBody: JSON.stringify(bare),
    asOf: summary?.asOf ?? '',
    hasAbout: consent.about !== '',
    question: question.id,
    answer,
    late,
    agent,
    tried: false,
    fallback: fallback(meanwhile),
  }
}

/**
 * What was said before, for an agent that remembers nothing itself, oldest first and as much as it may be. Never an answer of this
 * device, which is full of the person's numbers; and where no summary is sent, none that was made from one.
 */
export function recentOf(messages: readonly Message[], consent: Pick<Consent, 'context'>): TurnRequest['recent'] {
  const recent: TurnRequest['recent'] = []
  let length = 0
  for (const { role, by, text, sentContext } of messages.toReversed()) {
    if (text === '' || by === 'device' || (sentContext !== undefined && !consent.context)) continue
    length += text.length
    if (recent.length === COACH_LIMITS.recentMessages || length > COACH_LIMITS.recentLength) break
    recent.unshift({ role, text })
  }
  return recent
}

/** `random` fills the bytes. */
export function newTurnName(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array, uuid: () => string): TurnName {
  const key = btoa(String.fromCharCode(...random(new Uint8Array(32))))
  return { turnId: uuid(), key: key.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') }
}
