import { describe, expect, it } from 'vitest'
import { PROTEIN, SLEEP, STEPS, WEIGHT } from '../../shared/metric/catalogue.ts'
import { readDuration } from './duration-text.ts'
import { readNumber } from './number-text.ts'
import { sniffMarks } from './sniff-marks.ts'

const POINT = { decimal: '.', thousands: '' } as const
const COMMA = { decimal: ',', thousands: '' } as const

describe('readNumber', () => {
  it.each([
    ['74.5', POINT, 74.5],
    ['5,000', POINT, 5000],
    ['1,234,567.8', POINT, 1_234_567.8],
    ['5 000', POINT, 5000],
    ['5\u202f000', POINT, 5000],
    ["5'000", POINT, 5000],
    ['-3', POINT, -3],
    ['−3', POINT, -3],
    ['1.2e3', POINT, 1200],
    ['.5', POINT, 0.5],
    ['74,5', COMMA, 74.5],
    ['5.000', COMMA, 5000],
    ['1.234,5', COMMA, 1234.5],
  ] as const)('%s with %j is %d', (cell, marks, value) => {
    expect(readNumber(cell, marks)).toBe(value)
  })

  it.each([
    ['74,5', POINT],
    ['74.5', COMMA],
    ['1,23,456', POINT],
    ['12 34', POINT],
    ['', POINT],
    ['abc', POINT],
    ['0x10', POINT],
    ['Infinity', POINT],
    ['79%', POINT],
    ['1.2.3', POINT],
  ] as const)('refuses %s with %j', (cell, marks) => {
    expect(readNumber(cell, marks)).toBeUndefined()
  })
})

describe('sniffMarks', () => {
  const steps = (...cells: string[]) => ({ label: 'steps', metric: STEPS, unit: 'count' as const, cells })
  const weight = (...cells: string[]) => ({ label: 'weight', metric: WEIGHT, unit: 'kg' as const, cells })

  it('takes three digits after the mark for thousands in steps, whichever mark', () => {
    expect(sniffMarks([steps('5,000', '812', '12,345')])).toMatchObject({ decimal: '.', thousands: ',' })
    expect(sniffMarks([steps('5.000', '812', '12.345')])).toMatchObject({ decimal: ',', thousands: '.' })
  })

  it('takes three digits after the mark for decimals in a weight', () => {
    expect(sniffMarks([weight('74.500', '74.250')])).toMatchObject({ decimal: '.', thousands: '' })
    expect(sniffMarks([weight('74,5', '74,250')])).toMatchObject({ decimal: ',' })
  })

  it('looks at the whole column: one 5234.5 makes 5.234 a decimal', () => {
    expect(sniffMarks([steps('5.234', '5234.5')])).toMatchObject({ decimal: '.', thousands: '' })
    expect(sniffMarks([steps('833.125', '5234')])).toMatchObject({ decimal: '.', thousands: '' })
  })

  it('reads a column apart that is written otherwise than the rest', () => {
    const guess = sniffMarks([weight('74.5', '74.25'), steps('5.000', '12.345')])
    expect(guess).toMatchObject({ decimal: '.', sure: false })
    expect([...guess.exceptions]).toEqual([[1, { decimal: ',', thousands: '.' }]])
  })

  it('takes a value for decimals where thousands would be impossible', () => {
    const sleep = { label: 'sleep', metric: SLEEP, unit: 'h' as const, cells: ['5.540', '7.250'] }
    const protein = { label: 'protein', metric: PROTEIN, unit: 'g' as const, cells: ['112.125'] }
    expect(sniffMarks([sleep, protein])).toMatchObject({ decimal: '.', thousands: '' })
  })
})

describe('readDuration', () => {
  it.each([
    ['7:42', 7.7],
    ['07:30:36', 7.51],
    ['7h 30m', 7.5],
    ['8h 45min', 8.75],
    ['7 h', 7],
    ['45 min', 0.75],
    ['7,5 h', 7.5],
  ])('%s is %d hours', (cell, hours) => {
    expect(readDuration(cell)).toBeCloseTo(hours, 10)
  })

  it.each(['7', '7:75', 'asleep', '7.5', '7 apples'])('%s is no duration', (cell) => {
    expect(readDuration(cell)).toBeUndefined()
  })
})
