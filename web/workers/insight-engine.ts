import { type Analyser, createAnalyser } from '../insight/analyse.ts'
import type { DailySeries } from '../insight/daily-series.ts'
import type { Risk } from '../insight/risk/risk.ts'
import { type RiskOptions, risksOf } from '../insight/risk/risks-of.ts'

/** The statistics that a look runs. Nothing is thrown for any data. */
export interface InsightEngine {
  /** Keeps what it worked out, so that after one edit it is quick. */
  readonly analyse: Analyser
  /** The gravest first. */
  readonly risks: (series: readonly DailySeries[], options: RiskOptions) => readonly Risk[]
}

export const insightEngine = (): InsightEngine => ({ analyse: createAnalyser(), risks: risksOf })
