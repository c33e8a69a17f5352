import { describe, expect, it } from 'vitest'
import { BUILT_IN_METRICS } from '../../shared/metric/catalogue.ts'
import type { Evidence, FixedChoices } from './import-types.ts'
import { inspectCsv } from './index.ts'
import { inspected } from './test-file.ts'

const HOUSE = 'date,weight,steps,sleep,calories,protein'
const ROW = '2026-01-01,74.5,8214,7.25,2105,112'

const kindsOf = (text: string, name?: string) =>
  inspected(text, name).layout.columns.map((role) =>
    role.kind === 'reading' ? `${role.metric} ${role.unit}` : role.kind,
  )
const saidOf = (text: string, about: Evidence['about'], name?: string) =>
  inspected(text, name).evidence.filter((evidence) => evidence.about === about)

describe('inspectCsv', () => {
  it('knows the app’s own header, and is sure of all of it', () => {
    const { layout, evidence, blocked } = inspected(`${HOUSE}\n${ROW}\n`)
    expect(layout.columns).toEqual([
      { kind: 'date' },
      { kind: 'reading', metric: 'weight', unit: 'kg' },
      { kind: 'reading', metric: 'steps', unit: 'count' },
      { kind: 'reading', metric: 'sleep', unit: 'h' },
      { kind: 'reading', metric: 'calories', unit: 'kcal' },
      { kind: 'reading', metric: 'protein', unit: 'g' },
    ])
    expect(layout).toMatchObject({ source: 'csv', format: 'csv-wide', hasHeader: true, skipLines: 0 })
    expect(evidence.filter(({ sure }) => !sure)).toEqual([])
    expect(blocked).toBeUndefined()
  })

  it('knows the app’s own table without its header, but asks', () => {
    expect(kindsOf(`${ROW}\n2026-01-02,,9000,,,\n`)).toEqual([
      'date',
      'weight kg',
      'steps count',
      'sleep h',
      'calories kcal',
      'protein g',
    ])
    expect(saidOf(`${ROW}\n`, 'header')).toMatchObject([{ sure: false }])
  })

  it('knows date, metric and value, with and without a header', () => {
    const long = '2026-01-01,weight_kg,74.5\n2026-01-01,calories_burned_kcal,2100\n2026-01-02,mood_1_5,4\n'
    for (const text of [`date,metric,value\n${long}`, long]) {
      const { layout, evidence } = inspected(text)
      expect(layout.shape).toBe('long')
      expect(layout.metricNames).toEqual({
        weight_kg: { metric: 'weight', unit: 'kg' },
        mood_1_5: { metric: 'mood', unit: 'rating' },
      })
      expect(evidence.find(({ text: said }) => said.includes('calories_burned_kcal'))).toBeDefined()
    }
  })

  it('says that burned energy is not eaten energy, and leaves it out', () => {
    const text = 'date,steps,distance,calories\n2026-01-01,8000,5.1,2400\n'
    expect(kindsOf(text)).toEqual(['date', 'steps count', 'ignore', 'ignore'])
    expect(saidOf(text, 'columns').find(({ sure }) => !sure)?.text).toContain('looks like energy burned')
  })

  it('takes calories for eaten beside protein, whatever else is there', () => {
    expect(kindsOf('date,distance,calories,protein\n2026-01-01,5.1,2400,90\n')).toContain('calories kcal')
  })

  it('reads the first of two columns for one metric and says so', () => {
    const text = 'date,steps,steps\n2026-01-01,8000,9000\n'
    expect(kindsOf(text)).toEqual(['date', 'steps count', 'ignore'])
    expect(saidOf(text, 'columns').find(({ sure }) => !sure)?.text).toContain('stands in 2 columns')
  })

  it('prefers the better name of two, and a column that holds something to one that does not', () => {
    expect(kindsOf('date,sleep duration,minutesAsleep\n2026-01-01,480,445\n')).toEqual(['date', 'ignore', 'sleep min'])
    expect(kindsOf('date,minutesAsleep,sleep\n2026-01-01,,7.5\n')).toEqual(['date', 'ignore', 'sleep h'])
  })

  it('leaves out a header that names two metrics, and says so', () => {
    const text = 'date,weight,Steps / Calories\n2026-01-01,74.5,8000\n'
    expect(kindsOf(text)).toEqual(['date', 'weight kg', 'ignore'])
    expect(saidOf(text, 'columns').find(({ sure }) => !sure)?.text).toContain('names steps and calories in one column')
  })

  it('guesses units from the figures, and asks where another is as likely', () => {
    expect(kindsOf('date,weight\n2026-01-01,176.4\n2026-01-02,175.9\n')).toEqual(['date', 'weight lb'])
    expect(saidOf('date,weight\n2026-01-01,176.4\n', 'units')).toMatchObject([{ sure: false }])
    expect(kindsOf('date,sleep\n2026-01-01,445\n')).toEqual(['date', 'sleep min'])
    expect(kindsOf('date,sleep\n2026-01-01,7:25\n2026-01-02,45\n2026-01-03,6:10\n')).toEqual(['date', 'sleep h:mm'])
    expect(kindsOf('date,mood\n2026-01-01,good\n')).toEqual(['date', 'mood labels'])
    expect(kindsOf('date,mood\n2026-01-01,8\n')).toEqual(['date', 'mood rating-10'])
  })

  it('finds the header after lines of other text', () => {
    const { layout } = inspected(`com.samsung.shealth.sleep,6307003,11,,,\n\n${HOUSE}\n${ROW}\n`)
    expect(layout).toMatchObject({ skipLines: 2, hasHeader: true })
  })

  it('finds cells in apostrophes', () => {
    const { layout } = inspected("'date','weight'\n'2026-01-01','74,5'\n'2026-01-02','75,5'\n")
    expect(layout).toMatchObject({ quote: "'", delimiter: ',', decimal: ',' })
  })

  it('takes the metric of a nameless column from the file’s name, and asks', () => {
    expect(kindsOf('date,value\n2026-01-01,74.5\n', 'my-weight.csv')).toEqual(['date', 'weight kg'])
    expect(saidOf('date,value\n2026-01-01,74.5\n', 'columns', 'my-weight.csv').some(({ sure }) => !sure)).toBe(true)
  })

  it('dates a night by its end and steps by their start', () => {
    expect(kindsOf('start,end,sleep\n2026-01-01 23:00,2026-01-02 06:30,7.5\n')).toEqual(['ignore', 'date', 'sleep h'])
    expect(kindsOf('start,end,steps\n2026-01-01 23:00,2026-01-02 00:30,750\n')).toEqual([
      'date',
      'ignore',
      'steps count',
    ])
  })

  it('reads the first of several people and offers the others', () => {
    const rows = ['a', 'b'].flatMap((id) => [1, 2, 3].map((day) => `${id},2026-01-0${day},5000`))
    const { layout, rowChoice } = inspected(`Id,date,steps\n${rows.join('\n')}\n`)
    expect(layout.rows).toEqual({ column: 0, rule: 'only', values: ['a'] })
    expect(rowChoice).toMatchObject({ column: 0, values: ['a', 'b'] })
  })

  it('reads both of two devices that followed each other, and the busiest of two that counted the same days', () => {
    const followed = 'date,steps,source\n2026-01-01,5000,Phone\n2026-01-02,5100,Phone\n2026-01-03,5200,Watch\n'
    expect(inspected(followed).layout.rows).toBeUndefined()
    const both = `${followed}2026-01-01,5300,Watch\n2026-01-02,5400,Watch\n`
    expect(inspected(both).layout.rows).toEqual({ column: 2, rule: 'only', values: ['Watch'] })
  })

  it('blocks a file without a date, a metric or a row, each with its own words', () => {
    expect(inspected('name,steps\nAnn,5000\n').blocked).toContain('No column holds dates')
    expect(inspected('date,steps\nApril 2024,249942\nMay 2024,287529\n').blocked).toContain('holds months')
    expect(inspected('date,heart rate\n2026-01-01,60\n').blocked).toContain('No column holds one of your metrics')
    expect(inspected(`${HOUSE}\n`).blocked).toContain('no rows')
    expect(inspected('just some words\nand more of them\n').blocked).toContain('No column holds dates')
  })

  it.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['blanks', new TextEncoder().encode(' \r\n\n  '), 'empty'],
    ['a ZIP', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0), 'binary'],
    ['random bytes', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919 + 13) % 256), 'binary'],
  ])('refuses %s with a message', (_, bytes, kind) => {
    const result = inspectCsv(bytes, 'x.csv', BUILT_IN_METRICS)
    expect(result).toMatchObject({ ok: false, failure: { kind, message: expect.stringMatching(/\.$/) } })
  })
})

