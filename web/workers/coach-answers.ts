import { ask } from '../coach/ask.ts'
import { bookOf } from '../coach/book.ts'
import { firstQuestions } from '../coach/suggestions.ts'
import { readCoachFacts } from './coach-facts.ts'
import { coachRequest } from './coach-messages.ts'
import type { AnswerPorts } from './insight-answers.ts'

/** Answers what is asked of the coach, from the person's records as they are; what is no question of a page's is thrown. */
export async function answerCoach(question: unknown, { db, days }: Pick<AnswerPorts, 'db' | 'days'>): Promise<unknown> {
  const asked = coachRequest.parse(question)
  const facts = await readCoachFacts(db, days, asked.locale)
  if (asked.kind === 'ask') return ask(asked.question, facts, asked.memory)
  if (asked.kind === 'begin') return firstQuestions(bookOf(facts))
  // Apart, because who asks no agent never needs it.
  const { contextOf } = await import('./coach-context.ts')
  return contextOf(facts, { names: asked.withNames })
}
