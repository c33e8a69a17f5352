import { CALORIES, PROTEIN, SLEEP, STEPS, WEIGHT } from '../../../shared/metric/catalogue.ts'
import type { GuidelineId, NextStep, Risk, RiskMeasure, RiskRule } from './risk.ts'
import { LEVEL_DAYS, meanLevel, smoothedLevel } from './smoothed-level.ts'
import { PACE_DAYS, weeklyPace } from './weekly-pace.ts'

/** A rule that holds an estimate over the last days of a metric against a threshold. */
export interface EstimateRule {
  readonly rule: RiskRule
  readonly metric: string
  readonly measure: RiskMeasure
  /** Days that the estimate looks at. */
  readonly days: number
  readonly severity: Risk['severity']
  readonly guideline: GuidelineId
  readonly step: NextStep
  /** It is only told when the whole interval lies past the threshold. */
  readonly onlySure?: true
  /** A rule that need not speak as well when this one does. */
  readonly covers?: RiskRule
  /** What is found on the day at `index` of the metric's days; undefined with too few of them. */
  readonly estimate: (values: Float64Array, index: number, facts: BodyFacts) => Estimate | undefined
  /** Whether the estimate lies past the threshold at all: what keeps a risk going that was told for more. */
  readonly holds: (values: Float64Array, index: number, facts: BodyFacts) => boolean
}

/** What a threshold may need to know of the person. */
export interface BodyFacts {
  /** kg. */
  readonly weight: number | undefined
}

export interface Estimate {
  readonly value: number
  /** The same by a median, which no single day moves. */
  readonly robust: number
  readonly standardError: number
  readonly ci95: readonly [low: number, high: number]
  readonly n: number
  readonly threshold: number
  readonly side: Risk['side']
}

const PROTEIN_PER_KG = 0.8
const FASTEST_SHARE_A_WEEK = 0.01

/** In the order in which they are read: the graver of two that cover each other first. */
export const ESTIMATE_RULES: readonly EstimateRule[] = [
  {
    ...below(6),
    rule: 'very-low-sleep',
    metric: SLEEP.id,
    severity: 'high',
    guideline: 'sleep-6-hours',
    step: 'talk-about-sleep',
    covers: 'low-sleep',
  },
  {
    ...below(7),
    rule: 'low-sleep',
    metric: SLEEP.id,
    severity: 'medium',
    guideline: 'sleep-7-hours',
    step: 'earlier-bedtime',
  },
  {
    ...below(5000),
    rule: 'very-low-activity',
    metric: STEPS.id,
    severity: 'medium',
    guideline: 'steps-5000',
    step: 'short-walk',
  },
  {
    ...below(1200),
    rule: 'very-low-calories',
    metric: CALORIES.id,
    severity: 'high',
    guideline: 'energy-1200',
    step: 'complete-meals',
    onlySure: true,
  },
  {
    ...below(({ weight }) => (weight === undefined ? undefined : PROTEIN_PER_KG * weight)),
    rule: 'low-protein',
    metric: PROTEIN.id,
    severity: 'medium',
    guideline: 'protein-rda',
    step: 'protein-each-meal',
  },
  {
    ...moving('below', -FASTEST_SHARE_A_WEEK),
    rule: 'rapid-loss',
    metric: WEIGHT.id,
    severity: 'high',
    guideline: 'loss-pace',
    step: 'talk-about-loss',
    onlySure: true,
  },
  {
    ...moving('above', FASTEST_SHARE_A_WEEK),
    rule: 'rapid-gain',
    metric: WEIGHT.id,
    severity: 'medium',
    guideline: 'gain-5-kg',
    step: 'talk-about-gain',
    onlySure: true,
  },
]

type EstimateOf = Pick<EstimateRule, 'measure' | 'days' | 'estimate' | 'holds'>

/** The level of two weeks, held against a number or what the person's body makes of it. */
function below(threshold: number | ((facts: BodyFacts) => number | undefined)): EstimateOf {
  const limitFor = (facts: BodyFacts) => (typeof threshold === 'number' ? threshold : threshold(facts))
  return {
    measure: 'level',
    days: LEVEL_DAYS,
    estimate: (values, index, facts) => {
      const limit = limitFor(facts)
      const level = limit === undefined ? undefined : smoothedLevel(values, index)
      if (limit === undefined || level === undefined) return undefined
      const { mean, median, standardError, ci95, n } = level
      return { value: mean, robust: median, standardError, ci95, n, threshold: limit, side: 'below' }
    },
    holds: (values, index, facts) => {
      const mean = meanLevel(values, index)
      return mean !== undefined && mean < (limitFor(facts) ?? Number.NEGATIVE_INFINITY)
    },
  }
}

/** The pace of four weeks, held against a share of the level a week. */
function moving(side: Risk['side'], share: number): EstimateOf {
  const estimate = (values: Float64Array, index: number): Estimate | undefined => {
    const pace = weeklyPace(values, index)
    if (pace === undefined) return undefined
    const { perWeek, robustPerWeek, standardError, ci95, level, n } = pace
    return { value: perWeek, robust: robustPerWeek, standardError, ci95, n, threshold: share * level, side }
  }
  return {
    measure: 'pace',
    days: PACE_DAYS,
    estimate,
    holds: (values, index) => {
      const found = estimate(values, index)
      return found !== undefined && isBeyond(found.value, found.threshold, side)
    },
  }
}

export const isBeyond = (value: number, threshold: number, side: Risk['side']): boolean =>
  side === 'below' ? value < threshold : value > threshold
