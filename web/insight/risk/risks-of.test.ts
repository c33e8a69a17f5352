import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, datesBetween, daysBetween } from '../../../shared/calendar/civil-date.ts'
import { normalOf, seededRandom } from '../../../shared/random/seeded-random.ts'
import type { ShiftAlert } from '../analysis.ts'
import type { DailySeries } from '../daily-series.ts'
import { isDismissed } from './dismissal.ts'
import { GUIDELINES } from './guidelines.ts'
import type { RiskRule } from './risk.ts'
import { type RiskOptions, risksOf } from './risks-of.ts'

const date = (text: string) => text as CivilDate
const TODAY = date('2026-11-27')

/** `days` days that end yesterday. */
function series(
  metric: string,
  days: number,
  levelOn: (daysAgo: number) => number,
  end = addDays(TODAY, -1),
): DailySeries {
  return {
    metric,
    start: addDays(end, 1 - days),
    values: Float64Array.from({ length: days }, (_, i) => levelOn(days - i)),
  }
}

function noise(seed: number, deviation: number): () => number {
  const random = seededRandom(seed)
  return () => deviation * normalOf(random)
}

const around = (mean: number, deviation: number, seed = 1) => {
  const next = noise(seed, deviation)
  return () => mean + next()
}

const rulesOf = (all: readonly DailySeries[], options: Partial<RiskOptions> = {}) =>
  risksOf(all, { today: TODAY, ...options }).map(({ rule }) => rule)

describe('sleep', () => {
  it('of 6.4 hours is low, of 5.4 very low and not low as well, of 7.5 nothing', () => {
    expect(rulesOf([series('sleep', 90, around(6.4, 0.5))])).toEqual(['low-sleep'])
    expect(rulesOf([series('sleep', 90, around(5.4, 0.5))])).toEqual(['very-low-sleep'])
    expect(rulesOf([series('sleep', 90, around(7.5, 0.5))])).toEqual([])
  })

  it('says value, interval, threshold, days and that it is sure', () => {
    const [risk] = risksOf([series('sleep', 90, around(6.2, 0.4))], { today: TODAY })
    expect(risk).toMatchObject({
      id: 'low-sleep',
      metric: 'sleep',
      measure: 'level',
      threshold: 7,
      side: 'below',
      certainty: 'sure',
      severity: 'medium',
      stale: false,
      n: 14,
      from: '2026-11-13',
      to: '2026-11-26',
    })
    const [low, high] = risk?.ci95 ?? [0, 0]
    expect(low).toBeLessThan(risk?.value ?? 0)
    expect(high).toBeLessThan(7)
  })

  it('that may lie on either side of 7 hours is likely low at most, and of less weight', () => {
    const [risk] = risksOf([series('sleep', 90, (daysAgo) => 6.75 + 0.8 * Math.sin(2.4 * daysAgo))], { today: TODAY })
    expect(risk).toMatchObject({ rule: 'low-sleep', certainty: 'likely', severity: 'low' })
    expect(risk?.ci95?.[1]).toBeGreaterThan(7)
  })

  it('is not called low for a single night, however short', () => {
    const usual = around(7.2, 0.3)
    expect(rulesOf([series('sleep', 90, (daysAgo) => (daysAgo === 1 ? 0 : usual()))])).toEqual([])
  })

  it('is judged by calendar date: nights before the last two weeks do not count', () => {
    const next = noise(4, 0.3)
    expect(rulesOf([series('sleep', 90, (daysAgo) => (daysAgo > 14 ? 5 : 8) + next())])).toEqual([])
  })

  it('does not look at a today that is not over, nor at days to come', () => {
    const days = series('sleep', 95, around(7.6, 0.3), addDays(TODAY, 5))
    days.values.fill(1, days.values.length - 6)
    expect(rulesOf([days])).toEqual([])
    const [risk] = risksOf([series('sleep', 95, around(6, 0.3), addDays(TODAY, 5))], { today: TODAY })
    expect(risk?.to).toBe(addDays(TODAY, -1))
  })
})

