import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Risk } from './risk.ts'

/** A person put a risk aside on a day. */
export interface Dismissal {
  /** The `id` of the risk. */
  readonly risk: string
  readonly on: CivilDate
}

/**
 * Whether a risk was put aside and has held ever since. One that went away for two weeks and came back began after that day,
 * so it is shown again; so is one that was put aside over a year ago.
 */
export function isDismissed(risk: Pick<Risk, 'id' | 'since'>, dismissals: readonly Dismissal[]): boolean {
  return dismissals.some((dismissal) => dismissal.risk === risk.id && risk.since <= dismissal.on)
}
