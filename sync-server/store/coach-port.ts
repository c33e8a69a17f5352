import type { AccountId } from './ports.ts'

/** How long a question that the agent did not take is kept for others who wait for its end, in ms. */
export const REFUSED_KEPT_MS = 600_000

const DAY_MS = 24 * 3_600_000

/** The UTC day of an instant in ms since 1970 UTC, in days from there. */
export const dayOf = (instant: number): number => Math.floor(instant / DAY_MS)
/** When that day begins, in ms since 1970 UTC. */
export const startOfDay = (day: number): number => day * DAY_MS

/** A person's agent, as far as it has to be found again. Marks are HMACs: what they stand for cannot be read from them. */
export interface KeptAgent {
  readonly kind: string
  readonly agentId?: string
  /** Null: it was told that there is none. */
  readonly contextMark?: string | null
  readonly aboutMark?: string | null
}

/** Who runs a turn. A lease that another has taken meanwhile is nobody else's any more. */
export interface TurnHold {
  readonly account: AccountId
  readonly turnId: string
  /** Thrown for each time that somebody begins or takes up a turn. */
  readonly owner: string
}

/** Times in ms since 1970 UTC. */
export interface Lease {
  readonly now: number
  readonly leaseUntil: number
}

/** What may be used up in a day. */
export interface DayLimits {
  readonly turns: number
  readonly tokens: number
  /** By all accounts together. */
  readonly serverTokens: number
}

export interface TurnDraft extends TurnHold, Lease {
  /** Tells this request from every other: an HMAC. */
  readonly request: Uint8Array
  /** Tells the turn's key from every other: an HMAC. */
  readonly proof: Uint8Array
  /** By which the agent's service knows this attempt. */
  readonly otid: string
  /** Days since 1970 UTC. */
  readonly day: number
  /** Tokens that are counted until it is known how many were used. */
  readonly reserve: number
  readonly limits: DayLimits
}

export type Begun =
  | { readonly outcome: 'begun'; readonly agent: KeptAgent | undefined }
  /** There is this turn. */
  | { readonly outcome: 'kept' }
  /** There is a turn of this id, and it asked something else. */
  | { readonly outcome: 'differs' }
  /** Another turn of the account is running. */
  | { readonly outcome: 'busy' }
  | { readonly outcome: 'budget' }

/**
 * `running` also where nobody runs it any more: its lease has run out then. `refused`: the agent has not taken the question, which
 * may be asked anew.
 */
export type TurnState = 'running' | 'done' | 'failed' | 'refused'

/** A piece of a reply, sealed. They are numbered from 0. */
export interface SealedPiece {
  readonly n: number
  readonly sealed: Uint8Array
}

export interface KeptTurn {
  readonly state: TurnState
  readonly proof: Uint8Array
  readonly otid: string
  readonly runId: string | undefined
  /** Where the agent's service goes on after the last piece. */
  readonly cursor: number | undefined
  /** Until when somebody runs it; 0: nobody does. */
  readonly leaseUntil: number
  readonly agent: KeptAgent | undefined
  readonly pieces: readonly SealedPiece[]
}

/** What is written of a running turn; what is left out stays. */
export interface TurnProgress extends Lease {
  readonly piece?: SealedPiece & { readonly cursor: number | undefined }
  readonly runId?: string
  readonly agent?: KeptAgent
}

export interface TurnEnd {
  readonly state: Exclude<TurnState, 'running'>
  readonly piece: SealedPiece
  /** Tokens that it took; undefined: nobody knows, and what was reserved stays counted. */
  readonly tokens: number | undefined
  readonly agent?: KeptAgent
}

/** What an account has, and what of a day is used up. */
export interface CoachUse {
  readonly agent: KeptAgent | undefined
  readonly turns: number
  readonly tokens: number
  readonly serverTokens: number
}

/** A turn as its owner takes it along: there is nothing to read in it. */
export interface TurnRecord {
  readonly turnId: string
  readonly state: TurnState
  readonly startedAt: number
}

/**
 * Turns with an agent, one at a time for each account, over all processes; and what of the day's turns and tokens is used up. Each
 * call is one transaction. Of a question nothing is kept, and of a reply only what is sealed with a key that is not.
 */
export interface CoachStore {
  /** Begins a turn if the account has none running and the day has room for it. Rejects with `AccountGone`. */
  begin(draft: TurnDraft): Promise<Begun>
  /** Takes up a turn that nobody runs any more. `over`: it has ended, or is not there. */
  take(hold: TurnHold, lease: Lease): Promise<'taken' | 'busy' | 'over'>
  /** The turn with its pieces from number `from` on; undefined: there is none. */
  read(account: AccountId, turnId: string, from: number): Promise<KeptTurn | undefined>
  /** Renews the lease and writes. `lost`: another has it, or nothing is there any more, and nothing was written. */
  write(hold: TurnHold, progress: TurnProgress): Promise<'ok' | 'cancelled' | 'lost'>
  /** Ends the turn and the lease. A `refused` turn is not counted. False: another has the lease. */
  finish(hold: TurnHold, end: TurnEnd): Promise<boolean>
  /** Lets the lease go, for another to take the turn up at once. */
  release(hold: TurnHold): Promise<void>
  /**
   * Has a running turn stopped by who runs it. One that nobody runs has failed by this. Answers the turn as it was; undefined where
   * there is none.
   */
  cancel(account: AccountId, turnId: string, now: number): Promise<Omit<KeptTurn, 'pieces'> | undefined>
  /** Forgets a turn that has ended. `ok` too where there is none. */
  acknowledge(account: AccountId, turnId: string): Promise<'ok' | 'running'>
  use(account: AccountId, day: number): Promise<CoachUse>
  /**
   * Takes the account's lease with no turn, to have the agent forgotten. Where a turn is running it is to be stopped, and the answer
   * is `busy`.
   */
  holdToForget(
    hold: Omit<TurnHold, 'turnId'>,
    lease: Lease,
  ): Promise<{ readonly agent: KeptAgent | undefined } | 'busy'>
  /** Ends that lease. With `forgotten` nothing is left of the agent nor of any turn; what was used up stays counted. */
  endForgetting(hold: Omit<TurnHold, 'turnId'>, forgotten: boolean): Promise<void>
  turnsOf(account: AccountId): Promise<readonly TurnRecord[]>
  /** Removes turns that began before (ms since 1970 UTC), and the use of days before. Answers how many turns. */
  removeOld(before: number): Promise<number>
}
