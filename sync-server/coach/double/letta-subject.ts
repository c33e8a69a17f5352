import { afterEach, beforeEach } from 'vitest'
import type { Coach, CoachTurn } from '../port.ts'
import { type FollowedTurn, followed, newQuestion } from './followed-turn.ts'
import { type LettaDouble, startLettaDouble } from './letta-double.ts'
import type { LettaRow } from './letta-state.ts'
import type { SeenRequest } from './request-faults.ts'

/** An adapter, and the server that it speaks to: others for each test. */
export interface LettaSubject {
  readonly double: LettaDouble
  readonly coach: Coach
  /** Asks a question and follows the turn to its end. */
  ask(more?: Partial<CoachTurn>): Promise<FollowedTurn & { readonly turn: CoachTurn }>
  /** What the server keeps of questions. */
  userRows(): readonly LettaRow[]
  /** Requests that asked the question. */
  questions(): readonly SeenRequest[]
}

export function lettaSubject(coachAt: (double: LettaDouble) => Coach): LettaSubject {
  let double: LettaDouble
  let coach: Coach
  beforeEach(async () => {
    double = await startLettaDouble()
    coach = coachAt(double)
  })
  afterEach(() => double.close())
  return {
    get double() {
      return double
    },
    get coach() {
      return coach
    },
    ask: async (more = {}) => {
      const turn = newQuestion(more)
      return { ...(await followed(coach.send(turn, new AbortController().signal))), turn }
    },
    userRows: () =>
      [...double.state.agents.values()].flatMap(({ rows }) =>
        rows.filter(({ message_type }) => message_type === 'user_message'),
      ),
    questions: () =>
      double.requests.filter(({ path, body }) => path.endsWith('/default/messages') && body.includes('"user"')),
  }
}
