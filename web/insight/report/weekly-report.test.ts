import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, daysBetween, type Weekday, weekdayOf } from '../../../shared/calendar/civil-date.ts'
import { normalOf, seededRandom } from '../../../shared/random/seeded-random.ts'
import type { Analysis, Finding, LevelChange } from '../analysis.ts'
import type { DailySeries } from '../daily-series.ts'
import type { Forecast } from '../forecast.ts'
import { link } from '../promotion/test-finding.ts'
import { risksOf } from '../risk/risks-of.ts'
import { streakOf } from '../streak.ts'
import { type ReportOptions, weeklyReport } from './weekly-report.ts'

const date = (text: string) => text as CivilDate
// A Friday.
const TODAY = date('2026-11-27')
const OPTIONS: ReportOptions = { today: TODAY, weekStart: 1, streak: streakOf([], [], TODAY), risks: [] }
const NOTHING: Analysis = {
  version: 1,
  today: TODAY,
  findings: [],
  maybe: [],
  refusals: [],
  changes: [],
  anomalies: [],
  alerts: [],
  comparisons: [],
  forecasts: [],
}

function series(metric: string, valueOn: (day: CivilDate) => number): DailySeries {
  const start = addDays(TODAY, -200)
  return { metric, start, values: Float64Array.from({ length: 201 }, (_, index) => valueOn(addDays(start, index))) }
}

function noisy(mean: number, deviation: number) {
  const random = seededRandom(3)
  return () => mean + deviation * normalOf(random)
}

describe('the weekly report', () => {
  it('is about the last week that is over, by the day that weeks begin on', () => {
    expect(weeklyReport(NOTHING, [], OPTIONS)).toMatchObject({ from: '2026-11-16', to: '2026-11-22' })
    expect(weeklyReport(NOTHING, [], { ...OPTIONS, weekStart: 7 })).toMatchObject({
      from: '2026-11-15',
      to: '2026-11-21',
    })
    expect(weeklyReport(NOTHING, [], { ...OPTIONS, weekStart: 5 })).toMatchObject({
      from: '2026-11-20',
      to: '2026-11-26',
    })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 7 }), (days, first) => {
        const today = addDays(TODAY, days)
        const weekStart = first as Weekday
        const { from, to } = weeklyReport(NOTHING, [], { ...OPTIONS, today, weekStart })
        expect(weekdayOf(from)).toBe(weekStart)
        expect(daysBetween(from, to)).toBe(6)
        expect(daysBetween(to, today)).toBeGreaterThanOrEqual(1)
        expect(daysBetween(to, today)).toBeLessThanOrEqual(7)
      }),
    )
  })

  it('gives each metric its recorded days, mean, lowest and highest day, and how the week before was', () => {
    const steps = series('steps', (day) =>
      day === '2026-11-18'
        ? Number.NaN
        : day < '2026-11-16'
          ? 8000 + 100 * weekdayOf(day)
          : 9000 + 100 * weekdayOf(day),
    )
    const [week] = weeklyReport(NOTHING, [steps], OPTIONS).metrics
    expect(week).toMatchObject({
      metric: 'steps',
      recorded: 6,
      facts: {
        lowest: { date: '2026-11-16', value: 9100 },
        highest: { date: '2026-11-22', value: 9700 },
        mean: (9100 + 9200 + 9400 + 9500 + 9600 + 9700) / 6,
      },
      before: { metric: 'steps', against: 'period-before', earlier: { n: 7, mean: 8400 } },
    })
  })

  it('says that a metric of the week before was not recorded, and nothing of one that is long gone', () => {
    const until = (last: string) => series('sleep', (day) => (day <= last ? 7 : Number.NaN))
    expect(weeklyReport(NOTHING, [until('2026-11-10')], OPTIONS).metrics).toMatchObject([
      { metric: 'sleep', recorded: 0 },
    ])
    expect(weeklyReport(NOTHING, [until('2026-11-08')], OPTIONS).metrics).toEqual([])
  })

  it('parts what was found in one weekly run from what was found in two', () => {
    const fresh: Finding = { ...link('sleep', 'steps'), caveats: ['new'] }
    const kept = link('sleep', 'mood')
    const report = weeklyReport({ ...NOTHING, findings: [fresh, kept] }, [], OPTIONS)
    expect(report).toMatchObject({ newFindings: [fresh], keptFindings: [kept] })
  })

  it('tells of levels that moved in four weeks and of days and alerts of the week', () => {
    const level = { mean: 1, n: 30, from: TODAY, to: TODAY }
    const change = (day: string): LevelChange => ({
      metric: 'sleep',
      date: date(day),
      withinDays: 7,
      shape: 'step',
      before: level,
      after: level,
      difference: 1,
      deviations: 1,
    })
    const anomaly = (day: string) => ({ metric: 'sleep', date: date(day), value: 1, expected: 7, limit: 2 })
    const alert = (day: string) =>
      ({ metric: 'sleep', date: date(day), since: date(day), direction: 'up', size: 1, n: 9 }) as const
    const report = weeklyReport(
      {
        ...NOTHING,
        changes: [change('2026-10-25'), change('2026-10-26'), change('2026-11-23')],
        anomalies: [anomaly('2026-11-15'), anomaly('2026-11-16'), anomaly('2026-11-23')],
        alerts: [alert('2026-11-22'), alert('2026-11-24')],
      },
      [],
      OPTIONS,
    )
    expect(report.changes.map((each) => each.date)).toEqual(['2026-10-26'])
    expect(report.anomalies.map((each) => each.date)).toEqual(['2026-11-16'])
    expect(report.alerts.map((each) => each.date)).toEqual(['2026-11-22'])
  })

  it('sums up the next seven days of each forecast', () => {
    const list = (of: (index: number) => number) => Array.from({ length: 30 }, (_, index) => of(index))
    const forecast: Forecast = {
      kind: 'forecast',
      metric: 'sleep',
      date: list((index) => index).map((index) => addDays(TODAY, index)),
      mean: list((index) => 7 + index / 10),
      lo80: list((index) => 6 - index / 10),
      hi80: list((index) => 8 + index / 10),
      lo95: list(() => 5),
      hi95: list(() => 9),
      n: 90,
      lastObserved: addDays(TODAY, -1),
      method: 'test',
      version: 1,
      backtest: { mae: 1, naiveMae: 1, cov80: 0.8, cov95: 0.95, origins: 20 },
    }
    const refused = { kind: 'not-enough-data', metric: 'mood', reason: 'no-days', n: 0, needed: 14 } as const
    const { ahead } = weeklyReport({ ...NOTHING, forecasts: [forecast, refused] }, [], OPTIONS)
    expect(ahead).toEqual([
      {
        metric: 'sleep',
        from: TODAY,
        to: addDays(TODAY, 6),
        mean: expect.closeTo(7.3, 10),
        lo80: 5.4,
        hi80: 8.6,
        n: 90,
      },
    ])
  })

  it('leaves out risks that were put aside', () => {
    const sleep = series('sleep', noisy(5.2, 0.4))
    const risks = risksOf([sleep], { today: TODAY })
    expect(weeklyReport(NOTHING, [sleep], { ...OPTIONS, risks }).risks).toEqual(risks)
    const dismissals = [{ risk: 'very-low-sleep', on: TODAY }]
    expect(weeklyReport(NOTHING, [sleep], { ...OPTIONS, risks, dismissals }).risks).toEqual([])
  })
})