describe.each([0, 0.3, 0.6])('at a threshold, with days that hold on to %f of the day before', (phi) => {
  const PEOPLE = 400

  /** How many of the people are called sure and likely; `line` is where each of them truly is, `deviation` their days'. */
  function called(metric: string, deviation: number, line: (daysAgo: number) => number) {
    let sure = 0
    let likely = 0
    for (let seed = 1; seed <= PEOPLE; seed++) {
      const random = seededRandom(seed)
      let carried = normalOf(random)
      const days = series(metric, 90, (daysAgo) => {
        carried = phi * carried + Math.sqrt(1 - phi * phi) * normalOf(random)
        return line(daysAgo) + deviation * carried
      })
      const [risk] = risksOf([days], { today: TODAY })
      if (risk?.certainty === 'sure') sure++
      if (risk?.certainty === 'likely') likely++
    }
    return { sure: sure / PEOPLE, likely: likely / PEOPLE }
  }

  it('of 7 hours, "sure" is wrong for at most 5 of 100 and "likely" for about one in six', () => {
    const { sure, likely } = called('sleep', 1, () => 7)
    expect(sure).toBeLessThanOrEqual(0.05)
    expect(sure).toBeGreaterThan(0.005)
    expect(likely).toBeLessThan(0.2)
  })

  it('of a loss of 1 % a week, "sure" is wrong for at most 5 of 100', () => {
    const { sure, likely } = called('weight', 0.4, (daysAgo) => 80 * 1.01 ** (daysAgo / 7))
    expect(sure).toBeLessThanOrEqual(0.05)
    expect(likely).toBe(0)
  })
})

describe('a level that is no longer recorded', () => {
  it('is said as of its last day, stale and of low severity, and after two months not at all', () => {
    const old = (daysAgo: number) =>
      risksOf([series('sleep', 90, around(5, 0.4), addDays(TODAY, -daysAgo))], { today: TODAY })
    const [risk] = old(20).filter(({ rule }) => rule === 'very-low-sleep')
    expect(risk).toMatchObject({ stale: true, severity: 'low', to: addDays(TODAY, -20) })
    expect(old(61).map(({ rule }) => rule)).toEqual(['no-data'])
  })
})

describe('steps', () => {
  it('under 5 000 a day are very low activity, and days of none are days without the device', () => {
    expect(rulesOf([series('steps', 60, around(3500, 700))])).toEqual(['very-low-activity'])
    const worn = around(6500, 300)
    expect(rulesOf([series('steps', 60, (daysAgo) => (daysAgo % 2 === 0 ? 0 : worn()))])).toEqual([])
  })

  it('that stopped while other things go on are told, and those of a year ago are not', () => {
    const sleep = series('sleep', 90, around(7.8, 0.3))
    const stopped = (daysAgo: number) => series('steps', 60, around(9000, 800), addDays(TODAY, -daysAgo))
    expect(rulesOf([sleep, stopped(9)])).toEqual(['no-activity-data'])
    expect(rulesOf([sleep, stopped(7)])).toEqual([])
    expect(rulesOf([sleep, stopped(365)])).toEqual([])
    const all = series('sleep', 90, around(7.8, 0.3), addDays(TODAY, -9))
    expect(rulesOf([all, stopped(9)])).toEqual([])
  })
})

describe('calories', () => {
  it('under 1 200 are told only when the whole interval is', () => {
    expect(rulesOf([series('calories', 60, around(950, 120))])).toEqual(['very-low-calories'])
    const unsure = (daysAgo: number) => 1120 + 300 * Math.sin(2.4 * daysAgo)
    expect(rulesOf([series('calories', 60, unsure)])).toEqual([])
    expect(rulesOf([series('sleep', 60, (daysAgo) => unsure(daysAgo) / 172)])).toEqual(['low-sleep'])
  })
})

describe('protein', () => {
  it('is held against 0.8 g for each kg of the latest weights', () => {
    const protein = series('protein', 60, around(50, 6))
    const weighing = (kg: number) => series('weight', 60, around(kg, 0.3, 5))
    expect(rulesOf([protein, weighing(80)])).toEqual(['low-protein'])
    const [risk] = risksOf([protein, weighing(80)], { today: TODAY })
    expect(risk?.threshold).toBeCloseTo(64, 0)
    expect(rulesOf([protein, weighing(55)])).toEqual([])
    expect(rulesOf([protein])).toEqual([])
  })
})

