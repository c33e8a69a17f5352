import { expect, test } from 'vitest'
import { splitBasis } from './split-basis.ts'

const effect = { key: 'effect', value: 1214.2, text: '1 200' }
const n = { key: 'n', value: 85, text: '85' }

test('what a sentence rests on is taken off its end, with every figure in its place', () => {
  expect(splitBasis(['Sleep goes with about ', effect, ' more steps (95 % range; ', n, ' days).'])).toEqual({
    told: ['Sleep goes with about ', effect, ' more steps.'],
    basis: ['95 % range; ', n, ' days'],
  })
  expect(splitBasis(['Steps: about ', effect, ' (from ', n, ' days).'])).toEqual({
    told: ['Steps: about ', effect, '.'],
    basis: ['from ', n, ' days'],
  })
  expect(splitBasis(['All in one (', n, ').'])).toEqual({ told: ['All in one.'], basis: [n] })
})

test('parentheses in the name of a metric take nothing apart', () => {
  expect(
    splitBasis(['A day with coffee (cups) of ', effect, ' goes with more water (l) (', n, ' days; tea (cups) out).']),
  ).toEqual({
    told: ['A day with coffee (cups) of ', effect, ' goes with more water (l).'],
    basis: [n, ' days; tea (cups) out'],
  })
})

test('a sentence that ends without parentheses stays whole', () => {
  const whole = ['Sleep (last week) was about ', effect, ' lower.']
  expect(splitBasis(whole)).toEqual({ told: whole, basis: [] })
  expect(splitBasis([])).toEqual({ told: [], basis: [] })
})
