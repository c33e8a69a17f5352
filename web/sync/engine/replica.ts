import type { Document } from '../../../shared/document/document.ts'
import type { Result } from '../../../shared/result/result.ts'
import type { EnvelopeKey } from '../../../shared/sync/messages.ts'
import type { RemotePage } from '../../store/apply-remote.ts'
import type { SaveProblem } from '../../store/save-problem.ts'
import type { QuarantinedRow, Refused, SyncTrouble } from '../../store/sync-rows.ts'

/** Where a device stands. Whatever a run writes names it, and is not written where the device has moved on without it. */
export interface Position {
  /** Names the turning-on of synchronisation. */
  readonly turn: string
  /** Empty before the first answer. */
  readonly epoch: string
  readonly cursor: number
}

export interface ReplicaState extends Position {
  /** Documents that are not backed up. */
  readonly unsent: number
  /** 16 bytes: shared/sync/digest.ts. */
  readonly digest: Uint8Array
  /** [S7] When everything was last pulled again because the digests differed; ms since 1970 UTC, 0: never. */
  readonly comparedAt: number
  /** [C4] What is added to this device's clock, in ms. */
  readonly clockOffset: number
  readonly quarantined: ReadonlySet<EnvelopeKey>
}

/** A document to be sent, as it was when it was read. */
export interface UnsentDocument {
  readonly collection: string
  readonly id: string
  readonly token: string
  /** What of it may leave the device; undefined: nothing, and it is not to be sent. */
  readonly document: Document | undefined
}

/** A sealed document that asks for its base. */
export interface BaseQuestion {
  readonly collection: string
  readonly id: string
  readonly token: string
  readonly key: EnvelopeKey
}

/** How a run ended, for the screen. */
export interface RunReport {
  /** Undefined: it came to its end. */
  readonly trouble: SyncTrouble['kind'] | undefined
  readonly refused: Refused | undefined
}

/** `superseded`: synchronisation was turned off, or another run has gone on from where this one stands. */
export type ReplicaProblem =
  | { readonly kind: 'superseded' }
  | { readonly kind: 'storage'; readonly problem: SaveProblem }

type Answer<Value> = Promise<Result<Value, ReplicaProblem>>

/** What the engine needs of a device's documents. Each call is one transaction. */
export interface Replica {
  /** Where the device stands. `superseded`: synchronisation is off. */
  begin(): Answer<ReplicaState>
  /**
   * Up to `limit` documents that are not backed up, in the order of collection and id, after this one. From now on their
   * stamps count as known elsewhere.
   */
  take(after: UnsentDocument | undefined, limit: number): Answer<readonly UnsentDocument[]>
  /**
   * The version that each document replaces, 0 for none; those that were written or merged since they were read are
   * absent. Sent on such a base, what they hold would overwrite what they never saw.
   */
  bases(questions: readonly BaseQuestion[]): Answer<ReadonlyMap<EnvelopeKey, number>>
  /** [D1, D2] An answer of the server: merges, marks and the new cursor. */
  apply(from: Position, page: RemotePage): Answer<ReplicaState>
  /** [S6, S7] Forgets what the server holds and marks everything, so that all of it is offered and merged again. */
  startOver(from: Position, epoch: string, comparedAt: number): Answer<ReplicaState>
  /** [C4] Adds `offset` (ms) to the clock from now on, and puts right what it stamped and nobody has seen. */
  correctClock(from: Position, offset: number): Answer<void>
  /** [E5] Envelopes that could not be opened, oldest first. */
  quarantined(limit: number): Answer<readonly QuarantinedRow[]>
  finish(turn: string, report: RunReport): Answer<void>
}
