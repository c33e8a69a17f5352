import { expect, it } from 'vitest'
import { card, handle } from '../../../../shared/score-card/test-cards.ts'
import { readyLeague } from './league-draft.ts'
import { isTakenIn } from './use-league-edits.ts'

const DRAFT = { name: ' Tea at four ', handle: ' anna ', boards: ['streak', 'steps'] } as const

it('a league has a name, a handle and a board, in one order', () => {
  expect(readyLeague(DRAFT, () => false)).toEqual({
    league: { name: 'Tea at four', handle: 'anna', boards: ['steps', 'streak'] },
  })
})

it('what is missing is said where it is missing', () => {
  expect(readyLeague({ name: '', handle: '!', boards: [] }, () => false)).toEqual({
    problems: { name: expect.any(String), handle: expect.any(String), boards: expect.any(String) },
  })
  expect(readyLeague(DRAFT, () => true)).toEqual({ problems: { handle: expect.stringContaining('Somebody') } })
})

it('a handle is taken where it, or one that looks like it, is on a card', () => {
  expect(isTakenIn([card()], handle('An-Na'))).toBe(true)
  expect(isTakenIn([card()], handle('annabel'))).toBe(false)
})
