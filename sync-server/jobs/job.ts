/** The jobs there are, as an outside scheduler calls them. */
export const JOB_NAMES = ['reminders', 'weekly-wake-up', 'leaderboard-roll-over', 'housekeeping'] as const

export type JobName = (typeof JOB_NAMES)[number]

/** Something that is done by the clock, once for all processes that share the data. */
export interface Job {
  readonly name: JobName
  /** How often, in ms. */
  readonly everyMs: number
  /** Answers what was done, in numbers, for the log. */
  readonly run: () => Promise<Readonly<Record<string, number>>>
}
