import type { Memory } from '../coach/answer.ts'
import type { Asked } from '../coach/ask.ts'
import { type ContextMade, coachAnswers } from './coach-answer-schemas.ts'
import { type CoachQuestion, LONGEST_QUESTION } from './coach-messages.ts'
import { type InsightClient, pageInsights } from './insight-client.ts'

export { actionSchema, type ContextMade } from './coach-answer-schemas.ts'
export { memorySchema } from './coach-messages.ts'

/** The coach of this device, as a page uses it: in the worker of the insights, which has the person's days in memory already. */
export interface CoachOnDevice {
  readonly ask: (question: string, memory: Memory) => Promise<Asked>
  /** Questions to begin with, from what there is today. */
  readonly begin: () => Promise<readonly string[]>
  /** The summary that an agent may be sent. Nothing is sent by making it. */
  readonly context: (withNames: boolean) => Promise<ContextMade>
}

export function pageCoach(): CoachOnDevice {
  return coachClient(pageInsights(), navigator.language)
}

/** `locale`: BCP 47. */
export function coachClient(insights: Pick<InsightClient, 'coach'>, locale: string): CoachOnDevice {
  const ask = (asked: CoachQuestion) => insights.coach(asked)
  return {
    ask: async (question, memory) =>
      coachAnswers.ask.parse(await ask({ kind: 'ask', question: question.slice(0, LONGEST_QUESTION), memory, locale })),
    begin: async () => coachAnswers.begin.parse(await ask({ kind: 'begin', locale })),
    context: async (withNames) => coachAnswers.context.parse(await ask({ kind: 'context', withNames, locale })),
  }
}
