import { expect, test } from 'vitest'
import type { Refusal } from '../../insight/analysis.ts'
import { refusalGroups } from './refusal-groups.ts'

const few: Refusal = {
  looked: 'association',
  metricX: 'sleep',
  metricY: 'mood',
  reason: 'too-few-days',
  n: 8,
  needed: 30,
}
const nearly: Refusal = { ...few, metricY: 'steps', n: 28 }
const none: Refusal = { looked: 'association', metricX: 'protein', metricY: 'weight', reason: 'nothing-seen', n: 120 }
const trend: Refusal = { looked: 'trend', metricY: 'weight', reason: 'nothing-seen', n: 90 }

test('what was looked for and not seen stands before what needs more days, the nearest of those first', () => {
  const groups = refusalGroups([trend, few, none, nearly])
  expect(groups.map(({ looked }) => looked)).toEqual(['association', 'trend'])
  expect(groups[0]?.refusals).toEqual([none, nearly, few])
})

test('nothing is left out', () => {
  const all = [few, nearly, none, trend]
  expect(refusalGroups(all).flatMap(({ refusals }) => refusals)).toHaveLength(all.length)
  expect(refusalGroups([])).toEqual([])
})
