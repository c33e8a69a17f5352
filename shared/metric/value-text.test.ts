import { describe, expect, it } from 'vitest'
import { MOOD, SLEEP, STEPS, WEIGHT } from './catalogue.ts'
import { DEFAULT_UNITS } from './unit.ts'
import { averageText, axisText, coverageText, differenceText, valueText } from './value-text.ts'

describe('values in words', () => {
  it('carry their unit, and a count its name', () => {
    expect(valueText(SLEEP, 7.4, DEFAULT_UNITS)).toBe('7 h 24')
    expect(valueText(STEPS, 8214, DEFAULT_UNITS)).toBe('8\u202f214 steps')
  })
  it('say a difference with its sign, under an hour in minutes', () => {
    expect(differenceText(SLEEP, 11 / 60, DEFAULT_UNITS)).toBe('+11 min')
    expect(differenceText(SLEEP, -65 / 60, DEFAULT_UNITS)).toBe('−1 h 05')
    expect(differenceText(WEIGHT, -0.44, DEFAULT_UNITS)).toBe('−0.4 kg')
    expect(differenceText(STEPS, 1200, DEFAULT_UNITS)).toBe('+1\u202f200 steps')
    expect(differenceText(MOOD, 0.3, DEFAULT_UNITS)).toBe('+0.3')
  })
  it('say a difference of less than a stone in pounds', () => {
    expect(differenceText(WEIGHT, -1.5, { mass: 'st', energy: 'kcal' })).toBe('−3.3 lb')
    expect(differenceText(WEIGHT, 7, { mass: 'st', energy: 'kcal' })).toBe('+1 st 1.4 lb')
  })
  it('give a difference that shows as none no sign', () => {
    expect(differenceText(SLEEP, -0.001, DEFAULT_UNITS)).toBe('0 min')
    expect(differenceText(WEIGHT, -0.01, DEFAULT_UNITS)).toBe('0.0 kg')
    expect(differenceText(STEPS, 0.2, DEFAULT_UNITS)).toBe('0 steps')
  })
  it('count nights for sleep and days for the rest', () => {
    expect(coverageText(SLEEP, 301, 327)).toBe('301 of 327 nights recorded')
    expect(coverageText(STEPS, 1, 1)).toBe('1 of 1 day recorded')
    expect(averageText(SLEEP)).toBe('on average a night')
    expect(averageText(WEIGHT)).toBe('on average')
  })
  it('are short on an axis', () => {
    expect(axisText(SLEEP, 7)).toBe('7 h')
    expect(axisText(SLEEP, 7.5)).toBe('7:30')
    expect(axisText(STEPS, 12_000)).toBe('12\u202f000')
  })
})
