import type { Answer, Memory } from './answer.ts'
import type { CoachFacts } from './facts.ts'

export interface Asked {
  readonly answer: Answer
  /** To be handed in with the next question of the conversation. */
  readonly memory: Memory
}

/**
 * What the person's records say to a question in English, with no network and no model. Never throws for what is typed; the
 * same question, facts and memory give the same answer. What cannot be answered is said, with what can.
 */
export function ask(_question: string, _facts: CoachFacts, memory: Memory): Asked {
  const words = 'I cannot answer that yet.'
  return { answer: { intent: 'unknown', parts: [words], actions: [], suggestions: [] }, memory }
}
