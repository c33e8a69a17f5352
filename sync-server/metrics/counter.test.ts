import { describe, expect, it } from 'vitest'
import { createCounter } from './counter.ts'

describe('a counter', () => {
  it('keeps one series for each set of labels', () => {
    const counter = createCounter('pushes_total', 'Pushes.')
    counter.add({ outcome: 'ok' })
    counter.add({ outcome: 'conflict' }, 2)
    counter.add({ outcome: 'ok' }, 3)
    expect([...counter.samples()]).toEqual([
      { ending: '', labels: { outcome: 'ok' }, value: 4 },
      { ending: '', labels: { outcome: 'conflict' }, value: 2 },
    ])
  })

  it('shows the series it is told of from 0 on', () => {
    const counter = createCounter('pushes_total', 'Pushes.', [{ outcome: 'ok' }])
    expect([...counter.samples()]).toEqual([{ ending: '', labels: { outcome: 'ok' }, value: 0 }])
  })
})