describe('weight', () => {
  const moving = (perWeek: number) => {
    const next = noise(8, 0.35)
    return series('weight', 60, (daysAgo) => 80 - (daysAgo / 7) * perWeek + next())
  }

  it('that falls by 1.6 kg a week is rapid loss and that rises by as much rapid gain, at 80 kg', () => {
    const [loss] = risksOf([moving(-1.6)], { today: TODAY })
    expect(loss).toMatchObject({
      rule: 'rapid-loss',
      severity: 'high',
      measure: 'pace',
      certainty: 'sure',
      side: 'below',
    })
    expect(loss?.value).toBeCloseTo(-1.6, 0)
    expect(loss?.threshold).toBeCloseTo(-0.8, 0)
    expect(rulesOf([moving(1.6)])).toEqual(['rapid-gain'])
  })

  it('that moves by half a kilogram a week is nothing to tell', () => {
    expect(rulesOf([moving(-0.5)])).toEqual([])
    expect(rulesOf([moving(0.5)])).toEqual([])
  })

  it('is never rapid for one reading, a typing error included', () => {
    const next = noise(9, 0.3)
    for (const wrong of [8, 60, 300]) {
      expect(rulesOf([series('weight', 60, (daysAgo) => (daysAgo === 1 ? wrong : 80 + next()))])).toEqual([])
    }
  })

  it('gives a false alarm on at most 2 of 100 steady people', () => {
    let alarms = 0
    for (let seed = 1; seed <= 200; seed++) {
      const random = seededRandom(seed)
      let carried = 0
      const steady = series('weight', 90, () => {
        carried = 0.6 * carried + 0.5 * normalOf(random)
        return 75 + carried
      })
      if (rulesOf([steady]).length > 0) alarms++
    }
    expect(alarms).toBeLessThanOrEqual(4)
  })
})

describe('recording', () => {
  const logged = (isLogged: (daysAgo: number) => boolean) =>
    datesBetween(addDays(TODAY, -120), TODAY).filter((day) => isLogged(daysBetween(day, TODAY)))

  it('of nothing for two weeks is told, and of nothing ever is not', () => {
    expect(rulesOf([], { loggedDays: logged((daysAgo) => daysAgo >= 14) })).toEqual(['no-data'])
    expect(rulesOf([], { loggedDays: logged((daysAgo) => daysAgo >= 13) })).not.toContain('no-data')
    expect(rulesOf([])).toEqual([])
    expect(rulesOf([series('sleep', 50, () => Number.NaN)])).toEqual([])
  })

  it('on under half of four weeks is irregular, by who began before them', () => {
    const [risk] = risksOf([], { today: TODAY, loggedDays: logged((daysAgo) => daysAgo % 3 === 0) })
    expect(risk).toMatchObject({ rule: 'irregular-logging', value: 9, threshold: 14, measure: 'recorded-days' })
    expect(rulesOf([], { loggedDays: logged((daysAgo) => daysAgo % 2 === 0) })).toEqual([])
    expect(rulesOf([], { loggedDays: logged((daysAgo) => daysAgo % 3 === 0 && daysAgo < 20) })).toEqual([])
  })

  it('in a pause is not missed', () => {
    const loggedDays = logged((daysAgo) => daysAgo > 22)
    const paused = (until: CivilDate | null) => [{ from: addDays(TODAY, -22), until }]
    expect(rulesOf([], { loggedDays })).toEqual(['no-data'])
    expect(rulesOf([], { loggedDays, pauses: paused(null) })).toEqual([])
    const back = logged((daysAgo) => daysAgo > 22 || daysAgo <= 4)
    expect(rulesOf([], { loggedDays: back })).toEqual(['irregular-logging'])
    expect(rulesOf([], { loggedDays: back, pauses: paused(addDays(TODAY, -5)) })).toEqual([])
  })

  it('of a daily metric that fell off is told for that metric, and of weight never', () => {
    const fellOff = (metric: string, mean: number) => {
      const usual = around(mean, mean / 50)
      return series(metric, 90, (daysAgo) => (daysAgo <= 28 && daysAgo % 3 !== 1 ? Number.NaN : usual()))
    }
    const steps = series('steps', 90, around(9000, 500))
    const [risk] = risksOf([steps, fellOff('sleep', 8)], { today: TODAY })
    expect(risk).toMatchObject({ id: 'irregular-tracking:sleep', value: 10, threshold: 14 })
    expect(rulesOf([steps, fellOff('weight', 80)])).toEqual([])
  })
})

describe('a sustained shift', () => {
  const alert = (metric: string, direction: 'up' | 'down', daysAgo = 3): ShiftAlert => ({
    metric,
    direction,
    date: addDays(TODAY, -daysAgo),
    since: addDays(TODAY, -daysAgo - 9),
    size: direction === 'up' ? 1 : -1,
    n: 9,
  })

  it('is a risk when it goes the wrong way, and for two weeks', () => {
    expect(risksOf([], { today: TODAY, alerts: [alert('mood', 'down')] })[0]).toMatchObject({ id: 'shift:mood', n: 9 })
    expect(rulesOf([], { alerts: [alert('mood', 'up'), alert('weight', 'down'), alert('weight', 'up')] })).toEqual([])
    expect(rulesOf([], { alerts: [alert('mood', 'down', 15)] })).toEqual([])
  })

  it("of a person's own metric goes by that metric's good side", () => {
    const alerts = [alert('own-coffee', 'up')]
    expect(rulesOf([], { alerts, directions: { 'own-coffee': 'down' } })).toEqual(['shift'])
    expect(rulesOf([], { alerts })).toEqual([])
  })
})

