import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import { BUILT_IN_METRICS } from '../../shared/metric/catalogue.ts'
import { REFUSED_KEPT } from './import-types.ts'
import { INSPECT_BYTES, inspectCsv, type Layout, type Progress, readCsv } from './index.ts'
import { inspected, readText, valuesOf } from './test-file.ts'

const HOUSE = 'date,weight,steps,sleep,calories,protein'
const ROWS = '2026-01-01,74.5,8214,7.25,2105,112\n2026-01-02,74.2,,8,1990,'
const VALUES = {
  '2026-01-01 weight': 74.5,
  '2026-01-01 steps': 8214,
  '2026-01-01 sleep': 7.25,
  '2026-01-01 calories': 2105,
  '2026-01-01 protein': 112,
  '2026-01-02 weight': 74.2,
  '2026-01-02 sleep': 8,
  '2026-01-02 calories': 1990,
}

describe('the app’s own header', () => {
  it.each([
    ['as it is', `${HOUSE}\n${ROWS}`],
    ['with a trailing newline', `${HOUSE}\n${ROWS}\n`],
    ['with several', `${HOUSE}\n${ROWS}\n\n\n`],
    ['with a byte order mark', `\uFEFF${HOUSE}\n${ROWS}\n`],
    ['with CRLF', `${HOUSE}\n${ROWS}\n`.replaceAll('\n', '\r\n')],
    ['with all three', `\uFEFF${HOUSE}\n${ROWS}\n`.replaceAll('\n', '\r\n')],
  ])('is read %s', async (_, text) => {
    const result = await readText(text)
    expect(valuesOf(result)).toEqual(VALUES)
    expect(result).toMatchObject({ format: 'csv-wide', rows: 2, refusedCount: 0 })
  })
})

describe('a table from a spreadsheet', () => {
  it.each([
    ['with the line that names its separator', 'sep=;\r\nDatum;Gewicht\r\n23.11.2026;74,5\r\n'],
    ['with spaces around everything', ' Date , Weight (kg) \n 2026-11-23 , 74.5 \n'],
    ['with empty rows and columns', ',Date,Weight,,\n,,,,\n,2026-11-23,74.5,,\n,,,,\n'],
    ['with a title above', 'My weight\n\nDate,Weight\n2026-11-23,74.5\n'],
    ['with one column more than the header', 'Date,Weight\n2026-11-23,74.5,\n'],
    ['with a short row', 'Date,Weight,Steps\n2026-11-23,74.5\n'],
  ])('is read %s', async (_, text) => {
    const result = await readText(text)
    expect(valuesOf(result)).toEqual({ '2026-11-23 weight': 74.5 })
    expect(result.refusedCount).toBe(0)
  })
})

describe('several rows a day', () => {
  it('add up, or give their mean, by the metric’s rule', async () => {
    const result = await readText(
      'timestamp,weight,steps,mood\n2026-01-01 08:00,74,1000,3\n2026-01-01 20:00,75,500,4\n2026-01-02 08:00,76,,\n',
    )
    expect(valuesOf(result)).toEqual({
      '2026-01-01 weight': 74.5,
      '2026-01-01 steps': 1500,
      '2026-01-01 mood': 3.5,
      '2026-01-02 weight': 76,
    })
    expect(result.readings.map(({ rows }) => rows)).toEqual([2, 2, 2, 1])
  })

  it('are refused as a day where they add up to the impossible', async () => {
    const result = await readText('date,steps\n2026-01-01,60000\n2026-01-01,70000\n2026-01-02,5000\n')
    expect(valuesOf(result)).toEqual({ '2026-01-02 steps': 5000 })
    expect(result.refused).toMatchObject([
      { row: 2, column: 'steps', reason: expect.stringContaining('add up to too much') },
    ])
  })

  it('count once where they are the same record twice, and twice where they are food', async () => {
    const steps = 'timestamp,steps\n2026-01-01 08:00,100\n2026-01-01 08:00,100\n2026-01-01 08:01,100\n'
    expect(await readText(steps)).toMatchObject({ leftOut: 1, readings: [{ value: 200 }] })
    const food = 'date,meal,food,calories,protein\n2026-01-01,Lunch,Egg,80,6\n2026-01-01,Lunch,Egg,80,6\n'
    expect(valuesOf(await readText(food))).toEqual({ '2026-01-01 calories': 160, '2026-01-01 protein': 12 })
  })
})

