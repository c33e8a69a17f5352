import { describe, expect, it } from 'vitest'
import { moodMatcher } from './mood-search.ts'

const entry = { tags: ['Work', 'long walk'], reflection: 'Coffee at the Café with Ann.', emoji: '☕' }

describe('a search of the journal', () => {
  it.each(['', '  ', 'coffee', 'CAFE', 'ann walk', '#work', '☕', '#'])('%j finds the entry', (search) => {
    expect(moodMatcher(search)(entry)).toBe(true)
  })
  it.each(['tea', 'coffee tea', '#coffee'])('%j does not', (search) => {
    expect(moodMatcher(search)(entry)).toBe(false)
  })
})
