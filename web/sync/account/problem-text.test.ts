import { describe, expect, it } from 'vitest'
import { problemText } from './problem-text.ts'

describe('a problem with an account', () => {
  it('says what it is and what to do', () => {
    expect(problemText({ kind: 'offline' })).toContain('try again')
    expect(problemText({ kind: 'taken' })).toContain('recovery code')
    expect(problemText({ kind: 'vault-shut' })).toContain('recovery code')
  })

  it.each([
    [undefined, 'in a while'],
    [1000, 'in a minute'],
    [61_000, 'in 2 minutes'],
  ])('says when to come again: after %s ms', (afterMs, words) => {
    expect(problemText({ kind: 'throttled', afterMs })).toBe(`That was tried too often. Try again ${words}.`)
  })
})
