import { expect, test } from 'vitest'
import { PARTS, readView, writeView } from './insights-view.ts'

test('every part of the screen has an address that leads back to it', () => {
  for (const part of [...PARTS.map(({ id }) => id), 'report' as const]) {
    const view = { part, from: undefined, to: undefined }
    expect(readView(writeView(view))).toEqual(view)
  }
})

test('patterns are the address without a word', () => {
  expect(writeView({ part: 'patterns', from: undefined, to: undefined }).toString()).toBe('')
})

test('an address that says something wrong is one that does not say it', () => {
  const view = readView(new URLSearchParams('view=future&from=2026-02-31&to=2026-11-23'))
  expect(view).toEqual({ part: 'patterns', from: undefined, to: '2026-11-23' })
})
