import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import { STEPS } from '../../shared/metric/catalogue.ts'
import { aggregateReadings } from '../../shared/metric/metric.ts'
import { DayAccumulator } from './day-accumulator.ts'
import { REFUSED_KEPT } from './import-types.ts'
import { RefusalLog } from './refusal-log.ts'
import { refusedCsv } from './refused-csv.ts'
import { nightsOf, saysAsleep } from './sleep-intervals.ts'
import { summariseReadings } from './summarise-readings.ts'
import { readText, valuesOf } from './test-file.ts'

const DAY = '2026-01-01' as CivilDate

describe('DayAccumulator', () => {
  it('comes to what the metric’s rule makes of all readings at once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('sum', 'mean', 'last', 'max'),
        fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 5 }),
        (aggregate, tenths) => {
          const values = tenths.map((value) => value / 10)
          const metric = { ...STEPS, aggregate }
          const days = new DayAccumulator()
          values.forEach((value, index) => {
            days.add(metric, DAY, value, index, index + 2)
          })
          const [reading] = days.readings([metric], new RefusalLog())
          expect(reading).toMatchObject({ date: DAY, rows: values.length })
          expect(reading?.value).toBeCloseTo(aggregateReadings(aggregate, values) ?? Number.NaN, 9)
        },
      ),
    )
  })

  it('takes the last reading by its time, whatever the file’s order', () => {
    const metric = { ...STEPS, aggregate: 'last' as const }
    const days = new DayAccumulator()
    days.add(metric, DAY, 5, 1200, 2)
    days.add(metric, DAY, 3, 480, 3)
    expect(days.readings([metric], new RefusalLog())).toMatchObject([{ value: 5 }])
  })
})

describe('nightsOf', () => {
  const asleep = (start: number, end: number) => ({ start, end, row: 2 })
  const MIDNIGHT = 1440 * 20_000

  it('joins what lies close into the night of the day it ended, and counts what two devices saw once', () => {
    const nights = nightsOf([
      asleep(MIDNIGHT + 60, MIDNIGHT + 300),
      asleep(MIDNIGHT - 60, MIDNIGHT + 30),
      asleep(MIDNIGHT + 120, MIDNIGHT + 360),
    ])
    expect(nights).toMatchObject([{ date: '2024-10-04', hours: 6.5, rows: 3 }])
  })

  it('keeps a nap after hours awake apart from the night', () => {
    const nights = nightsOf([asleep(MIDNIGHT, MIDNIGHT + 420), asleep(MIDNIGHT + 840, MIDNIGHT + 870)])
    expect(nights.map(({ hours }) => hours)).toEqual([7, 0.5])
  })

  it('counts only what says asleep', () => {
    expect(['HKCategoryValueSleepAnalysisAsleepCore', 'Asleep', 'REM'].every(saysAsleep)).toBe(true)
    expect(['HKCategoryValueSleepAnalysisInBed', 'HKCategoryValueSleepAnalysisAwake'].some(saysAsleep)).toBe(false)
  })

  it('reads Apple’s sleep records', async () => {
    const head = 'sourceName,sourceVersion,device,type,unit,creationDate,startDate,endDate,value\n'
    const record = (start: string, end: string, value: string) =>
      `Watch,1,,SleepAnalysis,,2026-01-02 09:00:00 +0100,${start} +0100,${end} +0100,HKCategoryValueSleepAnalysis${value}\n`
    const text = [
      head,
      record('2026-01-01 22:30:00', '2026-01-02 07:00:00', 'InBed'),
      record('2026-01-01 23:00:00', '2026-01-02 02:00:00', 'AsleepCore'),
      record('2026-01-02 02:00:00', '2026-01-02 02:30:00', 'Awake'),
      record('2026-01-02 02:30:00', '2026-01-02 06:30:00', 'AsleepREM'),
    ].join('')
    expect(valuesOf(await readText(text))).toEqual({ '2026-01-02 sleep': 7 })
    // The night in which Central Europe puts its clocks back holds the hour between 2 and 3 twice.
    const long = `${head}Watch,1,,SleepAnalysis,,2025-10-26 09:00:00 +0100,2025-10-25 23:00:00 +0200,2025-10-26 07:00:00 +0100,Asleep\n`
    expect(valuesOf(await readText(long))).toEqual({ '2025-10-26 sleep': 9 })
  })
})

describe('summariseReadings', () => {
  it('counts days, first, last and sum for each metric that has any', async () => {
    const { readings } = await readText('date,weight,steps\n2026-01-03,74.1,10\n2026-01-01,74.2,\n2026-01-02,,20\n')
    expect(summariseReadings(readings)).toEqual({
      weight: { days: 2, first: '2026-01-01', last: '2026-01-03', sum: 148.3 },
      steps: { days: 2, first: '2026-01-02', last: '2026-01-03', sum: 30 },
    })
  })
})

describe('refusedCsv', () => {
  it('quotes what needs it and lets no cell begin as a formula', () => {
    const reason = 'is “no”, number'
    expect(refusedCsv([{ row: 3, column: 'steps', cell: '=HYPERLINK("x")', reason }])).toBe(
      'row,column,cell,reason\r\n3,steps,"\'=HYPERLINK(""x"")","is “no”, number"\r\n',
    )
    for (const cell of ['+1', '-5', '@x', '\t1'])
      expect(refusedCsv([{ row: 2, cell, reason: 'no' }])).toContain(`'${cell}`)
  })

  it('holds at most what is kept of the refused', () => {
    const log = new RefusalLog()
    for (let row = 0; row < REFUSED_KEPT + 5; row++) log.add(row, 'no')
    expect([log.count, log.kept.length]).toEqual([REFUSED_KEPT + 5, REFUSED_KEPT])
    expect(refusedCsv(log.kept).split('\r\n')).toHaveLength(REFUSED_KEPT + 2)
  })
})
