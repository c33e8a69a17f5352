import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { BUILT_IN_METRICS } from '../../../shared/metric/catalogue.ts'
import { challengeOf } from '../../insight/challenge/challenge.ts'
import { goalOf } from '../../insight/goal/goal.ts'
import { type PlannedAction, planOfAction } from './planned-action.ts'

const TODAY = '2026-11-23' as CivilDate
const world = {
  metrics: BUILT_IN_METRICS,
  profile: { weekStart: 1 },
  today: TODAY,
  message: { id: 'm', acted: [0] },
  place: 1,
} as const

function editsOf(plan: PlannedAction | undefined) {
  if (plan?.kind !== 'write') throw new Error('not written')
  let ids = 0
  return plan.change(() => `id-${ids++}`).edits
}
const acted = { collection: 'message', id: 'm', fields: { acted: [0, 1] } }

describe('a proposed action', () => {
  it('logs a value, and marks itself as done in the same change, so that both are undone together', () => {
    const plan = planOfAction({ kind: 'log', label: 'x', metric: 'steps', date: TODAY, value: 8000 }, world)
    expect(editsOf(plan)).toEqual([{ collection: 'day', id: TODAY, fields: { steps: 8000 } }, acted])
  })

  it('without a value goes to where it is typed', () => {
    expect(planOfAction({ kind: 'log', label: 'x', metric: 'steps', date: TODAY }, world)).toMatchObject({
      to: '/?log=steps',
    })
    const yesterday = '2026-11-22' as CivilDate
    expect(planOfAction({ kind: 'log', label: 'x', metric: 'steps', date: yesterday }, world)).toMatchObject({
      to: '/?day=2026-11-22&log=steps',
    })
  })

  it('sets a goal and begins a challenge that are what was proposed', () => {
    const rule = { kind: 'atLeast', low: 8000 } as const
    const goal = editsOf(planOfAction({ kind: 'set-goal', label: 'x', metric: 'steps', rule, cadence: 'day' }, world))
    expect(goalOf('id', goal[0]?.fields ?? {})).toMatchObject({
      metric: 'steps',
      versions: [{ from: TODAY, rule, cadence: 'day' }],
    })
    const plan = { name: 'A week', task: { of: 'logged' }, days: 7, within: 7 } as const
    const challenge = editsOf(planOfAction({ kind: 'start-challenge', label: 'x', plan }, world))
    expect(challengeOf('id', challenge[0]?.fields ?? {})).toMatchObject({ plan, from: TODAY })
    expect([goal[1], challenge[1]]).toEqual([acted, acted])
  })

  it('is not offered where it makes no sense any more', () => {
    const tomorrow = '2026-11-24' as CivilDate
    expect(planOfAction({ kind: 'log', label: 'x', metric: 'gone', date: TODAY, value: 1 }, world)).toBeUndefined()
    expect(planOfAction({ kind: 'log', label: 'x', metric: 'steps', date: TODAY, value: -5 }, world)).toBeUndefined()
    expect(planOfAction({ kind: 'log', label: 'x', metric: 'steps', date: tomorrow, value: 5 }, world)).toBeUndefined()
    const rule = { kind: 'atMost', high: 70 } as const
    expect(
      planOfAction({ kind: 'set-goal', label: 'x', metric: 'weight', rule, cadence: 'byDate', until: TODAY }, world),
    ).toBeUndefined()
  })
})
