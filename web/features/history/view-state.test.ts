import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromEpochDay } from '../../../shared/calendar/civil-date.ts'
import { RANGES } from './range.ts'
import { type HistoryView, readView, withMetric, writeView } from './view-state.ts'

const read = (text: string) => readView(new URLSearchParams(text))
const date = fc.option(fc.integer({ min: 0, max: 40_000 }).map(fromEpochDay), { nil: undefined })
const ids = ['weight', 'steps', 'sleep', 'calories', 'protein']
const views: fc.Arbitrary<HistoryView> = fc.record({
  metric: fc.constant('mood'),
  range: fc.constantFrom(...RANGES.map(({ value }) => value)),
  until: date,
  compare: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 }),
  outlook: fc.boolean(),
  year: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: undefined }),
  view: fc.constantFrom('all', 'recorded', 'missing'),
  from: date,
  to: date,
})

describe('the view in the address', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(readView(writeView(view))).toEqual(view)
      }),
    )
  })
  it('is three months of the first metric where nothing is said, and then leaves the address empty', () => {
    expect(read('')).toMatchObject({ metric: undefined, range: '3M', compare: [], view: 'all' })
    expect(writeView(read('')).toString()).toBe('')
  })
  it('passes over what it cannot read', () => {
    expect(read('range=2Y&until=2026-02-31&year=soon&view=x')).toEqual(read(''))
  })
  it('lays at most three other metrics over the first, each once', () => {
    expect(read('metric=sleep&compare=steps,sleep,steps,,mood,weight,protein').compare).toEqual([
      'steps',
      'mood',
      'weight',
    ])
  })
  it('takes a metric off those laid over when it comes into view', () => {
    expect(withMetric(read('metric=sleep&compare=steps,mood'), 'steps')).toMatchObject({
      metric: 'steps',
      compare: ['mood'],
    })
  })
})
