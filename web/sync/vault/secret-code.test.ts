import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_SECRET_BYTES, codeOf, codeSecretOf, secretOf } from './secret-code.ts'

const secrets = fc
  .uint8Array({ minLength: CODE_SECRET_BYTES, maxLength: CODE_SECRET_BYTES })
  .map((bytes) => codeSecretOf(new Uint8Array(bytes)))

const secret = codeSecretOf(Uint8Array.from({ length: 16 }, (_, index) => index * 17))
const CODE = '0024-H36H-2NCS-VRH6-DAQF-6DVV-QZW'

describe('a code', () => {
  it('[V1] is a number in Crockford base32, in groups of four, with the check symbol mod 37', () => {
    expect(codeOf(secret)).toBe(CODE)
    const number = BigInt('0x00112233445566778899aabbccddeeff')
    const digits = number.toString(32).padStart(26, '0')
    const crockford = digits.replace(/[0-9a-v]/g, (digit) =>
      '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(parseInt(digit, 32)),
    )
    expect(codeOf(secret).replaceAll('-', '').slice(0, 26)).toBe(crockford)
    expect('0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U'.indexOf(codeOf(secret).at(-1) ?? '')).toBe(Number(number % 37n))
    expect(codeOf(codeSecretOf(new Uint8Array(16)))).toBe('0000-0000-0000-0000-0000-0000-000')
    expect(codeOf(codeSecretOf(new Uint8Array(16).fill(255)))).toMatch(/^7ZZZ-(?:ZZZZ-){5}ZZ.$/)
  })

  it('[V1] is read as it was made, however it is typed', () => {
    fc.assert(
      fc.property(secrets, fc.infiniteStream(fc.nat(3)), (bytes, choices) => {
        const typed = [...codeOf(bytes)].map((character) => {
          const { value: choice } = choices.next()
          if (character === '-') return ['-', ' ', '', '\u2013'][choice ?? 0]
          if (character === '0') return ['0', 'O', 'o', '0'][choice ?? 0]
          if (character === '1') return ['1', 'I', 'l', 'L'][choice ?? 0]
          return choice === 0 ? character.toLowerCase() : character
        })
        expect(secretOf(` ${typed.join('')}\n`)).toEqual({ ok: true, value: bytes })
      }),
    )
  })

  it('[V1] tells any one mistyped character and any two neighbours that changed places', () => {
    const symbols = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
    fc.assert(
      fc.property(secrets, fc.nat(25), fc.constantFrom(...symbols), (bytes, place, symbol) => {
        const code = [...codeOf(bytes).replaceAll('-', '')]
        const wrong = code.with(place, symbol)
        const swapped = place === 25 ? code : code.with(place, code[place + 1] ?? '').with(place + 1, code[place] ?? '')
        for (const typed of [wrong, swapped])
          if (typed.join('') !== code.join(''))
            expect(secretOf(typed.join(''))).toMatchObject({ ok: false, failure: { kind: 'check' } })
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['', 'length', '27 characters missing.'],
    [CODE.slice(0, -1), 'length', '1 character missing.'],
    [`${CODE}0`, 'length', '1 character too many.'],
    [CODE.replace('4', 'U'), 'symbol', 'There is a character in it that no code has.'],
    [CODE.replace('4', '!'), 'symbol', 'There is a character in it that no code has.'],
    ['ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ0', 'check', 'A character is mistyped, or two have changed places.'],
  ])('that is none is answered with what is wrong with it: %j', (typed, kind, message) => {
    expect(secretOf(typed)).toEqual({ ok: false, failure: { kind, message } })
  })
})
