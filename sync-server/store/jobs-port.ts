export type JobRun = 'done' | 'done-before' | 'elsewhere'

/** What runs by the clock, on one process of all that share the data. */
export interface JobStore {
  /** Until which slot each job that has ever run has done its work. A slot is a number that grows with time. */
  slots(): Promise<ReadonlyMap<string, number>>
  /**
   * Does the work of a slot and remembers that it is done, while nobody else can. `done-before`: the slot, or a later one, was done;
   * `elsewhere`: it is being done. Rejects with what the work rejects with, and then it counts as not done.
   */
  run(name: string, slot: number, work: () => Promise<void>): Promise<JobRun>
}
