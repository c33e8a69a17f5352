import type { ExperimentPlan } from '../experiment/plan.ts'
import type { ExperimentCaveat, ExperimentRefusal, ExperimentResult } from '../experiment/result.ts'
import type { ExperimentState } from '../experiment/schedule.ts'
import { period } from './dates.ts'
import { dayCount, differing, halfWidth, rangeOf } from './differing.ts'
import { capitalised, type Figure, type Sentence, say, together } from './sentence.ts'
import type { TermsOf } from './terms.ts'

const count = (key: string, value: number): Figure => ({ key, value, text: String(value) })

/** What came out, said of the plan's own two ways. */
export function experimentSentence(
  result: ExperimentResult,
  plan: Pick<ExperimentPlan, 'change' | 'usual'>,
  termsOf: TermsOf,
): Sentence {
  const { difference, ci95, verdict, smallestEffect, outcome, n, pairs, from, to } = result
  const terms = termsOf(outcome)
  const basis = say`${rangeOf(terms, ci95)}; ${dayCount('n', n)} in ${count('pairs', pairs)} pairs of blocks, ${period(from, to)}; order drawn by chance`
  const size = differing(terms, { value: difference, ci95, key: 'difference' })
  const days = say`days with “${plan.change}” came with ${size} than days with “${plan.usual}” (${basis}).`
  const smallest = { key: 'smallestEffect', value: smallestEffect, text: terms.size(smallestEffect, halfWidth(ci95)) }
  switch (verdict) {
    case 'higher':
    case 'lower':
      return capitalised(days)
    case 'about-the-same':
      return together(
        say`About the same: a difference of ${smallest}, the least that would matter to you, is ruled out.`,
        capitalised(days),
      )
    case 'unclear':
      return together(
        say`The question stays open: the days leave room for no difference and for one that matters.`,
        capitalised(days),
      )
  }
}

/** Why there is no result. */
export function experimentRefusalSentence({ reason, pairs, needed }: ExperimentRefusal): Sentence {
  switch (reason) {
    case 'plan-changed':
      return say`The plan is not the one that was locked before the first day, so its days cannot be judged by it.`
    case 'not-over':
      return say`The result comes after the last day. Looking earlier would make chance look like an effect.`
    case 'too-few-pairs':
      return say`Too few days were recorded: ${count('pairs', pairs)} pairs of blocks can be compared, and it takes ${count('needed', needed)}.`
    case 'no-variation':
      return say`The values never differed, so there is nothing to compare.`
  }
}

const CAVEATS: Readonly<Record<ExperimentCaveat, string>> = {
  'pairs-left-out': 'Some pairs of blocks had too few values and were left out.',
  'stopped-early': 'It was ended before its last day.',
  'often-not-kept': 'The plan was kept on fewer than 4 of 5 marked days, so it says little of what keeping to it does.',
}

export const experimentCaveatText = (caveat: ExperimentCaveat): string => CAVEATS[caveat]

/** What is to be done today. */
export function experimentStateSentence(
  state: ExperimentState,
  plan: Pick<ExperimentPlan, 'change' | 'usual'>,
): Sentence {
  switch (state.phase) {
    case 'before':
      return say`It begins in ${dayCount('daysUntil', state.daysUntil)}.`
    case 'over':
      return say`It is over.`
    case 'wash-out':
    case 'measured': {
      const block = say`block ${count('block', state.block)} of ${count('blocks', state.blocks)}, ${dayCount('daysLeft', state.daysLeft)} left`
      const settling = state.phase === 'wash-out' ? say`Today is for settling in and is not measured.` : undefined
      return together(say`Today: “${plan[state.arm]}” (${block}).`, settling)
    }
  }
}
