import { expect, it } from 'vitest'
import { simulateGoals } from './simulate-goals.ts'
import { isMet } from './simulated-goal.ts'

it('of goals given a chance of 20, 50 and 80 %, about so many are reached', () => {
  const goals = simulateGoals(216)
  expect(goals.map(({ name }) => name)).toEqual([
    'goals given a chance of 20 %, off by',
    'goals given a chance of 50 %, off by',
    'goals given a chance of 80 %, off by',
  ])
  expect(goals.filter((goal) => !isMet(goal))).toEqual([])
  expect(simulateGoals(72)).toEqual(simulateGoals(72))
})
