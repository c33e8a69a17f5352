import type { BenchBrowser } from './browser.ts'

/** What a bench found: the name of a budget in `baseline.json`, and the figure in that budget's unit. */
export interface Finding {
  readonly name: string
  readonly value: number
  /** The figures it came from, for a reader who doubts it. */
  readonly detail?: string
}

/** A budget that this machine cannot measure. */
export interface Skipped {
  readonly name: string
  /** What the machine lacks. */
  readonly skipped: string
}

/** One measurement, or several that come out of one run so that their ratio means something on a noisy machine. */
export type Bench = (browser: BenchBrowser) => Promise<readonly (Finding | Skipped)[]>