describe('a dismissed risk', () => {
  const risksOn = (today: CivilDate, levelOf: (day: CivilDate) => number) => {
    const start = addDays(TODAY, -300)
    const next = noise(12, 0.25)
    const values = Float64Array.from(datesBetween(start, TODAY), (day) => levelOf(day) + next())
    return risksOf([{ metric: 'sleep', start, values }], { today })
  }
  const dismissed = [{ risk: 'low-sleep', on: date('2026-08-01') }]
  const isShown = (today: CivilDate, levelOf: (day: CivilDate) => number) =>
    risksOn(today, levelOf).some((risk) => !isDismissed(risk, dismissed))

  it('stays dismissed as long as it holds', () => {
    expect(risksOn(TODAY, () => 6.3)).toHaveLength(1)
    for (const today of [date('2026-08-01'), date('2026-09-15'), TODAY]) expect(isShown(today, () => 6.3)).toBe(false)
  })

  it('is told again when it went away and came back', () => {
    const better = (day: CivilDate) => (day >= '2026-09-01' && day <= '2026-10-05' ? 8 : 6.3)
    expect(risksOn(date('2026-09-25'), better)).toEqual([])
    expect(isShown(date('2026-08-20'), better)).toBe(false)
    expect(isShown(TODAY, better)).toBe(true)
  })

  it('does not come back for a break of some days', () => {
    const sways = (day: CivilDate) => (day >= '2026-09-01' && day <= '2026-09-08' ? 8 : 6.3)
    expect(risksOn(date('2026-09-10'), sways)).toEqual([])
    expect(isShown(date('2026-10-10'), sways)).toBe(false)
  })
})

describe('whatever the days hold', () => {
  const METRICS = ['sleep', 'steps', 'calories', 'protein', 'weight', 'mood', 'own']
  const value = fc.oneof(
    { weight: 5, arbitrary: fc.double({ min: 0, max: 200, noNaN: true }) },
    { weight: 2, arbitrary: fc.constant(Number.NaN) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1e9, -1e9) },
  )
  const odd = fc.record({
    metric: fc.constantFrom(...METRICS),
    start: fc.integer({ min: -4000, max: 40 }).map((days) => addDays(TODAY, days)),
    values: fc.array(value, { maxLength: 120 }).map((values) => Float64Array.from(values)),
  })
  // Plausible days: a line with a little noise, up to some days ago.
  const plausible = fc
    .record({
      metric: fc.constantFrom(['sleep', 8], ['steps', 9000], ['calories', 2000], ['protein', 90], ['weight', 80]),
      days: fc.integer({ min: 1, max: 100 }),
      ago: fc.integer({ min: -5, max: 70 }),
      share: fc.double({ min: 0.5, max: 1.2, noNaN: true }),
      slope: fc.double({ min: -0.003, max: 0.003, noNaN: true }),
      seed: fc.nat(),
    })
    .map(({ metric: [metric, usual], days, ago, share, slope, seed }) => {
      const next = noise(seed, 0.01)
      const levelOn = (daysAgo: number) => Number(usual) * share * (1 - slope * daysAgo + next())
      return series(String(metric), days, levelOn, addDays(TODAY, -ago))
    })

  it('every risk has finite figures, a guideline and one step, and holds since a day up to its last', () => {
    const seen = new Set<RiskRule>()
    fc.assert(
      fc.property(fc.array(fc.oneof(odd, plausible), { maxLength: 6 }), (all) => {
        const risks = risksOf(all, { today: TODAY })
        expect(new Set(risks.map(({ id }) => id)).size).toBe(risks.length)
        for (const risk of risks) {
          seen.add(risk.rule)
          expect(Number.isFinite(risk.value) && Number.isFinite(risk.threshold)).toBe(true)
          expect(GUIDELINES[risk.guideline].year).toBeGreaterThan(1900)
          expect(risk.from <= risk.to && risk.to <= TODAY && risk.since <= TODAY).toBe(true)
          const [low, high] = risk.ci95 ?? [risk.value, risk.value]
          expect(low <= risk.value && risk.value <= high).toBe(true)
          expect(risk.certainty === 'sure').toBe(
            risk.ci95 !== undefined && (risk.side === 'below' ? high < risk.threshold : low > risk.threshold),
          )
        }
      }),
      { numRuns: 500 },
    )
    expect(seen.size).toBeGreaterThan(8)
  })
})
