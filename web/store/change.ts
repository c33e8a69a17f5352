import type { Fields } from '../../shared/document/document.ts'
import type { SourceId } from '../../shared/metric/metric.ts'

/** Fields to set in one document. `null` clears a field; fields not named stay as they are. */
export interface Edit {
  readonly collection: string
  readonly id: string
  readonly fields: Fields
}

export type ChangeKind = 'edit' | 'delete' | 'import' | 'restore' | 'undo' | 'settings' | 'sample'

/** Names a change in the journal: a UUIDv7 made from the change's stamp, so text order is the order of writing. */
export type ChangeId = string & { readonly __brand: 'ChangeId' }

/** What a commit answers that found nothing to write. It names no change: undoing it is `not-found`. */
export const NO_CHANGE = '' as ChangeId

/** What an import did, for the list of changes. Counts are values (one metric on one day), `refused` cells or rows. */
export interface ImportSummary {
  readonly file: string
  readonly source: SourceId
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly refused: number
}

/** What a change says of itself, whatever it writes. */
export interface ChangeHeader {
  readonly kind: ChangeKind
  /** For a person, in the past tense: 'Weight on 23 Nov saved'. Shown in the undo toast and the list of changes. */
  readonly label: string
  /** Edits of one editing session (the keystrokes in one field) are one entry in the journal. */
  readonly session?: string
  /** False: no toast (default true). */
  readonly announce?: boolean
  readonly summary?: ImportSummary
}

export interface Change extends ChangeHeader {
  readonly edits: readonly Edit[]
}

/** Makes the change when it is its turn to be written: what it reads by then is what was written before it. */
export type ChangeInTurn = (newId: () => string) => Change | Promise<Change>
