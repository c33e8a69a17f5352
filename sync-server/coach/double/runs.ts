/** How an adapter is tested. */
export interface Runs {
  /** Whether a turn can be left in its middle from here; in another process it cannot. */
  readonly canLeave: boolean
  /** Whether every fault is tried at every place, or one at each. */
  readonly isThorough: boolean
}
