import { describe, expect, it } from 'vitest'
import { CALORIES, PROTEIN, SLEEP, STEPS, WEIGHT } from '../../../shared/metric/catalogue.ts'
import type { Metric, MetricId } from '../../../shared/metric/metric.ts'
import { listed, streakText, summaryText } from './summary-text.ts'

const OWN: Metric = { ...PROTEIN, id: 'own' as MetricId, name: 'Vitamin D', builtIn: false }

describe('what is logged', () => {
  it('counts and names what is open, as a sentence', () => {
    expect(summaryText([WEIGHT, STEPS], [CALORIES, PROTEIN], true)).toEqual({
      head: '2 of 4 logged',
      rest: 'Calories and protein still open.',
    })
  })

  it("leaves a person's own name as they wrote it", () => {
    expect(summaryText([WEIGHT], [SLEEP, OWN], true).rest).toBe('Sleep and Vitamin D still open.')
  })

  it('names no more than three', () => {
    expect(summaryText([WEIGHT], [STEPS, SLEEP, CALORIES, PROTEIN], true).rest).toBe('4 are still open.')
  })

  it('says that all is there, that nothing is, and for a past day what can be done', () => {
    expect(summaryText([WEIGHT], [], true).head).toBe('All of it logged')
    expect(summaryText([], [WEIGHT], true).head).toBe('Nothing logged yet')
    expect(summaryText([], [WEIGHT], false).head).toBe('Nothing logged')
    expect(summaryText([], [], true).head).toBe('No metric is shown')
  })

  it('lists names as people do', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ])
  })
})

describe('the streak in a line', () => {
  it('says the row and the best', () => {
    expect(streakText(24, 61)).toBe('24 days in a row · best 61')
    expect(streakText(61, 61)).toBe('61 days in a row · your best')
    expect(streakText(0, 61)).toBe('No streak now · best 61 days')
    expect(streakText(1, 9)).toBe('1 day logged · best 9')
    expect(streakText(0, 1)).toBe('No streak now · best 1 day')
  })

  it('says what starts one where there never was any', () => {
    expect(streakText(0, 0)).toBe('A streak starts with one value.')
  })
})
