/** The face of the room. Screens import from its files one by one, because who imports from here may load all of it. */
export { type AnalyseOptions, type Analyser, analyse, createAnalyser, findPatterns } from './analyse.ts'
export type {
  Analysis,
  Anomaly,
  AssociationFinding,
  Caveat,
  Comparison,
  Evidence,
  Finding,
  Level,
  LevelChange,
  NotEnoughData,
  Refusal,
  RefusalReason,
  ShiftAlert,
  TrendFinding,
  WeekdayFinding,
} from './analysis.ts'
export { type ComparedPeriod, compare } from './comparison/compare.ts'
export type { DailySeries } from './daily-series.ts'
export type { PauseDates } from './day-marks.ts'
export { type Experiment, experimentOf, fieldsOfExperiment, keptField } from './experiment/experiment.ts'
export { lockOf, type Sha256 } from './experiment/lock.ts'
export { type ExperimentPlan, lastDayOf, problemsOfPlan } from './experiment/plan.ts'
export {
  type ExperimentCaveat,
  type ExperimentRefusal,
  type ExperimentResult,
  experimentResult,
} from './experiment/result.ts'
export { type Arm, type Block, blocksOf, type ExperimentState, stateOn } from './experiment/schedule.ts'
export { smallestSeen } from './experiment/smallest-seen.ts'
export { type ForecastOptions, forecast } from './forecast/forecast-days.ts'
export { GOAL_DAYS, type GoalOptions, type GoalProjection, projectGoal } from './forecast/goal-projection.ts'
export { type OneStep, oneStepResiduals } from './forecast/one-step.ts'
export type { Backtest, Forecast } from './forecast.ts'
export { METHOD_VERSION } from './method-version.ts'
export { MILESTONES, type Milestones, milestonesOf } from './milestones.ts'
export { findingKey } from './promotion/finding-key.ts'
export { type TodayInsight, todayInsight } from './promotion/today-insight.ts'
export { markNew, RUNS_TO_PROMOTE, type WeeklyRun, weeklyRunsAfter, weeksFound } from './promotion/weekly-runs.ts'
export type { DaysAhead } from './report/days-ahead.ts'
export type { MetricWeek } from './report/metric-week.ts'
export type { Suggestion } from './report/suggestion.ts'
export { type ReportOptions, type WeeklyReport, weeklyReport } from './report/weekly-report.ts'
export { type Dismissal, isDismissed } from './risk/dismissal.ts'
export { GUIDELINES, type Guideline } from './risk/guidelines.ts'
export type { GuidelineId, NextStep, Risk, RiskMeasure, RiskRule } from './risk/risk.ts'
export { type RiskOptions, risksOf } from './risk/risks-of.ts'
export type { Directions } from './risk/shift-risks.ts'
export { type ShuffleOptions, type ShuffleResult, shuffleRuns, shuffleTest } from './shuffle/shuffle-test.ts'
export { type Streak, streakOf } from './streak.ts'
export { type CalendarDay, type CalendarState, calendarOf } from './streak-calendar.ts'
