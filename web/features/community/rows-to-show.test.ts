import { describe, expect, it } from 'vitest'
import type { Handle } from '../../../shared/leaderboard/handle.ts'
import type { Standing } from '../../../shared/leaderboard/messages.ts'
import { notShown, podiumOf, rowsBelow } from './rows-to-show.ts'

const rows = (from: number, to: number): Standing[] =>
  Array.from({ length: to - from + 1 }, (_, at) => ({
    handle: `player-${from + at}` as Handle,
    rank: from + at,
    score: 1000 - from - at,
  }))
const shown = (top: Standing[], around: Standing[]) =>
  rowsBelow({ top, around }).map((one) => (one.kind === 'gap' ? '…' : one.row.rank))

describe('below the podium', () => {
  it('stands the rest of the top, with oneself in it or beyond it between neighbours', () => {
    expect(shown(rows(1, 6), rows(1, 6))).toEqual([4, 5, 6])
    expect(shown(rows(1, 5), rows(20, 23))).toEqual([4, 5, '…', 20, 21, 22, 23])
    expect(shown(rows(1, 5), rows(4, 8))).toEqual([4, 5, 6, 7, 8])
    expect(shown(rows(1, 2), rows(1, 2))).toEqual([])
    expect(shown([], [])).toEqual([])
  })

  it('stands who has nothing yet, without a medal', () => {
    const top = rows(1, 4).map((row, at) => (at === 0 ? row : { ...row, rank: 2, score: 0 }))
    expect(podiumOf(top).map(({ rank }) => rank)).toEqual([1])
    expect(shown(top, [])).toEqual([2, 2, 2])
    expect(podiumOf(rows(1, 5)).map(({ rank }) => rank)).toEqual([1, 2, 3])
  })

  it('it is said how many are left out', () => {
    expect(notShown({ top: rows(1, 5), around: rows(4, 8), total: 10 })).toBe(2)
    expect(notShown({ top: rows(1, 5), around: [], total: 5 })).toBe(0)
  })
})
