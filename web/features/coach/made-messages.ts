import { COACH_LIMITS } from '../../../shared/coach/limits.ts'
import type { TurnRequest } from '../../../shared/coach/turn.ts'
import type { Json } from '../../../shared/document/document.ts'
import type { AnswerPart, ProposedAction } from '../../coach/answer.ts'
import type { Asked } from '../../coach/ask.ts'
import type { Consent } from '../../coach-agent/consent.ts'
import type { Message, MessageFigure } from '../../store/messages.ts'

/** When something is said. */
type When = Pick<Message, 'date' | 'at'>

export function questionMessage(id: string, text: string, when: When): Message {
  return { id, ...when, role: 'person', text, state: 'sent', figures: [], unknown: [], actions: [], acted: [] }
}

/** What this device answers, as a message. */
export function deviceMessage(id: string, { answer, memory }: Asked, question: string, when: When): Message {
  return {
    id,
    ...when,
    role: 'coach',
    by: 'device',
    ...textAndFigures(answer.parts),
    state: 'sent',
    question,
    unknown: [],
    actions: answer.actions.map(jsonOf),
    acted: [],
    memory: jsonOf(memory),
  }
}

function textAndFigures(parts: readonly AnswerPart[]): { readonly text: string; readonly figures: MessageFigure[] } {
  let text = ''
  const figures: MessageFigure[] = []
  for (const part of parts) {
    if (typeof part !== 'string') {
      const { text: words, value, unit, link } = part
      figures.push({ at: text.length, text: words, value, link, ...(unit === '' ? {} : { unit }) })
    }
    text += typeof part === 'string' ? part : part.text
  }
  return { text, figures }
}

/** Without fields that are undefined, which no JSON has. */
const jsonOf = (value: ProposedAction | Asked['memory']): Json => JSON.parse(JSON.stringify(value))

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

/** Of a question to the agent: a name by which the server knows it again, and the key that seals its answer there. */
export function newTurn(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array, uuid: () => string) {
  const key = btoa(String.fromCharCode(...random(new Uint8Array(32))))
  return { turnId: uuid(), key: key.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') }
}
