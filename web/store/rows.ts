import type { Document, Fields, Json, Stamps } from '../../shared/document/document.ts'
import type { ChangeHeader, ChangeId } from './change.ts'

/** The days of a month that count as logged: bit `d - 1` of `days` is day `d`. Months with none have no row. */
export interface LoggedMonth {
  /** `YYYY-MM` */
  readonly month: string
  readonly days: number
}

/** A change, as the journal lists it. What undo needs is apart, in `PreviousValues`, so that listing reads little. */
export interface ChangeRow extends ChangeHeader {
  readonly id: ChangeId
  /** ms since 1970 UTC */
  readonly at: number
  /** How many documents it wrote. */
  readonly size: number
  readonly undone: boolean
  /** False once the previous values have been let go. */
  readonly canUndo: boolean
}

/** What one document was before a change, and the stamps by which undo sees that nobody wrote since. */
export interface PreviousDocument {
  readonly collection: string
  readonly id: string
  /** False where the change made the document. */
  readonly existed: boolean
  /** Values before, of the fields the change wrote; a field that was not there is absent. */
  readonly before: Fields
  /** The stamp each field got from the change. */
  readonly written: Stamps
}

/** What a change replaced, in parts of a batch each: a large import must not be one large row to write. */
export interface PreviousValues {
  readonly id: ChangeId
  /** From 0 */
  readonly part: number
  readonly documents: readonly PreviousDocument[]
}

/** A state of everything, from before something bulk. Its documents are apart, in `Snapshot`. */
export interface RecoveryPoint {
  readonly id: string
  /** ms since 1970 UTC */
  readonly at: number
  /** The label of the change it was taken before. */
  readonly reason: string
  /** How many documents it holds. */
  readonly documents: number
}

export interface Snapshot {
  readonly id: string
  /** From 0 */
  readonly part: number
  readonly documents: readonly Document[]
}

/** Something that belongs to this device alone and is never synchronised or backed up. */
export interface MetaRow {
  readonly name: string
  readonly value: Json
}

/** What was last made of the days, so that screens open at once: can be made again, and is neither synchronised nor backed up. */
export interface InsightRow {
  readonly name: string
  /** Parsed by insight-cache.ts: another version of the app may have written it. */
  readonly value: unknown
}