describe('inspectCsv with choices of the person', () => {
  const again = (text: string, fixed: FixedChoices) => {
    const result = inspectCsv(new TextEncoder().encode(text), 'table.csv', BUILT_IN_METRICS, fixed)
    if (!result.ok) throw new Error(result.failure.message)
    return result.value
  }

  it('guesses the columns anew from the cells another delimiter gives', () => {
    const text = 'date;weight,steps\n2026-01-01;74,5\n'
    const { layout, headers, evidence } = again(text, { delimiter: ';' })
    expect(headers).toEqual(['date', 'weight,steps'])
    expect(layout).toMatchObject({ delimiter: ';', columns: [{ kind: 'date' }, { kind: expect.any(String) }] })
    expect(again(text, { delimiter: ',' }).headers).toEqual(['date;weight', 'steps'])
    expect(evidence.find(({ about }) => about === 'delimiter')).toMatchObject({ sure: true })
  })

  it('takes the first row for data or for names, as it is told', () => {
    const data = again(`${HOUSE}\n${ROW}\n`, { hasHeader: false })
    expect(data.layout.hasHeader).toBe(false)
    expect(data.sample[0]?.[0]).toBe('date')
    const names = again('Tag,Gewicht\n2026-01-01,74.5\n', { hasHeader: true })
    expect(names.headers).toEqual(['Tag', 'Gewicht'])
  })

  it('reads the letters as it is told', () => {
    expect(again('date,weight,Größe\n2026-01-01,74.5,1\n', { encoding: 'windows-1252' })).toMatchObject({
      layout: { encoding: 'windows-1252' },
      headers: ['date', 'weight', 'GrÃ¶ÃŸe'],
    })
  })
})
