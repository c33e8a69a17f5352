import type { CivilDate, Weekday } from '../../shared/calendar/civil-date.ts'
import type { ChallengePlan } from '../insight/challenge/challenge.ts'
import type { Cadence } from '../insight/goal/goal.ts'
import type { Rule } from '../insight/goal/rule.ts'

/** What a question was taken to ask. */
export const INTENTS = [
  /** How am I doing: levels of all metrics, or of one. */
  'overview',
  /** What moved, and what stands out. */
  'change',
  /** What goes with what, as far as the findings say. */
  'why',
  /** Two periods, or weekdays and weekends, beside each other. */
  'compare',
  /** A metric on a day or over days: its value, average, sum, least, most. */
  'value',
  /** On how many days something held. */
  'count',
  /** Best and worst days. */
  'extreme',
  'trend',
  'streak',
  'goal',
  'challenge',
  'forecast',
  'risk',
  /** What to log, and values told to be logged. */
  'log',
  /** What to try next. */
  'next',
  'help',
  'greeting',
  'thanks',
  /** Refused: what somebody has, and what it means for their health. */
  'diagnosis',
  /** Refused: medicines, doses, supplements. */
  'medication',
  /** Danger: whom to call. */
  'crisis',
  'unknown',
] as const

export type Intent = (typeof INTENTS)[number]

/** An answer as words and figures in their order; a line feed in the words begins a new line. */
export interface Answer {
  readonly intent: Intent
  readonly parts: readonly AnswerPart[]
  /** What it is about, where it is about one metric. */
  readonly metric?: string
  /** The days it was computed over, where it is about days. */
  readonly period?: AskedPeriod
  /** Those they were held against. */
  readonly against?: AskedPeriod
  /** What was worked out over the period. */
  readonly statistic?: Statistic
  /** Proposals, to be confirmed by the person: nothing is done by an answer. */
  readonly actions: readonly ProposedAction[]
  /** Questions that may come next, as they would be typed. */
  readonly suggestions: readonly string[]
}

export type AnswerPart = string | AnswerFigure

/** A number (or a date) in an answer. */
export interface AnswerFigure {
  /** As it is read: `7 h 24`, `8 214`, `23 Nov 2026`. */
  readonly text: string
  /** Unrounded, in `unit`; of a difference, with its sign. A date as `2026-11-23`. */
  readonly value: number | string
  /** The unit `value` is in: `steps`, `kg`, `lb`, `h`, `days`, `%`, `date`; empty where it has none. */
  readonly unit: string
  /** Where in the app it stands: `/history?metric=steps&range=M&until=2026-11-23`. */
  readonly link: string
  /** Names the figure: `mean:steps:2026-11-01..2026-11-27`, `association:steps>sleep:1:up#effect`. */
  readonly figure: string
}

export type Statistic = 'value' | 'mean' | 'sum' | 'median' | 'min' | 'max' | 'count'

/** Days of the calendar, both ends included. */
export interface AskedPeriod {
  readonly from: CivilDate
  readonly to: CivilDate
  /** Only these days of the week. */
  readonly weekdays?: readonly Weekday[]
  /** As a sentence has it: `in March 2026`, `on Tuesday, 24 Nov 2026`, `in the last 30 days`. */
  readonly words: string
  /** What it is a piece of, so that the one before it is known. */
  readonly piece: 'day' | 'week' | 'month' | 'year' | 'days' | 'all'
}

/** What a card proposes. Values are in the stored unit of their metric. */
export type ProposedAction =
  | {
      readonly kind: 'log'
      readonly label: string
      readonly metric: string
      readonly date: CivilDate
      /** Left out: the person is asked for it. */
      readonly value?: number
    }
  | {
      readonly kind: 'set-goal'
      readonly label: string
      readonly metric: string
      readonly rule: Rule
      readonly cadence: Cadence
      readonly until?: CivilDate
    }
  | { readonly kind: 'start-challenge'; readonly label: string; readonly plan: ChallengePlan }
  | {
      readonly kind: 'plan-trial'
      readonly label: string
      readonly outcome: string
      /** The metric whose days would be made different. */
      readonly condition?: string
    }

/** What a follow-up ("and last month?", "why?") refers to. Plain JSON. */
export interface Memory {
  readonly intent?: Intent
  readonly metric?: string
  readonly period?: AskedPeriod
  readonly statistic?: Statistic
  /** `over 10 000`, in the stored unit. */
  readonly bound?: Bound
}

export interface Bound {
  readonly low?: number
  readonly high?: number
  /** A day at the bound itself does not count: `more than`, `under`. */
  readonly isStrict: boolean
}

export const NO_MEMORY: Memory = {}

export const answerText = ({ parts }: Pick<Answer, 'parts'>): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')

export const answerFigures = ({ parts }: Pick<Answer, 'parts'>): AnswerFigure[] =>
  parts.filter((part) => typeof part !== 'string')
