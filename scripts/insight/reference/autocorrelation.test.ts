import { describe, expect, it } from 'vitest'
import { fillGaps } from '../classical/fill-gaps.ts'
import { oraclesPresent } from '../oracle.ts'
import { acf, ljungBox, pacf } from './autocorrelation.ts'
import { figuresOf, mismatches } from './figures.ts'

const lagsOf = (values: Float64Array) => Math.min(14, values.length - 2)

describe.skipIf(!oraclesPresent)('autocorrelation', () => {
  it.each(figuresOf('oracle_R.json', 'acf_napass'))('acf_napass: $name', ({ y, theirs }) => {
    expect(mismatches(acf(y, lagsOf(y)), theirs)).toEqual([])
  })

  it.each(figuresOf('oracle_py.json', 'acf_interp'))('acf_interp: $name', ({ y, theirs }) => {
    expect(mismatches(acf(fillGaps(y), lagsOf(y)), theirs)).toEqual([])
  })

  it.each(figuresOf('oracle_R.json', 'pacf'))('pacf: $name', ({ y, theirs }) => {
    expect(mismatches(pacf(acf(y, lagsOf(y))), theirs)).toEqual([])
  })

  it.each(figuresOf('oracle_R.json', 'ljung_box7'))('ljung_box7: $name', ({ y, theirs }) => {
    expect(mismatches(ljungBox(y, Math.min(7, y.length - 3)), theirs)).toEqual([])
  })

  it('has figures to be compared with', () => {
    expect(figuresOf('oracle_R.json', 'acf_napass').length).toBe(16)
  })
})
