import { describe, expect, it } from 'vitest'
import { MOOD, SLEEP, WEIGHT } from '../../../shared/metric/catalogue.ts'
import { headlineDifference, headlineOf, isState } from './headline.ts'
import { date } from './written-date.ts'

const gap = Number.NaN
const measured = (values: number[], level: number[]) => ({
  period: { from: date('2026-11-20'), to: date('2026-11-23') },
  values: Float64Array.from(values),
  level: Float64Array.from(level),
})

describe('the headline of a period', () => {
  it('is the average of the recorded days for an amount of a day', () => {
    expect(headlineOf(SLEEP, measured([6, gap, 8, gap], [6, 7, 8, 8]))).toMatchObject({ kind: 'average', value: 7 })
    expect(isState(MOOD)).toBe(false)
  })
  it('is the level on the last day that has one for a state', () => {
    const headline = headlineOf(WEIGHT, measured([80, 79, gap, gap], [79.5, 79.2, gap, gap]))
    expect(headline).toMatchObject({ kind: 'level', value: 79.2, on: '2026-11-21' })
  })
  it('is the last value of a state recorded too rarely for a level', () => {
    const rare = measured([80, gap, 79, gap], [gap, gap, gap, gap])
    expect(headlineOf(WEIGHT, rare)).toMatchObject({ kind: 'last', value: 79, on: '2026-11-22' })
    const often = measured([80, 79, 78, 77], [79.5, 79, 78, 77.5])
    expect(headlineDifference(headlineOf(WEIGHT, rare), headlineOf(WEIGHT, often)).kind).toBe('none')
  })
  it('is not there where nothing is recorded', () => {
    const none = measured([gap, gap, gap, gap], [gap, gap, gap, gap])
    expect(headlineOf(WEIGHT, none)).toMatchObject({ value: undefined, on: undefined })
    expect(headlineOf(SLEEP, none).value).toBeUndefined()
  })
  it('differs by headline, not by average, where it is a level', () => {
    const now = headlineOf(WEIGHT, measured([80, 79, 78, 77], [79.5, 79, 78, 77.5]))
    const then = headlineOf(WEIGHT, measured([84, 83, 82, 81], [83.5, 83, 82, 81]))
    expect(headlineDifference(now, then)).toEqual({ kind: 'different', value: -3.5 })
  })
})
