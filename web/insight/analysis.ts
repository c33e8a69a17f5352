import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import type { Forecast } from './forecast.ts'

/**
 * What the analysis of a person's days says. Plain objects of numbers, enums and dates, so that they pass between threads
 * and are kept as they are; words are made of them by `wording`, and nothing in them names a person or carries free text.
 * Effects and intervals are in the stored unit of the metric they are of.
 */
export interface Analysis {
  /** The version of the method, raised whenever the same days would give another answer. */
  readonly version: number
  /** The day it was made on: a day not over yet is not looked at. */
  readonly today: CivilDate
  readonly findings: readonly Finding[]
  /** What came near: q over alpha, up to twice it. To be shown as "maybe; keep logging", or not at all. */
  readonly maybe: readonly Finding[]
  readonly refusals: readonly Refusal[]
  readonly changes: readonly LevelChange[]
  readonly anomalies: readonly Anomaly[]
  readonly alerts: readonly ShiftAlert[]
  readonly comparisons: readonly Comparison[]
  readonly forecasts: readonly (Forecast | NotEnoughData)[]
}

/** 'strong': q at most alpha. 'maybe': q up to twice alpha. */
export type Evidence = 'strong' | 'maybe'

export type Finding = AssociationFinding | WeekdayFinding | TrendFinding

/** Of a metric that is zero on most days: whether it was not, as a share of days from 0 to 1, or how much on days it was not. */
export type Aspect = 'whether' | 'amount'

interface FindingBase {
  readonly metricY: string
  /** What of `metricY` it is about, where that is zero on most days. The effect is then of that: a share of days, or its unit. */
  readonly aspectY?: Aspect
  /** In the stored unit of `metricY`; what it is the effect of, each kind says. */
  readonly effect: number
  readonly ci95: readonly [low: number, high: number]
  /** Days it was computed from, and the first and the last of them. */
  readonly n: number
  readonly from: CivilDate
  readonly to: CivilDate
  readonly p: number
  /** The false discovery rate at which it would just be taken, over everything that was tested with it. */
  readonly q: number
  readonly method: string
  readonly version: number
  readonly evidence: Evidence
  readonly caveats: readonly Caveat[]
}

/** On days `lag` days after `metricX` is at `threshold` or above, `metricY` tends to be `effect` more than on others. */
export interface AssociationFinding extends FindingBase {
  readonly kind: 'association'
  readonly metricX: string
  readonly aspectX?: Aspect
  readonly lag: number
  /** In the unit of `metricX`. */
  readonly threshold: number
  /** Partial correlation of the adjusted series, for what decides and never for what is shown. */
  readonly r: number
  /** Change of `metricY` for one unit of `metricX`, and its standard error. */
  readonly slope: number
  readonly slopeError: number
}

/** `metricY` on `weekday` tends to differ by `effect` from its mean over the week: the weekday that differs most. */
export interface WeekdayFinding extends FindingBase {
  readonly kind: 'weekday'
  /** 1 (Monday) to 7, ISO. */
  readonly weekday: number
  /** Difference of each weekday from the week's mean, Monday first. */
  readonly byWeekday: readonly number[]
}

/** `metricY` moved by `effect` a week over the last `windowDays` days. */
export interface TrendFinding extends FindingBase {
  readonly kind: 'trend'
  readonly windowDays: number
  /** Robust slope a week (Theil and Sen), for the line that is drawn. */
  readonly robustSlope: number
}

export type Caveat =
  /** Under a year of days: a season may stand behind it. */
  | 'short'
  /** Over a third of the days between the first and the last are missing. */
  | 'many-gaps'
  /** The values take few steps, so that sizes are rough. */
  | 'few-values'
  /** Values far from the rest were drawn in. */
  | 'outliers-drawn-in'
  /** On most days nothing happened; it is about days on which something did, or about whether it did. */
  | 'mostly-zero'
  /** Not seen in two weekly runs yet. */
  | 'new'

/** What was looked for and is not said, with the reason. */
export interface Refusal {
  readonly looked: 'association' | 'weekday' | 'trend' | 'change' | 'anomaly' | 'forecast' | 'comparison'
  readonly metricX?: string
  readonly aspectX?: Aspect
  readonly metricY: string
  readonly aspectY?: Aspect
  readonly reason: RefusalReason
  /** Days there were for it. */
  readonly n: number
  /** Days it would take, where days are what is missing. */
  readonly needed?: number
  /** The smallest |r| that would have been seen in four of five cases, where it was looked for and not seen. */
  readonly smallestSeen?: number
  /** The same as a difference in the unit of `metricY`. */
  readonly smallestEffect?: number
}

export type RefusalReason =
  | 'too-few-days'
  | 'no-variation'
  /** The last value is too long ago to speak of the present. */
  | 'stale'
  /** It was looked for, and what there was is no more than chance makes. */
  | 'nothing-seen'
  /** It was seen, and is too small to matter. */
  | 'too-small'
  /** More metrics than are compared with each other. */
  | 'too-many-metrics'

/** The level of a metric moved and stayed. */
export interface LevelChange {
  readonly metric: string
  /** First day of the new level, within `withinDays`. */
  readonly date: CivilDate
  readonly withinDays: number
  /** 'gradual': a straight line fits as well as a step. */
  readonly shape: 'step' | 'gradual'
  readonly before: Level
  readonly after: Level
  /** `after.mean - before.mean`, and in standard deviations of a day. */
  readonly difference: number
  readonly deviations: number
}

export interface Level {
  readonly mean: number
  readonly n: number
  readonly from: CivilDate
  readonly to: CivilDate
}

/** A day far outside of what the days before it let expect. */
export interface Anomaly {
  readonly metric: string
  readonly date: CivilDate
  readonly value: number
  readonly expected: number
  /** How far a day had to be from `expected` to be told; the same unit. */
  readonly limit: number
}

/** Days that stayed on one side of what was expected for longer than chance makes. */
export interface ShiftAlert {
  readonly metric: string
  /** The day on which it was certain enough to tell. */
  readonly date: CivilDate
  /** The day from which on values kept to that side. */
  readonly since: CivilDate
  readonly direction: 'up' | 'down'
  /** Mean difference from what was expected, since then. */
  readonly size: number
  readonly n: number
}

/** A period beside an earlier one of equal length, a calendar day at a time. */
export interface Comparison {
  readonly metric: string
  readonly against: 'period-before' | 'year-ago'
  readonly period: Level
  readonly earlier: Level
  /** `period.mean - earlier.mean` with its 95 % interval. */
  readonly difference: number
  readonly ci95: readonly [low: number, high: number]
  /** 'about-the-same': the interval holds zero. */
  readonly verdict: 'higher' | 'lower' | 'about-the-same'
}

/** Instead of a forecast. */
export interface NotEnoughData {
  readonly kind: 'not-enough-data'
  readonly metric: string
  readonly reason: 'too-few-days' | 'stale' | 'no-days'
  readonly n: number
  /** Days more that are needed, at least. */
  readonly needed: number
  readonly lastObserved?: CivilDate
}
