import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SignedCard } from './card.ts'
import { playersOf, standingsOf } from './standings.ts'
import { card, handle, leagueId, NOW, period, playerKey, score, someCard } from './test-cards.ts'

const aCard = fc.nat().map(someCard)

const player = (number: number, name: string, steps: number, before?: number, issued = NOW): SignedCard =>
  card({
    player: playerKey(number),
    handle: handle(name),
    issued,
    scores: [...(before === undefined ? [] : [score('steps', '2026-W47', before)]), score('steps', '2026-W48', steps)],
  })
const tableOf = (cards: readonly SignedCard[]) =>
  standingsOf(playersOf(cards), 'steps', period('2026-W48')).map(({ handle, rank, rankBefore }) => [
    handle,
    rank,
    rankBefore,
  ])

describe('the table of a league', () => {
  it('has equal ranks for equal scores, and says where each stood a week before', () => {
    const cards = [player(1, 'anna', 5, 1), player(2, 'ben', 9), player(3, 'cleo', 5, 8), player(4, 'dora', 1, 1)]
    expect(tableOf(cards)).toEqual([
      ['ben', 1, undefined],
      ['anna', 2, 2],
      ['cleo', 2, 1],
      ['dora', 4, 2],
    ])
  })

  it('has one row for a player who has changed their handle, and two for two players of one handle', () => {
    const cards = [player(1, 'anna', 5), player(1, 'annabel', 6, undefined, NOW + 1), player(2, 'annabel', 4)]
    expect(tableOf(cards)).toEqual([
      ['annabel', 1, undefined],
      ['annabel', 2, undefined],
    ])
  })

  it('keeps a score of last week that only an earlier card says', () => {
    expect(tableOf([player(1, 'anna', 5, 7), player(1, 'anna', 6, undefined, NOW + 1)])).toEqual([['anna', 1, 1]])
  })

  it('[L2] is the same in whatever order cards have come, and however often', () => {
    const ofOneLeague = fc.array(
      aCard.filter((one) => one.league === leagueId(0)),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(ofOneLeague, fc.nat(), (cards, turn) => {
        const turned = cards.map((_, index) => cards[(index + turn) % cards.length] ?? card())
        expect(playersOf([...turned, ...cards])).toEqual(playersOf(cards))
      }),
    )
  })
})
