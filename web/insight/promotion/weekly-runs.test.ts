import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Analysis, Finding } from '../analysis.ts'
import { findingKey } from './finding-key.ts'
import { link } from './test-finding.ts'
import { markNew, RUNS_TO_PROMOTE, type WeeklyRun, weeklyRunsAfter, weeksFound } from './weekly-runs.ts'

const date = (text: string): CivilDate => {
  const parsed = parseCivilDate(text)
  if (parsed === undefined) throw new Error(text)
  return parsed
}
const MONDAY = date('2026-11-23')
const sleepSteps = link('sleep', 'steps')

/** The runs after looks on days given as `[days after MONDAY, findings]`, a day of data a day. */
const runsAfter = (looks: readonly (readonly [number, readonly Finding[]])[], days = 100) =>
  looks.reduce<readonly WeeklyRun[]>(
    (runs, [day, findings]) => weeklyRunsAfter(runs, { on: addDays(MONDAY, day), days: days + day, findings }),
    [],
  )

const analysisOf = (findings: readonly Finding[]): Analysis => ({
  version: 1,
  today: MONDAY,
  findings,
  maybe: [],
  refusals: [],
  changes: [],
  anomalies: [],
  alerts: [],
  comparisons: [],
  forecasts: [],
})

const isNew = (runs: readonly WeeklyRun[], finding = sleepSteps) =>
  markNew(analysisOf([finding]), runs).findings[0]?.caveats.includes('new')

describe('weekly runs', () => {
  it('a finding is new in its first week and no longer once two weekly runs have it', () => {
    expect(isNew(runsAfter([[0, [sleepSteps]]]))).toBe(true)
    expect(
      isNew(
        runsAfter([
          [0, [sleepSteps]],
          [6, [sleepSteps]],
        ]),
      ),
    ).toBe(true)
    expect(
      isNew(
        runsAfter([
          [0, [sleepSteps]],
          [7, [sleepSteps]],
        ]),
      ),
    ).toBe(false)
  })

  it('only the first look of a week counts, however often the data is looked at', () => {
    const runs = runsAfter([
      [0, []],
      [1, [sleepSteps]],
      [7, []],
      [8, [sleepSteps]],
    ])
    expect(runs.map(({ found }) => found)).toEqual([[], []])
    expect(isNew(runs)).toBe(true)
  })

  it('a week without a look is passed over, and one in which it was not found begins anew', () => {
    expect(
      isNew(
        runsAfter([
          [0, [sleepSteps]],
          [21, [sleepSteps]],
        ]),
      ),
    ).toBe(false)
    expect(
      isNew(
        runsAfter([
          [0, [sleepSteps]],
          [7, []],
          [14, [sleepSteps]],
        ]),
      ),
    ).toBe(true)
  })

  it('a link that turned round is another finding', () => {
    const runs = runsAfter([
      [0, [sleepSteps]],
      [7, [sleepSteps]],
    ])
    expect(isNew(runs, link('sleep', 'steps', { effect: -200 }))).toBe(true)
  })

  it('runs over other data count for nothing: days that came or went in bulk, but not those that passed', () => {
    const look = (runs: readonly WeeklyRun[], day: number, days: number) =>
      weeklyRunsAfter(runs, { on: addDays(MONDAY, day), days, findings: [sleepSteps] })
    const first = look([], 0, 100)
    expect(look(first, 1, 3750)).toHaveLength(1)
    expect(look(first, 1, 3750)[0]).toMatchObject({ days: 3750 })
    expect(look(first, 7, 60)).toHaveLength(1)
    expect(look(first, 28, 130)).toHaveLength(2)
  })

  it('a clock that was ahead leaves no runs of weeks to come', () => {
    const ahead = runsAfter([[700, [sleepSteps]]], -600)
    expect(weeklyRunsAfter(ahead, { on: MONDAY, days: 100, findings: [] })).toMatchObject([{ week: MONDAY }])
  })

  it('nothing is promoted that two runs of different weeks do not hold, whatever is looked at and when', () => {
    const looks = fc.array(fc.tuple(fc.nat(60), fc.boolean()), { maxLength: 30 })
    fc.assert(
      fc.property(looks, (unordered) => {
        const ordered = unordered.toSorted(([a], [b]) => a - b)
        const runs = runsAfter(ordered.map(([day, found]) => [day, found ? [sleepSteps] : []]))
        const weeks = runs.map(({ week }) => week)
        expect(new Set(weeks).size).toBe(weeks.length)
        expect(weeks).toEqual(weeks.toSorted())
        expect(runs.length).toBeLessThanOrEqual(8)
        const last = runs.slice(-RUNS_TO_PROMOTE)
        const held = last.length === 2 && last.every(({ found }) => found.includes(findingKey(sleepSteps)))
        expect(isNew(runs)).toBe(!held)
        expect(weeksFound(runs, findingKey(sleepSteps)) >= RUNS_TO_PROMOTE).toBe(held)
      }),
    )
  })
})
