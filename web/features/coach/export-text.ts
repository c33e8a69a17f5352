import type { Message } from '../../store/messages.ts'
import { dayText } from '../../ui/date-text.ts'

/** The conversation as a text that any editor opens: who said what, when, and what was sent along. */
export function exportText(messages: readonly Message[], timeText: (at: number) => string): string {
  const lines: string[] = ['# Conversation with the coach of OwnIt', '']
  let day = ''
  for (const message of messages) {
    if (message.date !== day) lines.push(`## ${dayText(message.date)}`, '')
    day = message.date
    lines.push(`**${speaker(message)}**, ${timeText(message.at)}${sentNote(message)}`, '', message.text, '')
  }
  return lines.join('\n')
}

const speaker = ({ role, by, agent }: Message) =>
  role === 'person' ? 'You' : by === 'agent' ? (agent ?? 'Agent') : 'This device'

function sentNote({ by, sentContext }: Message): string {
  if (by !== 'agent') return ''
  return sentContext === undefined ? ' (no summary was sent)' : ` (with the summary of ${sentContext.asOf})`
}
