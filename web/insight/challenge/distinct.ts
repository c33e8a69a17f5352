import { type Challenge, samePlan } from './challenge.ts'
import type { ChallengeStanding } from './standing.ts'

export interface StandingChallenge {
  readonly challenge: Challenge
  readonly standing: ChallengeStanding
}

/** A challenge as a person sees it, and the documents of it that are the same. */
export interface DistinctChallenge extends StandingChallenge {
  readonly twins: readonly string[]
}

/**
 * Two devices that begin the same challenge without knowing of each other make two documents of it. Of running ones with
 * the same plan the earliest is shown, by its first day and then its id, and stands for the others.
 */
export function distinctRunning(challenges: readonly StandingChallenge[]): DistinctChallenge[] {
  const running = challenges
    .filter(({ standing }) => standing.state === 'running')
    .sort((a, b) => compare(a.challenge.from, b.challenge.from) || compare(a.challenge.id, b.challenge.id))
  const groups: StandingChallenge[][] = []
  for (const one of running) {
    const group = groups.find(([first]) => first !== undefined && samePlan(first.challenge.plan, one.challenge.plan))
    if (group === undefined) groups.push([one])
    else group.push(one)
  }
  return groups.flatMap(([shown, ...others]) =>
    shown === undefined ? [] : [{ ...shown, twins: others.map(({ challenge }) => challenge.id) }],
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
