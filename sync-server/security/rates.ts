import type { Rate } from './token-bucket.ts'

/** How often what may be done. Enough for people and their devices by far, too little to guess, flood or probe. */
export const RATES = {
  /** Requests of the API from one address: a house, an office or a mobile network may stand behind it. */
  byAddress: { burst: 20_000, perSecond: 400 },
  /** Requests of one account, all its devices together. */
  byAccount: { burst: 10_000, perSecond: 100 },
  /** Failed sign-ins to one account from one address. */
  signInAtAddress: { burst: 10, perSecond: 1 / 60 },
  /** Failed sign-ins to one account from anywhere: more, so that nobody is locked out by a stranger who keeps guessing. */
  signInAnywhere: { burst: 100, perSecond: 1 / 30 },
  /** Failed sign-ins from one address, to any account. */
  signInsOfAddress: { burst: 200, perSecond: 1 / 10 },
  /** Requests that publish scores of one account: each of its devices has some after what was logged. */
  publishedScores: { burst: 60, perSecond: 1 / 10 },
  /** Handles, friends and invitations that one account tries: enough to find a free name, too little to list all others. */
  leaderboardTries: { burst: 60, perSecond: 1 / 60 },
  /** Questions to the agent of one account, and looks at how it answers: budgets bound what they cost. */
  coachTurns: { burst: 120, perSecond: 1 },
  /** Sign-ups from one address, also those that fail. */
  signUpsOfAddress: { burst: 200, perSecond: 1 / 10 },
} as const satisfies Record<string, Rate>

export type Rates = { readonly [Name in keyof typeof RATES]: Rate }
