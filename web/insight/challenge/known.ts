import { CALORIES, PROTEIN, SLEEP, STEPS } from '../../../shared/metric/catalogue.ts'
import { type ChallengePlan, samePlan } from './challenge.ts'

export type KnownChallengeId = 'steps' | 'sleep' | 'protein' | 'logged' | 'calories'

/** The challenges that everybody is offered. */
export const KNOWN_CHALLENGES: readonly { readonly id: KnownChallengeId; readonly plan: ChallengePlan }[] = [
  {
    id: 'steps',
    plan: {
      name: 'A week of 10\u202f000 steps',
      task: { of: 'value', metric: STEPS.id, rule: { kind: 'atLeast', low: 10_000 } },
      days: 7,
      within: 7,
    },
  },
  {
    id: 'sleep',
    plan: {
      name: 'Five nights of 7 hours',
      task: { of: 'value', metric: SLEEP.id, rule: { kind: 'atLeast', low: 7 } },
      days: 5,
      within: 14,
    },
  },
  {
    id: 'protein',
    plan: {
      name: 'A week of 100 g protein',
      task: { of: 'value', metric: PROTEIN.id, rule: { kind: 'atLeast', low: 100 } },
      days: 7,
      within: 7,
    },
  },
  {
    id: 'logged',
    plan: { name: 'Two weeks without a gap', task: { of: 'logged' }, days: 14, within: 28 },
  },
  {
    id: 'calories',
    plan: { name: 'A week of calories logged', task: { of: 'recorded', metric: CALORIES.id }, days: 7, within: 7 },
  },
]

/** Which of them a plan is, whatever it is called. */
export function knownIdOf(plan: ChallengePlan): KnownChallengeId | undefined {
  return KNOWN_CHALLENGES.find((known) => samePlan(known.plan, plan))?.id
}
