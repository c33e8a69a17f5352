import { describe, expect, it } from 'vitest'
import { CALORIES, PROTEIN, SLEEP, STEPS, WEIGHT } from '../../../shared/metric/catalogue.ts'
import type { Metric, MetricId } from '../../../shared/metric/metric.ts'
import { DEFAULT_UNITS, KG_PER_LB } from '../../../shared/metric/unit.ts'
import { entryNote, entryUnit, pressStart, pressStep } from './value-entry.ts'

const POUNDS = { ...DEFAULT_UNITS, mass: 'lb' } as const
const STONES = { ...DEFAULT_UNITS, mass: 'st' } as const
const OWN: Metric = { ...PROTEIN, id: 'own' as MetricId, name: 'Pain', builtIn: false, aggregate: 'mean', step: 0.5 }

describe('the + and − of an entry', () => {
  it('step by what the person reads: a tenth of their own unit', () => {
    expect(pressStep(WEIGHT, DEFAULT_UNITS)).toBe(0.1)
    expect(pressStep(WEIGHT, POUNDS)).toBeCloseTo(0.1 * KG_PER_LB, 10)
    expect(pressStep(SLEEP, DEFAULT_UNITS)).toBe(0.25)
    expect(pressStep(OWN, DEFAULT_UNITS)).toBe(0.5)
  })

  it('begin at the last level, but never carry an amount of one day into the next', () => {
    expect(pressStart(WEIGHT, 74.6)).toBe(74.6)
    expect(pressStart(SLEEP, 7.5)).toBe(7.5)
    for (const metric of [STEPS, CALORIES, PROTEIN]) expect(pressStart(metric, 900)).toBeUndefined()
  })
})

describe('what an entry says of its unit', () => {
  it('follows the unit the person reads', () => {
    expect(entryUnit(WEIGHT, DEFAULT_UNITS)).toBe('kg')
    expect(entryUnit(WEIGHT, STONES)).toBe('st lb')
    expect(entryUnit(SLEEP, DEFAULT_UNITS)).toBe('h:mm')
    expect(entryNote(WEIGHT, DEFAULT_UNITS)).toBe('From 20.0 to 300.0 kg.')
    expect(entryNote(WEIGHT, STONES)).toContain('such as 11 10.5')
    expect(entryNote(SLEEP, DEFAULT_UNITS)).toContain('night that ended on this day')
  })
})
