import type { BetterAuthOptions } from 'better-auth'
import type { EnvelopeKey, Keyslot, KeyslotDraft, RejectedReason } from '../../shared/sync/messages.ts'
import type { CoachStore } from './coach-port.ts'
import type { JobStore } from './jobs-port.ts'
import type { LeaderboardStore } from './leaderboard-port.ts'
import type { PushStore } from './push-port.ts'
import type { StandingsTopic } from './standings-topic.ts'

/** Names an account: better-auth's user id. */
export type AccountId = string & { readonly __brand: 'AccountId' }

/** What a write rejects with when its account was deleted while somebody was still signed in. */
export class AccountGone extends Error {
  constructor() {
    super('the account does not exist')
    this.name = 'AccountGone'
  }
}

/** A sealed document to write. `envelope` are its bytes, within the limits. */
export interface Push {
  readonly key: EnvelopeKey
  readonly base: number
  readonly envelope: Uint8Array
}

/** One request as the store takes it: parsed, bounded, no key twice. */
export interface Exchange {
  /** As the device knows it; empty where it knows none. */
  readonly epoch: string
  readonly cursor: number
  readonly push: readonly Push[]
  /** Bytes that the account's envelopes may hold together. */
  readonly quotaBytes: number
  /** The most changes in one page, by number and by bytes of envelopes; one is always given, so that a reader gets on. */
  readonly pageDocuments: number
  readonly pageBytes: number
}

export type PushOutcome =
  | { readonly key: EnvelopeKey; readonly status: 'ok'; readonly version: number }
  | {
      readonly key: EnvelopeKey
      readonly status: 'conflict'
      readonly version: number
      readonly envelope: Uint8Array | null
    }
  | { readonly key: EnvelopeKey; readonly status: 'rejected'; readonly reason: RejectedReason }

export interface StoredChange {
  readonly key: EnvelopeKey
  readonly version: number
  readonly envelope: Uint8Array
}

export interface ExchangeOutcome {
  readonly epoch: string
  /** In the order of the pushes. */
  readonly results: readonly PushOutcome[]
  readonly changes: readonly StoredChange[]
  readonly cursor: number
  readonly more: boolean
  /** The account's documents after this request. */
  readonly count: number
  /** 16 bytes: see shared/sync/digest.ts. */
  readonly digest: Uint8Array
  /** The account's highest version after this request. */
  readonly head: number
}

/**
 * The sealed documents of all accounts. Each call is one transaction.
 *
 * `exchange` holds [S1]-[S6]: a push whose `base` is the stored version is written and gets the account's next version; the
 * same bytes again are `ok` with the version they have; else nothing is written and the stored one is the answer. Where
 * `epoch` is not the store's own, bases and the cursor say nothing and count as 0. Over quota: `rejected`, and the next push
 * is judged by itself. Changes come in version order from `cursor` (exclusive), without this request's own writes. With
 * `more` false `cursor` is the head, else the version of the last change given.
 *
 * Of an account that does not exist there is nothing to read, and a write rejects with `AccountGone`.
 */
export interface SyncStore {
  exchange(account: AccountId, exchange: Exchange): Promise<ExchangeOutcome>
  /** All envelopes and keyslots of the account, for its owner to take along. */
  exportAccount(account: AccountId): Promise<AccountExport>
  keyslots(account: AccountId): Promise<readonly Keyslot[]>
  /** Creates or replaces a slot. `full`: the account has as many as it may. */
  putKeyslot(account: AccountId, slot: KeyslotDraft, now: number): Promise<'ok' | 'full'>
  /** False: there was none. */
  deleteKeyslot(account: AccountId, id: string): Promise<boolean>
  /** Everything of the account, in one transaction: envelopes, keyslots, sessions, credentials, the account itself. */
  deleteAccount(account: AccountId): Promise<void>
}

export interface AccountExport {
  readonly epoch: string
  readonly documents: readonly StoredChange[]
  readonly keyslots: readonly Keyslot[]
}

/** How many rows had expired. */
export interface ExpiredRows {
  readonly sessions: number
  readonly verifications: number
  /** Lines of the trail of what happened, where there is one, of more than a year ago. */
  readonly audit: number
}

/** [S9] Tells whoever listens, on any process, that what a topic names has moved: an account's version. Carries no content. */
export interface Pokes<Topic extends string = AccountId> {
  publish(topic: Topic): void
  /** Returns how to stop. */
  subscribe(topic: Topic, listener: () => void): () => void
}

/** A place to keep everything the server keeps. */
export interface Store {
  readonly sync: SyncStore
  readonly pokes: Pokes
  readonly leaderboard: LeaderboardStore
  /** That a leaderboard has moved, for who looks at it: topics are made by `standingsTopic`. */
  readonly standingsPokes: Pokes<StandingsTopic>
  readonly push: PushStore
  readonly coach: CoachStore
  readonly jobs: JobStore
  /** Where better-auth keeps users, sessions and credentials: the same database. */
  readonly auth: NonNullable<BetterAuthOptions['database']>
  /**
   * Removes the sessions and verifications of all accounts that were over before `now` (ms since 1970 UTC), which nothing asks
   * for any more, and what of the trail is old. A device that comes back after its session has ended finds it gone either way, and signs in.
   */
  deleteExpired(now: number): Promise<ExpiredRows>
  /** Rejects when the store cannot answer. */
  ready(): Promise<void>
  /** Finishes what is under way, checkpoints, and lets go. */
  close(): Promise<void>
}
