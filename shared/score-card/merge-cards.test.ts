import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeCards } from './merge-cards.ts'
import { card, NOW, playerKey, score, someCard } from './test-cards.ts'

const aCard = fc.nat().map(someCard)

const cards = fc.array(aCard, { maxLength: 8 })

describe('cards that meet', () => {
  it('[L2] the one that was issued last counts, whatever came last', () => {
    const first = card({ issued: NOW, scores: [score('steps', '2026-W48', 9000)] })
    const last = card({ issued: NOW + 1, scores: [score('steps', '2026-W48', 5000)] })
    expect(mergeCards([last], [first])).toEqual([last])
  })

  it('[L2] of two of one moment the greater text counts', () => {
    const [low, high] = [card({}, 1), card({}, 2)]
    expect(mergeCards([high, low])).toEqual([high])
    expect(mergeCards([low, high])).toEqual([high])
  })

  it('an earlier card stays for what no later one says', () => {
    const both = card({ scores: [score('steps', '2026-W47', 1), score('steps', '2026-W48', 2)] })
    const later = card({ issued: NOW + 1, scores: [score('steps', '2026-W48', 3)] })
    expect(mergeCards([both, later])).toEqual([both, later])
    const other = card({ player: playerKey(2), issued: NOW + 1 })
    expect(mergeCards([both, other])).toEqual([both, other])
  })

  it('[L2] in any order, in any parts and any number of times come to the same', () => {
    fc.assert(
      fc.property(cards, cards, cards, (a, b, c) => {
        const all = mergeCards(a, b, c)
        expect(mergeCards(c, b, a)).toEqual(all)
        expect(mergeCards(mergeCards(a, b), c)).toEqual(all)
        expect(mergeCards(a, mergeCards(b, c))).toEqual(all)
        expect(mergeCards(all, a, all, b)).toEqual(all)
        expect(mergeCards(all)).toEqual(all)
      }),
    )
  })
})
