import type { Json } from '../../../shared/document/document.ts'
import type { AnswerPart, ProposedAction } from '../../coach/answer.ts'
import type { Asked } from '../../coach/ask.ts'
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
