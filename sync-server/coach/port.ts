import type { CoachErrorCode, TurnDone, TurnError, Usage } from '../../shared/coach/events.ts'
import type { Result } from '../../shared/result/result.ts'

/**
 * An agent that a person speaks to, wherever it is. Calls that speak for one person are made one at a time: the caller holds the
 * person's lock.
 */
export interface Coach {
  readonly kind: CoachKind
  /** Whether the service answers, takes the server's key, and has the model. */
  probe(signal: AbortSignal): Promise<Result<null, CoachErrorCode>>
  /**
   * Asks. Never throws: ends with exactly one `done` or `error`, after which nothing comes. Nothing is sent twice; what broke off is
   * taken up again as long as that gets on, and only then ends as `cut`. Aborting the signal ends it as `cancelled`, and leaves what
   * the service has taken running: `cancel` stops that.
   */
  send(turn: CoachTurn, signal: AbortSignal): AsyncIterable<CoachEvent>
  /** Goes on with a turn that another call of `send` or `resume`, perhaps of a process that is no more, did not see end. */
  resume(turn: CutTurn, signal: AbortSignal): AsyncIterable<CoachEvent>
  /** Stops what runs. Whether that was in time, the turn's own stream says. */
  cancel(ref: CoachRef, runId: string | undefined): Promise<void>
  /** Deletes everything the service holds of a person, and looks whether it is gone: a failure says that it may not be. */
  forget(person: Person, ref: CoachRef | undefined): Promise<Result<Forgotten, CoachErrorCode>>
}

export type CoachKind = 'letta' | 'openai'

export interface Person {
  /** Names an account to the service without telling which it is: lowercase hex, an HMAC under a secret of the server. */
  readonly pseudonym: string
}

/** What is known of a person's agent, kept by the caller between turns. */
export interface CoachRef {
  readonly agentId?: string
  /** The `mark` of the context that the agent has; null where it has none, missing where that is not known. */
  readonly contextMark?: string | null
  /** The same for what the person told of themself. */
  readonly aboutMark?: string | null
}

/** A text for an agent's memory, with what tells it from every other without telling anything of it. */
export interface MarkedText {
  readonly mark: string
  readonly value: string
}

export interface CoachTurn {
  readonly person: Person
  /** Undefined where no turn has told of an agent yet. */
  readonly ref: CoachRef | undefined
  /** A UUID of this attempt, by which the service knows it again. A new one after every `error`. */
  readonly otid: string
  readonly text: string
  /** What the agent may know; null: nothing, and what it knew is taken from it before anything is asked. */
  readonly context: MarkedText | null
  readonly about: MarkedText | null
  /** Oldest first; used by what remembers nothing itself. */
  readonly recent: readonly RecentMessage[]
}

export interface RecentMessage {
  readonly role: 'person' | 'coach'
  readonly text: string
}

/** All that has to be known of a turn to go on with it. */
export interface CutTurn {
  readonly ref: CoachRef
  readonly otid: string
  readonly runId: string | undefined
  /** The `cursor` of the last delta in `partial` that has come since the run was named; undefined where that delta has none. */
  readonly cursor: number | undefined
  /** All deltas so far, joined. */
  readonly partial: string
}

export type CoachEvent =
  /** What is to be kept from now on, once it is known or has changed. */
  | { readonly type: 'ref'; readonly ref: CoachRef }
  /** The service has taken the question and calls the turn so. Cursors before it count no more. */
  | { readonly type: 'run'; readonly runId: string }
  /** More of the reply: well-formed, never empty. `cursor`: where to go on after it, from a service that can. */
  | { readonly type: 'delta'; readonly text: string; readonly cursor?: number }
  | CoachEnd

/** How a turn ends. */
export type CoachEnd =
  | ({ readonly type: 'done' } & Readonly<TurnDone>)
  | ({
      readonly type: 'error'
      /** What was used up all the same. */
      readonly usage?: Usage
    } & Readonly<TurnError>)

/** How many were deleted. */
export interface Forgotten {
  readonly agents: number
  readonly blocks: number
  readonly archives: number
}
