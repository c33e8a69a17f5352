import { describe, expect, it } from 'vitest'
import { problemOfPassphrase } from './passphrase-quality.ts'

const EMAIL = 'ada.lovelace@example.org'

describe('a new passphrase', () => {
  it.each([
    ['', 'short'],
    ['eleven char', 'short'],
    ['👩‍👩‍👧‍👦', 'short'],
    [EMAIL, 'email'],
    ['ADA.Lovelace@Example.org!', 'email'],
    ['ada.lovelace1', 'email'],
    ['aaaaaaaaaaaaaaaa', 'repeats'],
    ['abcabcabcabcabc', 'repeats'],
  ])('is refused with a reason: %j', (passphrase, kind) => {
    const problem = problemOfPassphrase(passphrase, EMAIL)
    expect(problem?.kind).toBe(kind)
    expect(problem?.message).not.toBe('')
  })

  it('may be used when it is long and its own, also before an address was typed', () => {
    expect(problemOfPassphrase('plum radio seven', EMAIL)).toBeUndefined()
    expect(problemOfPassphrase('plum radio seven ada.lovelace', EMAIL)).toBeUndefined()
    expect(problemOfPassphrase('plum radio seven', '')).toBeUndefined()
  })
})
