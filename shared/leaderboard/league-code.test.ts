import { describe, expect, it } from 'vitest'
import { newLeagueCode, parseLeagueCode } from './league-code.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

describe('an invitation code', () => {
  it('is its own spelling, and is read however a person types it', () => {
    for (let time = 0; time < 100; time += 1) {
      const code = newLeagueCode(random)
      expect(parseLeagueCode(code)).toBe(code)
      expect(parseLeagueCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
      expect(parseLeagueCode(code.replaceAll('-', ''))).toBe(code)
    }
  })

  it('is nothing else', () => {
    for (const text of ['', '7KQX-M2VD-9RT', '7KQX-M2VD-9RTBB', '7KQX-M2VD-9RT0', '7KQX-M2VD-9RTA', '7KQX-M2VD-9RTÉ'])
      expect([text, parseLeagueCode(text)]).toEqual([text, undefined])
  })

  it('favours no letter: bytes that would are passed over', () => {
    const bytes = [255, 252, 251, 0, 27, 28]
    expect(newLeagueCode((length) => Uint8Array.from({ length }, (_, index) => bytes[index % 6] ?? 0))).toMatch(
      /^Z2Z2-/,
    )
  })
})
