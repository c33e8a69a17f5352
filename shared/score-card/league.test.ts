import { describe, expect, it } from 'vitest'
import { fingerprintOf, parseLeagueId, parseLeagueName, parsePlayerKey } from './league.ts'
import { sure } from './test-cards.ts'

describe('a key', () => {
  it('has one spelling', () => {
    expect(parsePlayerKey(`${'a'.repeat(42)}A`)).toBeDefined()
    expect(parsePlayerKey(`${'a'.repeat(42)}B`)).toBeUndefined()
    expect(parseLeagueId(`${'a'.repeat(21)}w`)).toBeDefined()
    expect(parseLeagueId(`${'a'.repeat(21)}x`)).toBeUndefined()
  })

  it('is read to each other by its first 64 bits', () => {
    // 00 01 02 ... 1f, in base64url.
    const key = sure(parsePlayerKey('AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'))
    expect(fingerprintOf(key)).toBe('0001 0203 0405 0607')
  })
})

it('the name of a league can be seen', () => {
  expect(parseLeagueName('  Tea at four ')).toBe('Tea at four')
  for (const text of ['', '   ', 'a'.repeat(41), 'a\u202eb', '\ud800']) expect(parseLeagueName(text)).toBeUndefined()
})