describe('the one thing to try', () => {
  const suggest = (findings: readonly Finding[], all: readonly DailySeries[] = []) =>
    weeklyReport({ ...NOTHING, findings }, all, { ...OPTIONS, risks: risksOf(all, { today: TODAY }) }).suggestion

  it('is the step of a risk, else an experiment, else more records, else to go on', () => {
    const low = series('sleep', noisy(5.2, 0.4))
    const good = series('sleep', noisy(7.8, 0.4))
    const seldom = series('protein', (day) => (weekdayOf(day) <= 4 ? 90 : Number.NaN))
    const finding = link('steps', 'sleep')
    expect(suggest([finding], [low])).toMatchObject({ kind: 'risk-step', risk: { rule: 'very-low-sleep' } })
    expect(suggest([finding], [good])).toEqual({ kind: 'experiment', finding })
    expect(suggest([], [good, seldom])).toEqual({ kind: 'record', metric: 'protein', recorded: 4 })
    expect(suggest([], [good])).toEqual({ kind: 'keep-going' })
    const likely = series('steps', (day) => 4200 + 2500 * Math.sin(2.4 * daysBetween(day, TODAY)))
    expect(risksOf([good, likely], { today: TODAY })).toMatchObject([{ rule: 'very-low-activity', severity: 'low' }])
    expect(suggest([finding], [good, likely])).toEqual({ kind: 'experiment', finding })
  })

  it('is no experiment with what nobody can set out to do, nor with what was seen once', () => {
    expect(suggest([link('mood', 'sleep'), link('weight', 'sleep')])).toEqual({ kind: 'keep-going' })
    expect(suggest([{ ...link('steps', 'sleep'), caveats: ['new'] }])).toEqual({ kind: 'keep-going' })
    const surer = link('protein', 'sleep', { q: 0.001 })
    const later = link('calories', 'sleep', { q: 1e-9 })
    if (later.kind !== 'association') throw new Error('no link')
    const sameDay = { ...later, lag: 0 }
    expect(suggest([sameDay, link('steps', 'sleep'), surer])).toEqual({ kind: 'experiment', finding: surer })
  })
})
