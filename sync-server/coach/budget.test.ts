import { expect, it } from 'vitest'
import type { TurnRequest } from '../../shared/coach/turn.ts'
import { budgetLeft, reserveFor } from './budget.ts'

const REQUEST: TurnRequest = { turnId: 'turn', key: 'key', text: 'x'.repeat(30), context: null, recent: [] }
const USE = { agent: undefined, turns: 3, tokens: 400, serverTokens: 9000 }
const NOON = Date.UTC(2026, 10, 27, 12)

it('a turn counts what is sent, all of it, and a long answer, before anybody knows what it takes', () => {
  expect(reserveFor(REQUEST)).toBe(1010)
  const more = {
    context: { hash: 'h', value: 'x'.repeat(300) },
    about: 'x'.repeat(60),
    recent: [{ role: 'person' as const, text: 'x'.repeat(30) }],
  }
  expect(reserveFor({ ...REQUEST, ...more })).toBe(1140)
})

it('what is left is the less of what the person and what the server has, never less than nothing, until UTC midnight', () => {
  const limits = { turns: 5, tokens: 1000, serverTokens: 10_000 }
  const resetsAt = Date.UTC(2026, 10, 28)
  expect(budgetLeft(USE, limits, NOON)).toEqual({ turnsLeft: 2, tokensLeft: 600, resetsAt })
  expect(budgetLeft(USE, { ...limits, serverTokens: 9100 }, NOON)).toMatchObject({ tokensLeft: 100 })
  expect(budgetLeft(USE, { turns: 1, tokens: 1, serverTokens: 1 }, NOON)).toMatchObject({ turnsLeft: 0, tokensLeft: 0 })
})
