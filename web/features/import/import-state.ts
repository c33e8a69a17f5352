import type { Inspection, Layout, Progress } from '../../importer/index.ts'
import type { ChangeId } from '../../store/commit.ts'
import type { PlanPreview, ReadSummary } from '../../workers/import-client.ts'

/** What the file holds and what importing it would do. */
export type Preview = ReadSummary & PlanPreview

export interface ChooseState {
  readonly step: 'choose'
  /** Why the last file led nowhere. */
  readonly problem?: string
}

export interface WorkingState {
  readonly step: 'working'
  readonly label: string
  readonly progress?: Progress
}

export interface PreviewState {
  readonly step: 'preview'
  readonly file: File
  readonly inspection: Inspection
  /** As guessed, or as the person changed it. */
  readonly layout: Layout
  /** Undefined where the file cannot be read by this layout: `problem` says why. */
  readonly preview?: Preview
  readonly problem?: string
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
export type ImportState = ChooseState | WorkingState | PreviewState | DoneState
