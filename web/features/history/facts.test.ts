import { describe, expect, it } from 'vitest'
import { SLEEP, WEIGHT } from '../../../shared/metric/catalogue.ts'
import { factsOf } from './facts.ts'
import { date } from './written-date.ts'

const fortnight = { from: date('2026-11-02'), to: date('2026-11-15') }
const values = Float64Array.of(6, 6, 6, 6, 6, 6, 5, 8, 8, 8, 9, 8, 8, 8)

describe('the facts of a period', () => {
  it('are the outermost weeks and days, with their dates', () => {
    expect(factsOf(SLEEP, values, fortnight, 1).map(({ name, when }) => [name, when.from, when.to])).toEqual([
      ['Best week', '2026-11-09', '2026-11-15'],
      ['Lowest week', '2026-11-02', '2026-11-08'],
      ['Highest day', '2026-11-12', '2026-11-12'],
      ['Lowest day', '2026-11-08', '2026-11-08'],
    ])
  })
  it('call no week the best where the metric has no good side', () => {
    expect(factsOf(WEIGHT, values, fortnight, 1).map(({ name }) => name)).toContain('Highest week')
    expect(factsOf(WEIGHT, values, fortnight, 1).map(({ name }) => name)).not.toContain('Best week')
  })
  it('begin with the best week where less is better', () => {
    const [first] = factsOf({ ...WEIGHT, direction: 'down' }, values, fortnight, 1)
    expect(first).toMatchObject({ name: 'Best week', when: { from: '2026-11-02' }, isAverage: true })
  })
  it('are none of one day', () => {
    expect(factsOf(SLEEP, Float64Array.of(7), { from: date('2026-11-02'), to: date('2026-11-02') }, 1)).toEqual([])
  })
})
