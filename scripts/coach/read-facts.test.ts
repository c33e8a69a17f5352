import { describe, expect, it } from 'vitest'
import { parseCivilDate } from '../../shared/calendar/civil-date.ts'
import { ownMetric, readFacts } from './read-facts.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const values = (series: { readonly values: Float64Array } | undefined) => Array.from(series?.values ?? [])

describe('facts of a file', () => {
  it('of rows of date, metric and value are those rows, a gap being a gap', async () => {
    const read = await readFacts(
      'x',
      bytes('\uFEFFdate,metric,value\r\n2026-11-20,steps,5000\r\n2026-11-22,steps,7000\r\n'),
    )
    if (!read.ok) throw new Error(read.failure)
    expect(values(read.value.series[0])).toEqual([5000, Number.NaN, 7000])
    expect(read.value.today).toBe('2026-11-23')
    expect(read.value.loggedDays).toEqual(['2026-11-20', '2026-11-22'])
  })

  it('of a row a day have the columns that the importer knows, and the others as own metrics', async () => {
    const text = 'Date,Weight (lb),Sleep Hours,Coffee (cups)\n2026-11-20,180,7.5,2\n2026-11-21,,6,3\n'
    const read = await readFacts('x', bytes(text), parseCivilDate('2026-11-21'))
    if (!read.ok) throw new Error(read.failure)
    const { series, metrics, today } = read.value
    const of = (id: string) => values(series.find(({ metric }) => metric === id))
    expect(of('weight')[0]).toBeCloseTo(180 * 0.45359237, 6)
    expect(of('sleep')).toEqual([7.5, 6])
    expect(of('Coffee (cups)')).toEqual([2, 3])
    expect(metrics.at(-1)).toMatchObject({ name: 'Coffee', unit: 'cups', builtIn: false })
    expect(today).toBe('2026-11-21')
  })

  it('are refused with a reason where there are none', async () => {
    for (const text of ['', 'foo,bar\n1,2\n', 'date,metric,value\n'])
      expect((await readFacts('x', bytes(text))).ok, text).toBe(false)
  })

  it('name what a file calls by an id', () => {
    expect(ownMetric('calories_burned_kcal')).toMatchObject({ name: 'Calories burned', unit: 'kcal' })
    expect(ownMetric('resting_hr')).toMatchObject({ name: 'Resting heart rate', unit: 'bpm' })
    expect(ownMetric('coffee')).toMatchObject({ name: 'Coffee', unit: '' })
  })
})
