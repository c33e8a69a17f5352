import { describe, expect, it } from 'vitest'
import { answeredEntry, messageType, PAGE_STARTED } from './messages.ts'

describe('messages between page and worker', () => {
  it.each([null, undefined, 'text', 4, {}, { type: 4 }, { entry: 4 }, []])('%j says nothing', (data) => {
    expect(messageType(data)).toBeUndefined()
    expect(answeredEntry(data)).toBeUndefined()
  })

  it('are read by their type and entry', () => {
    expect(messageType({ type: PAGE_STARTED })).toBe(PAGE_STARTED)
    expect(answeredEntry({ entry: '/assets/index-1.js' })).toBe('/assets/index-1.js')
  })
})