describe('cells', () => {
  it('are missing, not refused, where they say that nothing was recorded', async () => {
    const result = await readText(
      'date,weight,steps\n2026-01-01,74,\n2026-01-02,-,--\n2026-01-03,NA,null\n2026-01-04,NaN,n/a\n',
    )
    expect(result).toMatchObject({ refusedCount: 0, rows: 4 })
    expect(valuesOf(result)).toEqual({ '2026-01-01 weight': 74 })
  })

  it('are refused one by one, with row, column, cell and reason, and cost their row nothing else', async () => {
    const result = await readText(
      `${HOUSE}\n2026-01-01,74.5,-5,7.25,2105,112\n2026-02-31,74.5,8000,7,2000,100\n2026-01-03,7,many,25,2000,100\n`,
    )
    expect(result.refused).toEqual([
      { row: 2, column: 'steps', cell: '-5', reason: 'Steps can be 0 to 100\u202f000; this is -5.' },
      {
        row: 3,
        column: 'date',
        cell: '2026-02-31',
        reason: '“2026-02-31” is no day of the calendar, read as year, month, day.',
      },
      { row: 4, column: 'weight', cell: '7', reason: 'Weight can be 20 to 300 kg; this is 7 kg.' },
      { row: 4, column: 'steps', cell: 'many', reason: '“many” is not a number as this file writes them.' },
      { row: 4, column: 'sleep', cell: '25', reason: 'Sleep can be 0 to 24 h; this is 25 h.' },
    ])
    expect(valuesOf(result)).toMatchObject({ '2026-01-01 weight': 74.5, '2026-01-03 calories': 2000 })
    expect(result.readings).toHaveLength(6)
  })

  it('"5,000" and "5.000" are five thousand steps, and 74,5 is a weight', async () => {
    const commas = await readText('date,steps,weight\n2026-01-01,"5,000",74.5\n2026-01-02,"12,345",75\n')
    expect(valuesOf(commas)).toMatchObject({ '2026-01-01 steps': 5000, '2026-01-02 steps': 12_345 })
    const points = await readText('date;steps;weight\n2026-01-01;5.000;74,5\n2026-01-02;12.345;75\n')
    expect(valuesOf(points)).toMatchObject({ '2026-01-01 steps': 5000, '2026-01-01 weight': 74.5 })
    const alone = await readText('date,steps\n2026-01-01,5.000\n')
    expect(valuesOf(alone)).toEqual({ '2026-01-01 steps': 5000 })
    const mixed = await readText('date,steps,weight\n2026-01-01,5.000,74.5\n2026-01-02,6.250,74.25\n')
    expect(valuesOf(mixed)).toMatchObject({ '2026-01-01 steps': 5000, '2026-01-01 weight': 74.5 })
  })

  it('of a row cut by a comma inside a number are not trusted', async () => {
    const result = await readText('date,steps,weight\n2026-01-01,8,000,74.5\n2026-01-02,7000,74\n2026-01-03,7100,74\n')
    expect(result.refused).toMatchObject([{ row: 2, reason: expect.stringContaining('4 cells and the header 3') }])
    expect(Object.keys(valuesOf(result))).toHaveLength(4)
  })

  it('may carry their unit', async () => {
    const result = await readText('date,weight,sleep\n2026-01-01,74.5 kg,7h 30m\n2026-01-02,165 lb,7:30\n')
    expect(valuesOf(result)).toEqual({
      '2026-01-01 weight': 74.5,
      '2026-01-01 sleep': 7.5,
      '2026-01-02 weight': 74.84274105,
      '2026-01-02 sleep': 7.5,
    })
  })

  it('may give a weight in stones and pounds', async () => {
    const result = await readText('date,weight\n2026-01-01,11st 4lb\n2026-01-02,11 st 4.5\n')
    expect(result).toMatchObject({ refusedCount: 0, readings: [{ value: 71.66759446 }, { value: 71.894390645 }] })
  })

  it('take their unit from a column for it', async () => {
    const text = 'date,type,value,unit\n2026-01-01,weight,165,lb\n2026-01-02,weight,75,kg\n'
    expect(valuesOf(await readText(text))).toEqual({ '2026-01-01 weight': 74.84274105, '2026-01-02 weight': 75 })
  })
})

