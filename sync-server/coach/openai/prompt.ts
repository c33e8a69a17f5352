import { INSTRUCTIONS, memoryFor } from '../memory.ts'
import type { CoachTurn } from '../port.ts'

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

/**
 * The messages of a turn, for a service that remembers nothing: what an agent's memory would hold stands in the system message, what
 * was said lately comes after it, and then the question.
 */
export const promptFor = (turn: Pick<CoachTurn, 'context' | 'about' | 'recent' | 'text'>): readonly ChatMessage[] => [
  { role: 'system', content: systemMessage(turn) },
  ...turn.recent.map(
    ({ role, text }): ChatMessage => ({ role: role === 'person' ? 'user' : 'assistant', content: text }),
  ),
  { role: 'user', content: turn.text },
]

/** Tags are ours alone: no value holds an angle bracket. */
const systemMessage = (turn: Pick<CoachTurn, 'context' | 'about'>): string =>
  [
    INSTRUCTIONS,
    ...memoryFor(turn).map(({ label, description, value }) => `${description}\n<${label}>\n${value}\n</${label}>`),
  ].join('\n\n')
