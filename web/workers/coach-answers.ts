import { healthContextValue } from '../../shared/coach/health-context.ts'
import { ask } from '../coach/ask.ts'
import { bookOf } from '../coach/book.ts'
import { buildContext, type ContextChoice } from '../coach/build-context.ts'
import type { CoachFacts } from '../coach/facts.ts'
import { firstQuestions } from '../coach/suggestions.ts'
import { readCoachFacts } from './coach-facts.ts'
import { type ContextMade, coachRequest } from './coach-messages.ts'
import type { AnswerPorts } from './insight-answers.ts'

/** Answers what is asked of the coach, from the person's records as they are; what is no question of a page's is thrown. */
export async function answerCoach(question: unknown, { db, days }: Pick<AnswerPorts, 'db' | 'days'>): Promise<unknown> {
  const asked = coachRequest.parse(question)
  const facts = await readCoachFacts(db, days, asked.locale)
  if (asked.kind === 'ask') return ask(asked.question, facts, asked.memory)
  if (asked.kind === 'begin') return firstQuestions(bookOf(facts))
  return contextOf(facts, { names: asked.withNames })
}

/** The summary, byte for byte as it is shown and sent. */
async function contextOf(facts: CoachFacts, choice: ContextChoice): Promise<ContextMade> {
  const value = healthContextValue(buildContext(facts, choice))
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(value))
  return { value, hash: base64url(hash), asOf: facts.today }
}

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