describe('dates', () => {
  it('that are missing or in the far future are refused where the row holds a value', async () => {
    const text = 'date,steps\n,5000\n2036-01-01,5000\n2026-11-24,5000\n,\n'
    const result = await readText(text, { today: '2026-11-23' as CivilDate })
    expect(result.refused).toMatchObject([
      { row: 2, column: 'date', reason: 'The row has no date.' },
      { row: 3, column: 'date', reason: '2036-01-01 lies too far in the future.' },
    ])
    expect(valuesOf(result)).toEqual({ '2026-11-24 steps': 5000 })
  })

  it('of nights are the day of waking, also where the file says when the night began', async () => {
    const text = 'start,sleep\n2026-01-01 23:30,7.5\n2026-01-03 01:00,6\n'
    const bedtime = 'date,sleep\n2026-01-01,7.5\n'
    expect(valuesOf(await readText(text, { change: (layout) => ({ ...layout, nightsBy: 'start' }) }))).toEqual({
      '2026-01-02 sleep': 7.5,
      '2026-01-03 sleep': 6,
    })
    expect(valuesOf(await readText(bedtime, { change: (layout) => ({ ...layout, nightsBy: 'bedtime' }) }))).toEqual({
      '2026-01-02 sleep': 7.5,
    })
  })
})

describe('rows', () => {
  it('are left out by the layout’s rule, and counted', async () => {
    const sleeps =
      'Cycle start time,Sleep onset,Wake onset,Asleep duration (min),Nap\n2026-01-01 23:00:00,2026-01-01 23:00:00,2026-01-02 06:00:00,420,false\n2026-01-01 23:00:00,2026-01-02 13:00:00,2026-01-02 13:30:00,30,true\n'
    const result = await readText(sleeps)
    expect(valuesOf(result)).toEqual({ '2026-01-02 sleep': 7 })
    expect(result).toMatchObject({ format: 'whoop-sleeps', leftOut: 1 })
  })

  it('that repeat the header inside the file are no data', async () => {
    const result = await readText('date,steps\n2026-01-01,5000\ndate,steps\n2026-01-02,6000\n')
    expect(result).toMatchObject({ rows: 2, leftOut: 1, refusedCount: 0 })
  })

  it('of titled tables are read each by its own header', async () => {
    const text =
      'Body\nDate,Weight,BMI,Fat\n"2026-01-01","74.5","23","18"\n\nActivities\nDate,Calories Burned,Steps\n"2026-01-01","2,400","8,214"\n\nFoods\nDate,Calories In\n"2026-01-01","2,105"\n'
    expect(valuesOf(await readText(text))).toEqual({
      '2026-01-01 weight': 74.5,
      '2026-01-01 steps': 8214,
      '2026-01-01 calories': 2105,
    })
  })

  it('of a long file may name a metric first after the beginning that was inspected', async () => {
    const long = 'date,metric,value\n2026-01-01,steps,5000\n'
    const { layout } = inspected(long)
    const result = await readCsv(new Blob([`${long}2026-01-02,weight_kg,74.5\n`]), layout, {
      metrics: BUILT_IN_METRICS,
    })
    expect(result.ok && valuesOf(result.value)).toEqual({ '2026-01-01 steps': 5000, '2026-01-02 weight': 74.5 })
  })
})

