import { describe, expect, it } from 'vitest'
import { MOOD, SLEEP, STEPS, WEIGHT } from '../../../shared/metric/catalogue.ts'
import { DEFAULT_UNITS } from '../../../shared/metric/unit.ts'
import { beforeText, periodText, rangeText } from './period-text.ts'
import { averageText, coverageText, differenceText, valueText } from './value-text.ts'
import { date } from './written-date.ts'

const period = (from: string, to: string) => ({ from: date(from), to: date(to) })

describe('a period in words', () => {
  it('says nothing twice', () => {
    expect(periodText(period('2026-09-14', '2026-09-20'))).toBe('14 – 20 Sep 2026')
    expect(periodText(period('2026-10-25', '2026-11-23'))).toBe('25 Oct – 23 Nov 2026')
    expect(periodText(period('2025-11-24', '2026-11-23'))).toBe('24 Nov 2025 – 23 Nov 2026')
    expect(periodText(period('2026-11-23', '2026-11-23'))).toBe('23 Nov 2026')
  })
  it('names the equal window before it', () => {
    expect(beforeText(period('2026-10-25', '2026-11-23'))).toBe('the 30 days before')
  })
  it('is the last days only while it ends today', () => {
    const month = period('2026-10-25', '2026-11-23')
    expect(rangeText('M', month, true)).toBe('the last 30 days')
    expect(rangeText('M', month, false)).toBe('these 30 days')
    expect(rangeText('All', month, true)).toBe('all days')
  })
})

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
})
