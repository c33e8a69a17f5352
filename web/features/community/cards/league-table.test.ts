import { describe, expect, it } from 'vitest'
import { skeletonOf } from '../../../../shared/leaderboard/handle.ts'
import { card, handle, NOW, period, playerKey, score } from '../../../../shared/score-card/test-cards.ts'
import { everyoneOf, tableOf } from './league-table.ts'
import { BOOK } from './test-book.ts'

const anna = card()
const seen = (player: number, name: string, at: number) => ({
  player: playerKey(player),
  skeleton: skeletonOf(handle(name)),
  at,
})
const rows = (book: typeof BOOK) =>
  tableOf(book, 'steps', period('2026-W48'), NOW).map((row) => [row.handle, row.rank, row.isOwn, row.isDoubtful])

describe('the table of a league', () => {
  it('has oneself in it as one’s days are now, and the others as their cards say', () => {
    expect(rows(BOOK)).toEqual([['me-7', 1, true, false]])
    const book = { ...BOOK, held: { cards: [anna], sightings: [seen(1, 'anna', NOW)] } }
    expect(rows(book)).toEqual([
      ['me-7', 1, true, false],
      ['anna', 2, false, false],
    ])
    expect(rows({ ...book, scores: [score('steps', '2026-W48', 1)] })[0]?.[0]).toBe('anna')
  })

  it('does not believe a card in one’s own name that has come back', () => {
    const own = card({ player: BOOK.keys.player, scores: [score('steps', '2026-W48', 1)] })
    expect(everyoneOf({ ...BOOK, held: { cards: [own], sightings: [] } }, NOW)).toHaveLength(1)
  })

  it('[L4] warns of whoever uses a handle that was another’s, also one’s own', () => {
    const twin = card({ player: playerKey(2), handle: handle('an-na'), scores: [score('steps', '2026-W48', 9)] })
    const me = card({ player: playerKey(3), handle: handle('me7'), scores: [score('steps', '2026-W48', 8)] })
    const sightings = [seen(1, 'anna', NOW), seen(2, 'an-na', NOW + 1), seen(3, 'me7', NOW - 9)]
    expect(rows({ ...BOOK, held: { cards: [anna, twin, me], sightings } })).toEqual([
      ['me-7', 1, true, false],
      ['anna', 2, false, false],
      ['an-na', 3, false, true],
      ['me7', 4, false, true],
    ])
  })
})