describe('bad input', () => {
  it('a file with 40 % bad rows gives every good one, and counts all it refused', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => {
      const date = new Date(Date.UTC(1950, 0, 1 + index)).toISOString().slice(0, 10)
      return index % 5 < 2 ? `${date},oops` : `${date},${5000 + (index % 1000)}`
    })
    const result = await readText(`date,steps\n${rows.join('\n')}\n`, { today: '2026-11-23' as CivilDate })
    const possible = rows.filter((row) => row < '2027-11-25')
    expect(result.readings).toHaveLength(possible.filter((row) => !row.endsWith('oops')).length)
    expect(result.refusedCount).toBe(rows.length - result.readings.length)
    expect(result.refused).toHaveLength(REFUSED_KEPT)
  })

  it('a layout without a date or a metric is told apart', async () => {
    const { layout } = inspected('date,steps\n2026-01-01,5\n')
    const ignored = layout.columns.map(() => ({ kind: 'ignore' }) as const)
    const read = (columns: Layout['columns']) =>
      readCsv(new Blob(['']), { ...layout, columns }, { metrics: BUILT_IN_METRICS })
    expect(await read(ignored)).toMatchObject({ ok: false, failure: { kind: 'no-date' } })
    expect(await read([{ kind: 'date' }, ...ignored])).toMatchObject({ ok: false, failure: { kind: 'no-metric' } })
  })

  it('a file that can no longer be read is a value, not an exception', async () => {
    const { layout } = inspected('date,steps\n2026-01-01,5\n')
    const gone = async function* (): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('date,steps\n')
      await Promise.resolve()
      throw new DOMException('The file was moved', 'NotReadableError')
    }
    const read = await readCsv(gone(), layout, { metrics: BUILT_IN_METRICS })
    expect(read).toMatchObject({ ok: false, failure: { kind: 'unreadable' } })
  })
})

// The whole 200 MB take five seconds; only a file of that size shows that memory does not grow with it.
const WHOLE = process.env['OWNIT_LARGE_FILES'] !== undefined
const LARGE_MB = WHOLE ? 200 : 24

describe('a large file', () => {
  const line = (index: number) =>
    `2026-01-${String((index % 28) + 1).padStart(2, '0')} 08:00:${String(index % 60).padStart(2, '0')},${70 + (index % 3)},some note to fill the line\n`
  const chunk = new TextEncoder().encode(Array.from({ length: 20_000 }, (_, index) => line(index)).join(''))
  const header = new TextEncoder().encode('timestamp,weight,note\n')
  const pieces = Math.ceil((LARGE_MB * 1_000_000) / chunk.length)

  async function* file(given: { pieces: number }): AsyncGenerator<Uint8Array> {
    yield header
    for (let index = 0; index < pieces; index++) {
      given.pieces++
      yield await Promise.resolve(chunk)
    }
  }

  const layoutOf = () => {
    const result = inspectCsv(new Uint8Array([...header, ...chunk.subarray(0, 5000)]), 'x.csv', BUILT_IN_METRICS)
    if (!result.ok) throw new Error(result.failure.message)
    return result.value.layout
  }

  it(`of ${LARGE_MB} MB is read whole, with its progress told`, async () => {
    const told: Progress[] = []
    const before = process.memoryUsage().rss
    let peak = before
    const result = await readCsv(file({ pieces: 0 }), layoutOf(), {
      metrics: BUILT_IN_METRICS,
      onProgress: (progress) => {
        told.push(progress)
        peak = Math.max(peak, process.memoryUsage().rss)
      },
    })
    if (!result.ok) throw new Error(result.failure.message)
    expect(result.value.rows).toBe(pieces * 20_000)
    expect(result.value.refusedCount).toBe(0)
    expect(result.value.readings).toHaveLength(28)
    expect(result.value.readings.reduce((sum, { rows }) => sum + rows, 0)).toBe(pieces * 20_000)
    expect(told.length).toBeGreaterThan(LARGE_MB / 2)
    expect(told.at(-1)?.bytes).toBe(header.length + pieces * chunk.length)
    if (WHOLE) expect((peak - before) / 1e6).toBeLessThan(250)
  }, 120_000)

  it('can be cancelled on the way', async () => {
    const controller = new AbortController()
    const given = { pieces: 0 }
    const result = await readCsv(file(given), layoutOf(), {
      metrics: BUILT_IN_METRICS,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    expect(result).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
    expect(given.pieces).toBeLessThan(5)
    expect(INSPECT_BYTES).toBeLessThan(chunk.length * pieces)
  })
})
