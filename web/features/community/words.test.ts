import { describe, expect, it } from 'vitest'
import type { Handle } from '../../../shared/leaderboard/handle.ts'
import { ALL_TIME, type Period } from '../../../shared/leaderboard/period.ts'
import { ordinal, ownText, periodName, rankChange, scoreText } from './words.ts'

const WEEK = '2026-W48' as Period
const MONTH = '2026-11' as Period
const standing = (rank: number, rankBefore?: number) => ({
  handle: 'anna' as Handle,
  score: 41_230,
  rank,
  ...(rankBefore === undefined ? {} : { rankBefore }),
})

describe('words of the boards', () => {
  it('say a score with its unit, and a period by its days', () => {
    expect(scoreText('steps', 41_230)).toBe('41,230 steps')
    expect([scoreText('sleep', 1), scoreText('streak', 0)]).toEqual(['1 night', '0 days'])
    expect([WEEK, MONTH, ALL_TIME].map(periodName)).toEqual(['Week of 23 – 29 Nov 2026', 'Nov 2026', 'All time'])
  })

  it('say ranks as people do', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 111, 1003].map(ordinal)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '102nd',
      '111th',
      '1,003rd',
    ])
  })

  it('say a change by a sign and by words, and nothing where none is known', () => {
    expect(rankChange(standing(2, 4), WEEK)).toEqual({ sign: '▲2', words: 'up 2 since last week', way: 'up' })
    expect(rankChange(standing(4, 3), MONTH)).toEqual({ sign: '▼1', words: 'down 1 since last month', way: 'down' })
    expect(rankChange(standing(4, 4), WEEK)).toEqual({ sign: '=', words: 'unchanged since last week', way: 'same' })
    expect(rankChange(standing(4), WEEK)).toBeUndefined()
    expect(ownText('steps', standing(2, 4), 14, WEEK)).toBe(
      'You are 2nd of 14, with 41,230 steps. Up 2 since last week.',
    )
    expect(ownText('steps', standing(2), 14, ALL_TIME)).toBe('You are 2nd of 14, with 41,230 steps.')
  })
})
