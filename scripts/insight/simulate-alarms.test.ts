import { expect, it } from 'vitest'
import { simulateAlarms } from './simulate-alarms.ts'
import { isMet } from './simulated-goal.ts'

it('false alarms are few and real moves are seen, over 80 years a cell', () => {
  const goals = simulateAlarms(80)
  expect(goals.length).toBe(20)
  expect(goals.filter((goal) => !isMet(goal))).toEqual([])
}, 30_000)
