import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/calendar/civil-date.ts'
import { seededRandom } from '../../shared/random/seeded-random.ts'
import { analyse } from '../insight/analyse.ts'
import type { DailySeries } from '../insight/daily-series.ts'
import { risksOf } from '../insight/risk/risks-of.ts'
import { analysis as analysisSchema, risk as riskSchema } from '../store/insight-schema.ts'
import { date } from '../store/test-database.ts'

const TODAY = date('2026-11-23')
const METRICS = ['steps', 'sleep', 'weight', 'calories', 'protein', 'mood', 'own-metric']

/** Days up to and with today of one kind of oddness. */
function seriesOf(metric: string, kind: string, length: number, seed: number): DailySeries {
  const random = seededRandom(seed)
  const level = { steps: 6000, sleep: 5, weight: 80, calories: 1000, protein: 30, mood: 3 }[metric] ?? 10
  const values = Float64Array.from({ length }, (_, day) => {
    const usual = level * (0.7 + 0.6 * random()) * (kind === 'shift' && day > length / 2 ? 1.5 : 1)
    if (kind === 'constant') return level
    if (kind === 'none') return Number.NaN
    if (kind === 'gaps') return random() < 0.5 ? Number.NaN : usual
    if (kind === 'zeros') return random() < 0.7 ? 0 : usual
    if (kind === 'outlier' && day === length - 9) return 1e9
    return usual
  })
  return { metric, start: addDays(TODAY, 1 - length), values }
}

const series = fc
  .tuple(
    fc.subarray(METRICS),
    fc.constantFrom('plain', 'constant', 'none', 'gaps', 'zeros', 'outlier', 'shift'),
    fc.constantFrom(1, 2, 20, 60, 200, 800),
    fc.nat(),
  )
  .map(([metrics, kind, length, seed]) => metrics.map((metric, at) => seriesOf(metric, kind, length, seed + at)))

describe('what is worked out', () => {
  it('is kept whole: between threads and in the database nothing of it is refused or lost, whatever the days are', () => {
    fc.assert(
      fc.property(series, (days) => {
        const found = analyse(days, { today: TODAY })
        expect(analysisSchema.parse(structuredClone(found))).toEqual(found)
        const risks = risksOf(days, { today: TODAY, alerts: found.alerts })
        expect(risks.map((risk) => riskSchema.parse(structuredClone(risk)))).toEqual(risks)
      }),
      { numRuns: 60 },
    )
  })
})
