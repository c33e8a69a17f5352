import type { CivilDate, Weekday } from '../../shared/calendar/civil-date.ts'
import type { Metric } from '../../shared/metric/metric.ts'
import type { UnitPreference } from '../../shared/metric/unit.ts'
import type { Analysis } from '../insight/analysis.ts'
import type { Challenge } from '../insight/challenge/challenge.ts'
import type { DailySeries } from '../insight/daily-series.ts'
import type { PauseDates } from '../insight/day-marks.ts'
import type { Experiment } from '../insight/experiment/experiment.ts'
import type { Goal } from '../insight/goal/goal.ts'
import type { Dismissal } from '../insight/risk/dismissal.ts'

/** Everything an answer is made of: the person's records, what the insights made of them, and what day it is where. */
export interface CoachFacts {
  readonly today: CivilDate
  /** IANA. With `locale` it says which emergency numbers apply and nothing else. */
  readonly timeZone: string
  /** BCP 47. */
  readonly locale: string
  readonly weekStart: Weekday
  readonly units: UnitPreference
  /** Those that can be asked about, in the order screens show them: built-in ones and the person's own. */
  readonly metrics: readonly Metric[]
  /** Of each metric at most one, in the stored unit. May reach past today: what has not come yet is not looked at. */
  readonly series: readonly DailySeries[]
  /** Null where it has not been made yet: then nothing is said that rests on it. Of another day than `today` it is said to be so. */
  readonly analysis: Analysis | null
  /** Days with any entry, in any order. */
  readonly loggedDays: readonly CivilDate[]
  readonly pauses: readonly PauseDates[]
  readonly goals: readonly Goal[]
  readonly challenges: readonly Challenge[]
  readonly experiments: readonly Experiment[]
  /** Risks that the person put aside: they are not told. */
  readonly dismissals: readonly Dismissal[]
}
