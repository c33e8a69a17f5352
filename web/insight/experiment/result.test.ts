import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, datesBetween, daysBetween } from '../../../shared/calendar/civil-date.ts'
import { normalOf, seededRandom } from '../../../shared/random/seeded-random.ts'
import type { DailySeries } from '../daily-series.ts'
import { type Experiment, experimentOf, fieldsOfExperiment, keptField } from './experiment.ts'
import { lockOf, type Sha256 } from './lock.ts'
import { type ExperimentPlan, lastDayOf } from './plan.ts'
import { PLAN } from './plan-for-tests.ts'
import { type ExperimentRefusal, type ExperimentResult, experimentResult } from './result.ts'
import { stateOn } from './schedule.ts'
import { smallestSeen } from './smallest-seen.ts'

const sha256: Sha256 = (bytes) => crypto.subtle.digest('SHA-256', bytes)
const OVER = addDays(lastDayOf(PLAN), 1)

async function begun(plan: ExperimentPlan = PLAN): Promise<Experiment> {
  return { id: 'e', plan, lock: await lockOf(plan, sha256), kept: new Map() }
}

/** Nights of 7 hours and, on days with the change, `effect` more; carried over from one day to the next by `phi`. */
function nights(plan: ExperimentPlan, effect: number, seed = 1, deviation = 0.4, phi = 0.3): DailySeries {
  const random = seededRandom(seed)
  const start = addDays(plan.start, -100)
  let carried = 0
  const values = datesBetween(start, addDays(lastDayOf(plan), 10)).map((day) => {
    carried = phi * carried + deviation * normalOf(random)
    const state = stateOn(plan, day)
    return 7 + carried + (state.phase === 'measured' && state.arm === 'change' ? effect : 0)
  })
  return { metric: plan.outcome, start, values: Float64Array.from(values) }
}

const without = (series: DailySeries, isGone: (day: CivilDate) => boolean): DailySeries => ({
  ...series,
  values: series.values.map((value, i) => (isGone(addDays(series.start, i)) ? Number.NaN : value)),
})

const resultOf = (experiment: Experiment, series: DailySeries | undefined, today = OVER) =>
  experimentResult(experiment, series, { today, sha256 })

const isResult = (found: ExperimentResult | ExperimentRefusal): found is ExperimentResult =>
  found.kind === 'experiment-result'

describe('the result of an experiment', () => {
  it('is the difference between the arms, with its interval and what it rests on', async () => {
    const found = await resultOf(await begun(), nights(PLAN, 1))
    expect(found).toMatchObject({ verdict: 'higher', pairs: 6, planned: 6, n: 48, marked: 0, caveats: [] })
    if (!isResult(found)) throw new Error('refused')
    expect(found.difference).toBeCloseTo(found.change - found.usual, 10)
    expect(Math.abs(found.difference - 1)).toBeLessThan(0.4)
    expect(found.ci95[0]).toBeGreaterThan(0)
    expect(found.p).toBeLessThan(0.05)
  })

  it('finds nothing in at least 95 of 100 persons whom the change does nothing for', async () => {
    let alarms = 0
    const persons = 400
    for (let seed = 1; seed <= persons; seed++) {
      const plan = { ...PLAN, seed }
      const found = await resultOf(await begun(plan), nights(plan, 0, seed, 0.4, 0.6))
      if (isResult(found) && found.p <= 0.05) alarms++
    }
    // 2 of 64 orders are as far out: 3.1 %, 12.5 of 400 with a standard deviation of 3.5.
    expect(alarms).toBeLessThanOrEqual(23)
    expect(alarms).toBeGreaterThan(2)
  })

  it('says "about the same" when what is left open would not matter, and "unclear" when it would', async () => {
    const plan = { ...PLAN, smallestEffect: 0.5 }
    expect(await resultOf(await begun(plan), nights(plan, 0, 3, 0.1))).toMatchObject({ verdict: 'about-the-same' })
    expect(await resultOf(await begun(), nights(PLAN, 0, 3, 1.5))).toMatchObject({ verdict: 'unclear' })
  })

  it('is not told before the last day is over', async () => {
    const series = nights(PLAN, 1)
    expect(await resultOf(await begun(), series, lastDayOf(PLAN))).toMatchObject({ reason: 'not-over' })
    expect(await resultOf(await begun(), series, PLAN.start)).toMatchObject({ reason: 'not-over', pairs: 0 })
  })

  it('is refused when anything of the plan was changed after it was locked', async () => {
    const { lock, ...rest } = await begun()
    const changes: Partial<ExperimentPlan>[] = [
      { outcome: 'mood' },
      { smallestEffect: 0.1 },
      { seed: 8 },
      { washOutDays: 0 },
      { start: addDays(PLAN.start, 1) },
      { change: 'Something else' },
    ]
    for (const change of changes) {
      const changed = { ...rest, lock, plan: { ...PLAN, ...change } }
      expect(await resultOf(changed, nights(PLAN, 1), addDays(OVER, 9))).toMatchObject({ reason: 'plan-changed' })
    }
  })

  it('leaves out pairs with too few values and says so, and is refused with under six', async () => {
    const plan = { ...PLAN, pairs: 7 }
    const series = nights(plan, 1)
    const today = addDays(lastDayOf(plan), 1)
    const gap = without(series, (day) => day >= plan.start && daysBetween(plan.start, day) < 5)
    expect(await resultOf(await begun(plan), gap, today)).toMatchObject({ pairs: 6, caveats: ['pairs-left-out'] })
    const gaps = without(series, (day) => day >= plan.start && daysBetween(plan.start, day) < 15)
    expect(await resultOf(await begun(plan), gaps, today)).toMatchObject({
      reason: 'too-few-pairs',
      pairs: 5,
      needed: 6,
    })
    expect(await resultOf(await begun(), undefined)).toMatchObject({ reason: 'too-few-pairs', pairs: 0 })
  })

  it('of values that never change is refused', async () => {
    const series = nights(PLAN, 0)
    series.values.fill(7)
    expect(await resultOf(await begun(), series)).toMatchObject({ reason: 'no-variation' })
  })

  it('of an experiment that was stopped is told from the pairs that were whole by then', async () => {
    const plan = { ...PLAN, pairs: 9 }
    const stopped = (days: number) => ({ stopped: addDays(plan.start, days) })
    const begunPlan = await begun(plan)
    const series = nights(plan, 1)
    const after = await resultOf({ ...begunPlan, ...stopped(63) }, series, addDays(plan.start, 63))
    expect(after).toMatchObject({ pairs: 6, caveats: ['stopped-early'] })
    // The sixth pair ends on day 60, which is the day before that on which it was no longer done.
    expect(await resultOf({ ...begunPlan, ...stopped(60) }, series)).toMatchObject({ pairs: 6 })
    expect(await resultOf({ ...begunPlan, ...stopped(59) }, series)).toMatchObject({
      reason: 'too-few-pairs',
      pairs: 5,
    })
    expect(await resultOf({ ...begunPlan, ...stopped(30) }, series)).toMatchObject({
      reason: 'too-few-pairs',
      pairs: 3,
    })
  })

  it('counts on how many of the marked days the plan was kept, and says when that is few', async () => {
    const kept = new Map(datesBetween(PLAN.start, addDays(PLAN.start, 9)).map((day, i) => [day, i < 7]))
    const found = await resultOf({ ...(await begun()), kept }, nights(PLAN, 1))
    expect(found).toMatchObject({ kept: 7, marked: 10, caveats: ['often-not-kept'] })
  })
})

