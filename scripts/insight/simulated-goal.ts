/** A figure of a simulation beside what it may be. Shares are from 0 to 1. */
export interface SimulatedGoal {
  readonly name: string
  readonly value: number
  readonly atMost?: number
  readonly atLeast?: number
  /** What the figure was counted in. */
  readonly detail: string
}

/** A simulation of so many persons a cell. Seeds are fixed: the same number gives the same figures everywhere. */
export type Simulation = (persons: number) => readonly SimulatedGoal[]

export const isMet = ({ value, atMost, atLeast }: SimulatedGoal): boolean =>
  (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast)
