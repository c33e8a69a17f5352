import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Handle } from './handle.ts'
import { byRank, type Entry, ranked, standingsOfCircle } from './rank.ts'

const entry = (handle: string, score: number): Entry => ({ handle: handle as Handle, score })
const entries = fc.uniqueArray(
  fc.record({ handle: fc.stringMatching(/^[a-c]{3}$/).map((text) => text as Handle), score: fc.nat(4) }),
  { selector: ({ handle }) => handle, minLength: 1, maxLength: 30 },
)

describe('ranks', () => {
  it('are one more than there are higher scores, equal for equal ones, in the order of handles', () => {
    expect(ranked([entry('cat', 9), entry('bee', 5), entry('ant', 5), entry('dog', 2)].toSorted(byRank))).toEqual([
      { ...entry('cat', 9), rank: 1 },
      { ...entry('ant', 5), rank: 2 },
      { ...entry('bee', 5), rank: 2 },
      { ...entry('dog', 2), rank: 4 },
    ])
    fc.assert(
      fc.property(entries, (all) => {
        for (const { score, rank } of ranked(all.toSorted(byRank)))
          expect(rank).toBe(1 + all.filter((other) => other.score > score).length)
      }),
    )
  })

  it('do not depend on the order in which entries come', () => {
    fc.assert(
      fc.property(
        entries.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(shuffled.toSorted(byRank)).toEqual(all.toSorted(byRank))
        },
      ),
    )
  })
})

describe('the standings of a circle', () => {
  const now = [entry('ant', 1), entry('bee', 2), entry('cat', 3), entry('dog', 3), entry('eel', 5)]
  const before = [entry('ant', 9), entry('cat', 4), entry('gnu', 7)]

  it('show the top, oneself between one’s neighbours, how many there are, and where each stood before', () => {
    expect(standingsOfCircle({ own: 'bee' as Handle, now, before, top: 2, around: 1 })).toEqual({
      top: [
        { ...entry('eel', 5), rank: 1 },
        { ...entry('cat', 3), rank: 2, rankBefore: 3 },
      ],
      around: [
        { ...entry('dog', 3), rank: 2 },
        { ...entry('bee', 2), rank: 4 },
        { ...entry('ant', 1), rank: 5, rankBefore: 1 },
      ],
      own: { ...entry('bee', 2), rank: 4 },
      total: 5,
    })
  })

  it('have no row of one who has no score', () => {
    const { around, own, total } = standingsOfCircle({ own: 'fox' as Handle, now, before, top: 9, around: 1 })
    expect([around, own, total]).toEqual([[], null, 5])
  })
})
