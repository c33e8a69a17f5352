import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCounter } from './counter.ts'
import { exposition } from './exposition.ts'
import { createHistogram } from './histogram.ts'
import { readMetric } from './metric.ts'

describe('the text of metrics', () => {
  it('names each metric with its help and type before its values', () => {
    const counter = createCounter('pushes_total', 'Documents pushed.', [{ outcome: 'ok' }])
    const histogram = createHistogram('wait_seconds', 'Time waited.', [0.5])
    histogram.observe({ route: '/api/sync' }, 0.25)
    expect(exposition([counter, histogram])).toBe(`# HELP pushes_total Documents pushed.
# TYPE pushes_total counter
pushes_total{outcome="ok"} 0
# HELP wait_seconds Time waited.
# TYPE wait_seconds histogram
wait_seconds_bucket{route="/api/sync",le="0.5"} 1
wait_seconds_bucket{route="/api/sync",le="+Inf"} 1
wait_seconds_sum{route="/api/sync"} 0.25
wait_seconds_count{route="/api/sync"} 1
`)
  })

  it.each([
    [Number.POSITIVE_INFINITY, '+Inf'],
    [Number.NEGATIVE_INFINITY, '-Inf'],
    [Number.NaN, 'NaN'],
    [1e21, '1e+21'],
  ])('spells %d as %s', (value, text) => {
    expect(exposition([readMetric('x', 'gauge', 'X.', () => value)])).toContain(`\nx ${text}\n`)
  })

  it('keeps any label on its line, in a spelling that reads back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', '\\', '\n', 'n', '{', '}', ' ', 'é') }), (route) => {
        const lines = exposition([readMetric('x', 'gauge', 'X.', () => 1, { route })]).split('\n')
        expect(lines).toHaveLength(4)
        const spelled = /^x\{route="((?:[^"\\]|\\[\\n"])*)"\} 1$/.exec(lines[2] ?? '')?.[1]
        expect(spelled?.replace(/\\(.)/g, (_, escaped) => (escaped === 'n' ? '\n' : escaped))).toBe(route)
      }),
    )
  })
})
