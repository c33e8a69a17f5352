import { describe, expect, it } from 'vitest'
import { SLEEP, WEIGHT } from '../../../shared/metric/catalogue.ts'
import { DEFAULT_UNITS } from '../../../shared/metric/unit.ts'
import { againstText, chartSentence, coverageSentence, differenceSentence, headlineText } from './explorer-text.ts'
import { headlineOf } from './headline.ts'
import { date } from './written-date.ts'

const period = { from: date('2026-11-20'), to: date('2026-11-23') }
const sleep = Float64Array.of(7, Number.NaN, 8, 6)
const average = headlineOf(SLEEP, { period, values: sleep, level: sleep })
const weight = Float64Array.of(75, 74.8, 74.6, 74.7)
const level = headlineOf(WEIGHT, { period, values: weight, level: weight })

describe('the words of the explorer', () => {
  it('say what the figure is', () => {
    expect(headlineText(SLEEP, average)).toBe('on average a night')
    expect(headlineText(WEIGHT, level)).toBe('the level on 23 Nov')
  })
  it('say a difference with its unit and against which window', () => {
    const say = (kind: 'same' | 'different', value: number) =>
      differenceSentence(SLEEP, { kind, value }, 'the 30 days before', DEFAULT_UNITS)
    expect(say('different', 11 / 60)).toBe('+11 min on the 30 days before')
    expect(say('same', -2 / 60)).toBe('about the same as the 30 days before')
    expect(differenceSentence(SLEEP, { kind: 'none' }, 'the 30 days before', DEFAULT_UNITS)).toBeUndefined()
  })
  it('set a level against a level', () => {
    expect(againstText(average, period)).toBe('the 4 days before')
    expect(againstText(level, period)).toBe('the level 4 days before')
  })
  it('say how much is recorded, and that gaps stay open where there are any', () => {
    expect(coverageSentence(SLEEP, average)).toBe('3 of 4 nights recorded · gaps are left open')
    expect(coverageSentence(WEIGHT, level)).toBe('4 of 4 days recorded')
  })
  it('tell the chart in a sentence', () => {
    expect(chartSentence(SLEEP, average, period, sleep, DEFAULT_UNITS)).toBe(
      'Sleep: 7\u00a0h\u00a000 on average a night, between 6\u00a0h\u00a000 on 23 Nov and 8\u00a0h\u00a000 on 22 Nov.',
    )
    const winter = { from: date('2025-12-30'), to: date('2026-01-02') }
    expect(chartSentence(SLEEP, average, winter, sleep, DEFAULT_UNITS)).toContain('on 2 Jan 2026')
    const none = new Float64Array(4).fill(Number.NaN)
    const nothing = headlineOf(SLEEP, { period, values: none, level: none })
    expect(chartSentence(SLEEP, nothing, period, none, DEFAULT_UNITS)).toBe('Sleep: nothing recorded in this period.')
  })
})
