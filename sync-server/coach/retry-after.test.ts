import { expect, it } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const NOW = Date.parse('2026-11-27T12:00:00Z')

it.each([
  ['7', 7000],
  ['0.5', 500],
  ['90', 30_000],
  ['86400', 30_000],
  ['Fri, 27 Nov 2026 12:00:10 GMT', 10_000],
  ['Fri, 27 Nov 2026 11:00:00 GMT', undefined],
  ['soon', undefined],
  ['-1', undefined],
])('a service is left alone as long as it asks for, within bounds: %s', (asked, ms) => {
  expect(retryAfterMs(new Headers({ 'retry-after': asked }), NOW)).toBe(ms)
})

it('a service that asks for nothing is not left alone', () => {
  expect(retryAfterMs(new Headers(), NOW)).toBeUndefined()
  expect(retryAfterMs(undefined, NOW)).toBeUndefined()
})
