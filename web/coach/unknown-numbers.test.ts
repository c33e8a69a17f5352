import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unknownNumbers } from './unknown-numbers.ts'

const CONTEXT = JSON.stringify({
  as_of: '2026-11-27',
  metrics: [
    { metric: 'steps', n: 27, mean: 9256, change: { value: -387, low: -1200, high: 430 } },
    { metric: 'sleep', n: 24, mean: 7.29, last: { date: '2026-11-26', value: 7.72 } },
    { metric: 'weight', n: 24, mean: 73.62 },
  ],
  findings: [{ effect: 0.63 }],
})

const unknown = (text: string, context = CONTEXT) =>
  unknownNumbers(text, context).map(({ start, end }) => text.slice(start, end))

describe('numbers that a context does not hold', () => {
  it.each([
    ['You walked 9256 steps on average.'],
    ['You walked 9,256 steps on average, from 27 days.'],
    ['About 9 256 steps, 387 fewer.'],
    ['9\u202f256 steps'],
    ['Your weight is 73.6 kg, about 74 kg.'],
    ['You slept 7.3 hours, that is 7 h 17 or 7:17.'],
    ['You slept 7 hours and 17 minutes.'],
    ['On 26 November you slept 7.72 h; on Nov 26, 2026 too.'],
    ['As of 2026-11-27, in 2026.'],
    ['It happened on 63 % of days.'],
    ['1. Walk more.\n2. Sleep more.\n10. Rest.'],
    ['Two of 3 days were good, the 4th was not.'],
    ['Vitamin B12 is none of mine.'],
  ])('are none in “%s”', (text) => {
    expect(unknown(text)).toEqual([])
  })

  it.each([
    ['You walked 9300 steps.', ['9300']],
    ['You walked 12,500 steps on 27 days.', ['12,500']],
    ['Weight 73.7 kg.', ['73.7']],
    ['You slept 8 h 05.', ['8 h 05']],
    ['On 25 November it rained.', ['25 November']],
    ['In 2024 you walked more.', ['2024']],
    ['It is 64 % of days.', ['64']],
    ['Your heart rate is 58.', ['58']],
  ])('are marked in “%s”', (text, expected) => {
    expect(unknown(text)).toEqual(expected)
  })

  it('are all of them where no context was sent', () => {
    expect(unknown('You walked 9256 steps on 27 days.', '')).toEqual(['9256', '27'])
  })

  it('are found in order, inside the text, and never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0
        for (const { start, end } of unknownNumbers(text, CONTEXT)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end)).toMatch(/\d/)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 500 },
    )
  })
})
