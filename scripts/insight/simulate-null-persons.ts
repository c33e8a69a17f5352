import { findPatterns } from '../../web/insight/analyse.ts'
import { METRICS, madePerson, randomFor } from './made-person.ts'
import { nullDays } from './null-days.ts'
import type { SimulatedGoal, Simulation } from './simulated-goal.ts'

const PHIS = [0, 0.3, 0.6]
const DAYS = [14, 30, 60, 100, 365]
const MISSING = 0.1
const MEAN_AT_MOST = 0.05
const CELL_AT_MOST = 0.075

/**
 * Persons in whose days there is nothing: six metrics that know nothing of each other, of the weekday or of the year; a
 * tenth of the days missing and every third metric heavy-tailed. How many are told that there is a pattern of any kind.
 */
export const simulateNullPersons: Simulation = (persons) => {
  const cells = PHIS.flatMap((phi, row) =>
    DAYS.map((days, column): SimulatedGoal => {
      let told = 0
      for (let person = 0; person < persons; person++) {
        const random = randomFor(row * DAYS.length + column, person)
        const { series, today } = madePerson(
          METRICS.map((_, i) =>
            nullDays(random, { days, phi, missing: MISSING, isHeavyTailed: i % 3 === 0, weekly: 0 }),
          ),
        )
        if (findPatterns(series, { today }).findings.length > 0) told++
      }
      return {
        name: `false-pattern-phi-${phi}-days-${days}`,
        value: told / persons,
        atMost: CELL_AT_MOST,
        detail: `${told} of ${persons} persons without any pattern are told one`,
      }
    }),
  )
  const mean = cells.reduce((sum, { value }) => sum + value, 0) / cells.length
  return [
    { name: 'false-pattern-mean', value: mean, atMost: MEAN_AT_MOST, detail: `over ${cells.length} cells` },
    ...cells,
  ]
}
