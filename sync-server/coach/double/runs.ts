/** How an adapter is tested. */
export interface Runs {
  /** Whether a turn can be left in its middle from here; in another process it cannot. */
  readonly canLeave: boolean
  /** Whether everything is tried, or some of each kind. */
  readonly isThorough: boolean
}
