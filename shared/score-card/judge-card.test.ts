import { describe, expect, it } from 'vitest'
import { CLOCKS_APART_MS, refusalOfCard } from './judge-card.ts'
import { CARD, NOW, score } from './test-cards.ts'

const HOUR = 3_600_000
const judged = (change: Partial<typeof CARD>, now = NOW) => refusalOfCard({ ...CARD, ...change }, now)

describe('a card', () => {
  it('[L3] with what the days until it was issued can hold is taken, also long after', () => {
    expect(judged({})).toBeUndefined()
    expect(judged({}, NOW + 400 * 24 * HOUR)).toBeUndefined()
    expect(judged({ scores: [score('steps', '2026-W48', 500_000)] })).toBeUndefined()
  })

  it('[L3] with more than that is refused, however long ago it was issued', () => {
    const scores = [score('streak', '2026-W48', 3), score('steps', '2026-W48', 500_001)]
    expect(judged({ scores })).toBe('implausible')
    expect(judged({ scores }, NOW + 400 * 24 * HOUR)).toBe('implausible')
    expect(judged({ scores: [score('steps', 'all', 1e12)] })).toBe('implausible')
    expect(judged({ scores: [score('sleep', '2026-11', 28)] })).toBe('implausible')
  })

  it('[L3] of a period that had not begun anywhere is refused', () => {
    expect(judged({ scores: [score('steps', '2026-W49', 1)] })).toBe('period-not-begun')
    expect(judged({ scores: [score('steps', '2026-W49', 1)] }, NOW + 400 * 24 * HOUR)).toBe('period-not-begun')
    // 13 hours before Monday in UTC, when it is Monday in Kiribati.
    expect(
      judged({ issued: NOW + 51 * HOUR, scores: [score('steps', '2026-W49', 1)] }, NOW + 52 * HOUR),
    ).toBeUndefined()
  })

  it('[L3] issued more than a day ahead is refused, and until then nothing in it may be of a day to come', () => {
    expect(judged({ issued: NOW + CLOCKS_APART_MS })).toBeUndefined()
    expect(judged({ issued: NOW + CLOCKS_APART_MS + 1 })).toBe('issued-ahead')
    const ahead = { issued: NOW + CLOCKS_APART_MS, scores: [score('steps', '2026-W48', 600_000)] }
    expect(judged(ahead)).toBe('implausible')
    expect(judged(ahead, NOW + CLOCKS_APART_MS)).toBeUndefined()
  })
})
