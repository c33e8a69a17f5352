import { describe, expect, it } from 'vitest'
import { oraclesPresent } from '../oracle.ts'
import { pearson, spearman } from './correlation.ts'
import { figuresIn, figuresOf, mismatches } from './figures.ts'
import { hampelGlobal, hampelTrailing } from './hampel.ts'
import { kendall, kendallExact } from './kendall.ts'
import { at } from './linear-model.ts'
import { theilSen } from './theil-sen.ts'

const recordedDays = (y: Float64Array) => [...y.keys()].filter((day) => !Number.isNaN(y[day]))
const valuesOn = (y: Float64Array, days: readonly number[]) => days.map((day) => at(y, day))
/** Of so many days scipy counts the orders, where no values are tied. */
const MOST_COUNTED = 33

describe.skipIf(!oraclesPresent)('methods of ranks and medians', () => {
  it.each(figuresOf('oracle_R.json', 'mann_kendall'))('mann_kendall: $name', ({ y, theirs }) => {
    const days = recordedDays(y)
    expect(mismatches(kendall(days, valuesOn(y, days)), theirs)).toEqual([])
  })

  it.each(figuresOf('oracle_py.json', 'kendall_tau_b'))('kendall_tau_b: $name', ({ y, theirs }) => {
    const days = recordedDays(y)
    const values = valuesOn(y, days)
    const { tau, p } = kendall(days, values)
    const isCounted = days.length <= MOST_COUNTED && new Set(values).size === values.length
    expect(mismatches({ tau, p_normal: isCounted ? kendallExact(days.length, tau) : p }, theirs)).toEqual([])
  })

  it.each(figuresOf('oracle_py.json', 'theil_sen'))('theil_sen: $name', ({ y, theirs }) => {
    const days = recordedDays(y)
    expect(mismatches(theilSen(days, valuesOn(y, days)), theirs)).toEqual([])
  })

  it.each(figuresOf('oracle_py.json', 'hampel_global'))('hampel_global: $name', ({ y, theirs }) => {
    const { median, mad, flagged } = hampelGlobal(y)
    expect(mismatches({ median, mad, flag_idx: flagged }, theirs)).toEqual([])
  })

  it.each(figuresOf('oracle_py.json', 'hampel_trailing28_flags'))('hampel_trailing28_flags: $name', ({ y, theirs }) => {
    expect(mismatches(hampelTrailing(y, 28), theirs)).toEqual([])
  })

  it('pair_ar1_outliers: pearson, p, ci95 and spearman', () => {
    const [x, y] = ['ar1_complete', 'outliers'].map(
      (name) => figuresOf('oracle_R.json', 'desc').find((each) => each.name === name)?.y ?? new Float64Array(),
    )
    if (x === undefined || y === undefined) throw new Error('A series is missing')
    const { r, p, ci95 } = pearson(x, y)
    const theirs = figuresIn('oracle_R.json')['pair_ar1_outliers'] ?? null
    expect(mismatches({ pearson: r, p, ci95, spearman: spearman(x, y) }, theirs)).toEqual([])
  })

  it('has figures to be compared with', () => {
    expect(figuresOf('oracle_py.json', 'theil_sen').length).toBe(16)
  })
})