describe('the document of an experiment', () => {
  it('holds the plan, its lock, the day it was stopped and the days that were kept', async () => {
    const plan = { ...PLAN, change: '  No screen after nine ' }
    const lock = await lockOf(plan, sha256)
    const fields = { ...fieldsOfExperiment(plan, lock), stopped: '2026-09-20', [keptField(PLAN.start)]: false, note: 1 }
    expect(experimentOf('e', fields)).toEqual({
      id: 'e',
      plan: PLAN,
      lock: await lockOf(PLAN, sha256),
      stopped: '2026-09-20',
      kept: new Map([[PLAN.start, false]]),
    })
  })

  it('of anything else is none', async () => {
    const fields = fieldsOfExperiment(PLAN, 'lock')
    for (const field of Object.keys(fields)) {
      expect(experimentOf('e', { ...fields, [field]: null }), field).toBeUndefined()
    }
    expect(experimentOf('e', { ...fields, pairs: 100 })).toBeUndefined()
    expect(experimentOf('e', { ...fields, start: '9999-12-30' })).toBeUndefined()
    expect(experimentOf('e', {})).toBeUndefined()
  })
})

describe('what a plan would see', () => {
  it('is what is seen in about four of five persons', async () => {
    let seen = 0
    const persons = 150
    const sizes: number[] = []
    for (let seed = 1; seed <= persons; seed++) {
      const plan = { ...PLAN, seed, pairs: 8 }
      const size = smallestSeen(plan, nights(plan, 0, seed), plan.start)
      if (size === undefined) throw new Error('too few days')
      sizes.push(size)
    }
    const size = sizes.reduce((sum, each) => sum + each, 0) / persons
    for (let seed = 1; seed <= persons; seed++) {
      const plan = { ...PLAN, seed, pairs: 8 }
      const found = await resultOf(await begun(plan), nights(plan, size, seed + 1000), addDays(lastDayOf(plan), 1))
      if (isResult(found) && found.p <= 0.05) seen++
    }
    expect(seen / persons).toBeGreaterThan(0.7)
    expect(seen / persons).toBeLessThan(0.9)
  })

  it('is not said without days to learn it from', () => {
    const series = nights(PLAN, 0)
    expect(
      smallestSeen(
        PLAN,
        without(series, () => true),
        PLAN.start,
      ),
    ).toBeUndefined()
    expect(smallestSeen(PLAN, series, series.start)).toBeUndefined()
  })
})
