import { describe, expect, it } from 'vitest'
import type { SourceId } from '../../../shared/metric/metric.ts'
import { moved, orderedSources, sourceText } from './source-order.ts'

const ids = (...names: string[]) => names.map((name) => name as SourceId)
const [csv, fit, scale] = ids('csv', 'google-fit', 'withings')

describe('the order of sources', () => {
  it('begins with the preferred ones that exist', () => {
    expect(orderedSources(ids('csv', 'google-fit', 'withings'), ids('withings', 'gone'))).toEqual(
      ids('withings', 'csv', 'google-fit'),
    )
  })
  it('moves one by one place and stops at the ends', () => {
    const order = ids('csv', 'google-fit', 'withings')
    expect(moved(order, fit as SourceId, -1)).toEqual(ids('google-fit', 'csv', 'withings'))
    expect(moved(order, fit as SourceId, 1)).toEqual(ids('csv', 'withings', 'google-fit'))
    expect(moved(order, csv as SourceId, -1)).toEqual(order)
    expect(moved(order, scale as SourceId, 1)).toEqual(order)
  })
})

it('says a source in words', () => {
  expect(ids('csv', 'google-fit', 'sample').map(sourceText)).toEqual(['CSV', 'Google fit', 'Sample data'])
})
