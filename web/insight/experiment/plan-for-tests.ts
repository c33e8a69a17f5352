import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { ExperimentPlan } from './plan.ts'

/** For tests: six pairs of five days, of which the first is wash-out, 60 days from 1 September. */
export const PLAN: ExperimentPlan = {
  version: 1,
  outcome: 'sleep',
  change: 'No screen after nine',
  usual: 'As always',
  start: '2026-09-01' as CivilDate,
  blockDays: 5,
  washOutDays: 1,
  pairs: 6,
  smallestEffect: 0.25,
  seed: 7,
  test: 'sign-flips',
}
