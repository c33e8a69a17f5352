import { addDays, type CivilDate, daysBetween } from '../../../shared/calendar/civil-date.ts'
import { seededRandom } from '../../../shared/random/seeded-random.ts'
import { daysOfPlan, type ExperimentPlan } from './plan.ts'

/** 'change': the days on which the person does what is tried. */
export type Arm = 'change' | 'usual'

export interface Block {
  readonly arm: Arm
  readonly pair: number
  readonly from: CivilDate
  readonly to: CivilDate
  /** The first day that is measured. */
  readonly measuredFrom: CivilDate
}

/** The blocks in their order. Within each pair the coin that `seed` stands for says which comes first. */
export function blocksOf(plan: ExperimentPlan): Block[] {
  const random = seededRandom(plan.seed)
  const arms: Arm[] = []
  for (let pair = 0; pair < plan.pairs; pair++) {
    if (random() < 0.5) arms.push('change', 'usual')
    else arms.push('usual', 'change')
  }
  return arms.map((arm, index) => {
    const from = addDays(plan.start, index * plan.blockDays)
    return {
      arm,
      pair: index >> 1,
      from,
      to: addDays(from, plan.blockDays - 1),
      measuredFrom: addDays(from, plan.washOutDays),
    }
  })
}

export type ExperimentState =
  | { readonly phase: 'before'; readonly daysUntil: number }
  | {
      /** 'wash-out': what is done today counts, what is measured today does not. */
      readonly phase: 'wash-out' | 'measured'
      readonly arm: Arm
      /** Of the blocks, from 1. */
      readonly block: number
      readonly blocks: number
      /** Days left, today included: of the block and of the experiment. */
      readonly daysLeftInBlock: number
      readonly daysLeft: number
    }
  | { readonly phase: 'over' }

/** What is to be done on `today`. */
export function stateOn(plan: ExperimentPlan, today: CivilDate): ExperimentState {
  const day = daysBetween(plan.start, today)
  if (day < 0) return { phase: 'before', daysUntil: -day }
  const blocks = blocksOf(plan)
  const index = Math.floor(day / plan.blockDays)
  const block = blocks[index]
  if (block === undefined) return { phase: 'over' }
  return {
    phase: today < block.measuredFrom ? 'wash-out' : 'measured',
    arm: block.arm,
    block: index + 1,
    blocks: blocks.length,
    daysLeftInBlock: daysBetween(today, block.to) + 1,
    daysLeft: daysOfPlan(plan) - day,
  }
}
