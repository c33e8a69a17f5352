import type { FixedChoices, Inspection, Layout, Progress } from '../../importer/index.ts'
import type { ChangeId } from '../../store/commit.ts'
import type { PlanPreview, ReadSummary } from '../../workers/import-client.ts'

/** What the file holds and what importing it would do. */
export type Preview = ReadSummary & PlanPreview

export interface ChooseState {
  readonly step: 'choose'
  /** Why the last file led nowhere. */
  readonly problem?: string
  /** The last file was put away by the person. */
  readonly notice?: string
}

export interface PreviewState {
  readonly step: 'preview'
  readonly file: File
  readonly inspection: Inspection
  /** What the person said of how the file is cut; the rest was guessed from that. */
  readonly fixed: FixedChoices
  /** As guessed, or as the person changed it. */
  readonly layout: Layout
  /** Undefined where the file cannot be read by this layout: `problem` says why. */
  readonly preview?: Preview
  readonly problem?: string
  /** The person stopped the reading: the file can be read again as it stands. */
  readonly stopped?: boolean
  /** The import was tried and not saved. */
  readonly saveProblem?: string
}

export interface DoneState {
  readonly step: 'done'
  readonly file: File
  readonly preview: Preview
  readonly change: ChangeId
}

/** Where an import stands. Nothing is written before `done`. */
export type ImportState = ChooseState | PreviewState | DoneState

/** What is going on while the step before it is still shown. */
export interface Work {
  readonly label: string
  readonly progress?: Progress
  /** It has taken long enough to be shown: what is over sooner would only flicker. */
  readonly slow: boolean
  /** A write is not cancelled but undone. */
  readonly canCancel: boolean
}
