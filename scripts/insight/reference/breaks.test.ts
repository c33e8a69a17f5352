import { describe, expect, it } from 'vitest'
import { optimalPartition } from '../../../web/insight/change/optimal-partition.ts'
import { observed } from '../../../web/insight/numerics/order-statistics.ts'
import { oraclesPresent } from '../oracle.ts'
import { baiPerron } from './bai-perron.ts'
import { figuresOf, mismatches } from './figures.ts'
import { olsCusum } from './ols-cusum.ts'
import { robustPhi } from './robust-phi.ts'
import { varianceOf } from './summary.ts'

const PARTITIONS = ['2logn_diffsd_ms7', '3logn_margsd_ms7', '1_marg_ms14']

describe.skipIf(!oraclesPresent)('moves of the level', () => {
  it.each(PARTITIONS.flatMap((key) => figuresOf('pelt.json', key).map((figure) => ({ key, ...figure }))))(
    '2logn_diffsd_ms7, 3logn_margsd_ms7 and 1_marg_ms14: $name, $key',
    ({ y, theirs }) => {
      const days = observed(y)
      const { penalty, min_seg } = Object(theirs)
      const changes = optimalPartition(days, penalty, min_seg)
      const ends = [0, ...changes, days.length]
      const squares = ends.slice(1).reduce((sum, end, i) => {
        const level = days.subarray(ends[i], end)
        return sum + varianceOf(level) * level.length
      }, 0)
      const objective = squares + penalty * changes.length
      expect(mismatches({ penalty, min_seg, changepoints_obs_index: changes, objective }, theirs)).toEqual([])
    },
  )

  it.each(figuresOf('pelt.json', 'robust_phi'))('robust_phi: $name', ({ y, theirs }) => {
    expect(mismatches(robustPhi(y), theirs)).toEqual([])
  })

  it.each(figuresOf('oracle_R.json', 'ols_cusum'))('ols_cusum: $name', ({ y, theirs }) => {
    expect(mismatches(olsCusum(observed(y)), theirs)).toEqual([])
  })

  it.each(figuresOf('oracle_R.json', 'bai_perron_h7'))('bai_perron_h7: $name', ({ y, theirs }) => {
    const days = observed(y)
    const { best, byCount } = baiPerron(days, 7, Math.min(3, Math.floor(days.length / 7) - 1))
    // R writes a list of one as its value, and strucchange one of none as NA.
    const places = (list: readonly number[] = []) => (list.length > 1 ? list : (list[0] ?? null))
    const ours = {
      bic_breaks: places(best),
      rss_by_m: byCount.map(({ squares }) => squares),
      bp_m1: places(byCount[1]?.places),
      bp_m2: places(byCount[2]?.places),
    }
    expect(mismatches(ours, theirs)).toEqual([])
  })

  it('has figures to be compared with', () => {
    expect(figuresOf('pelt.json', 'robust_phi').length).toBe(16)
    expect(figuresOf('oracle_R.json', 'bai_perron_h7').length).toBe(15)
  })
})
