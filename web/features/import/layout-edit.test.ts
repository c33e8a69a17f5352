import { describe, expect, it } from 'vitest'
import { BUILT_IN_METRICS, STEPS, WEIGHT } from '../../../shared/metric/catalogue.ts'
import type { SourceId } from '../../../shared/metric/metric.ts'
import type { Layout } from '../../importer/index.ts'
import { choiceOf, withDecimal, withLabel, withName, withRole, withUnit } from './layout-edit.ts'

const LAYOUT: Layout = {
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  decimal: '.',
  thousands: ',',
  dateOrder: 'ymd',
  hasHeader: true,
  skipLines: 0,
  shape: 'wide',
  columns: [
    { kind: 'date' },
    { kind: 'reading', metric: WEIGHT.id, unit: 'kg' },
    { kind: 'ignore' },
    { kind: 'reading', metric: STEPS.id, unit: 'count', marks: { decimal: '.', thousands: ',' } },
  ],
  metricNames: {},
  source: 'csv' as SourceId,
  format: 'csv-wide',
}

const choices = (layout: Layout) => layout.columns.map(choiceOf)

describe('changing how a file is read', () => {
  it('gives a column a metric in its stored unit', () => {
    const changed = withRole(LAYOUT, 2, 'metric:sleep', BUILT_IN_METRICS)
    expect(changed.columns[2]).toEqual({ kind: 'reading', metric: 'sleep', unit: 'h' })
  })
  it('takes the date from the column that was it', () => {
    expect(choices(withRole(LAYOUT, 2, 'date', BUILT_IN_METRICS))).toEqual([
      'ignore',
      'metric:weight',
      'date',
      'metric:steps',
    ])
  })
  it('takes a metric from its other column, so that nothing counts twice', () => {
    expect(choices(withRole(LAYOUT, 2, 'metric:weight', BUILT_IN_METRICS))).toEqual([
      'date',
      'ignore',
      'metric:weight',
      'metric:steps',
    ])
  })
  it('leaves the parts of one value together', () => {
    const parts: Layout = {
      ...LAYOUT,
      columns: [{ kind: 'date' }, { kind: 'reading', metric: WEIGHT.id, unit: 'kg', part: true }, { kind: 'ignore' }],
    }
    expect(choices(withRole(parts, 2, 'metric:weight', BUILT_IN_METRICS))).toEqual([
      'date',
      'metric:weight',
      'metric:weight',
    ])
  })
  it('becomes a long file when a column holds names and another values', () => {
    const named = withRole(LAYOUT, 1, 'metric-name', BUILT_IN_METRICS)
    expect(named.shape).toBe('wide')
    expect(withRole(named, 3, 'value', BUILT_IN_METRICS)).toMatchObject({ shape: 'long', format: 'csv-long' })
  })
  it('keeps a vendor’s name whatever the columns mean', () => {
    const vendor = { ...LAYOUT, format: 'google-fit-daily' }
    expect(withRole(vendor, 2, 'metric:sleep', BUILT_IN_METRICS).format).toBe('google-fit-daily')
  })
  it('changes a unit, and only of a column that is read', () => {
    expect(withUnit(LAYOUT, 1, 'lb').columns[1]).toMatchObject({ unit: 'lb' })
    expect(withUnit(LAYOUT, 0, 'lb')).toEqual(LAYOUT)
  })
  it('means something by a name of a long file, or nothing', () => {
    const named = withName(LAYOUT, 'weight_kg', WEIGHT.id, BUILT_IN_METRICS)
    expect(named.metricNames).toEqual({ weight_kg: { metric: 'weight', unit: 'kg' } })
    expect(withName(named, 'weight_kg', 'ignore', BUILT_IN_METRICS).metricNames).toEqual({})
  })
  it('gives a mood word its meaning, changes it and takes it back', () => {
    const named = withLabel(withLabel(LAYOUT, 'sick', 2), 'cosy', 4)
    expect(named.labels).toEqual({ sick: 2, cosy: 4 })
    expect(withLabel(named, 'sick', 1).labels).toEqual({ sick: 1, cosy: 4 })
    expect(withLabel(named, 'sick', undefined).labels).toEqual({ cosy: 4 })
  })
  it('never uses one mark for both decimals and thousands', () => {
    const comma = withDecimal(LAYOUT, ',')
    expect(comma).toMatchObject({ decimal: ',', thousands: '.' })
    expect(comma.columns[3]).not.toHaveProperty('marks')
    expect(withDecimal(comma, '.')).toMatchObject({ decimal: '.', thousands: ',' })
  })
})
