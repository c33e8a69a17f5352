import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BUILT_IN_METRICS } from '../../shared/metric/catalogue.ts'
import { metricHue } from './hue.ts'

test('each built-in metric has a hue of its own', () => {
  const hues = BUILT_IN_METRICS.map(({ id }) => metricHue(id))
  expect(hues).toEqual(BUILT_IN_METRICS.map(({ id }) => `--metric-${id}`))
})

test("a person's own metric always gets the same one of six hues", () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(metricHue(id)).toMatch(/^--hue-[1-6]$/)
      expect(metricHue(id)).toBe(metricHue(id))
    }),
  )
})

test('all six hues are given out', () => {
  const given = new Set(Array.from({ length: 200 }, (_, index) => metricHue(`metric-${index}`)))
  expect(given.size).toBe(6)
})
