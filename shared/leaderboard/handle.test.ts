import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseHandle, skeletonOf } from './handle.ts'

const skeleton = (text: string) => {
  const handle = parseHandle(text)
  if (handle === undefined) throw new Error(`${text} is no handle`)
  return skeletonOf(handle)
}

describe('a handle', () => {
  it('is of letters, also with marks, digits, and hyphens or underscores between them', () => {
    for (const text of [
      'Anna',
      'anna_b',
      'Müller-7',
      'çağrı'.replace('ı', 'i'),
      '007',
      'a-b_c',
      'abcdefghijklmnopqrst',
    ])
      expect(parseHandle(text)).toBe(text)
  })

  it('is nothing else', () => {
    for (const text of [
      ...['', 'ab', 'abcdefghijklmnopqrstu', 'anna b', '-anna', 'anna-', 'an--na', 'anna!', 'a\u200bnna', 'anna\n'],
      // Cyrillic, dotless, ligatures, full width, more marks than letters, a script of its own.
      ...['аnna', 'annı', 'ﬁona', 'Ａnna', 'a\u0301\u0301nna', '安娜娜', '<b>anna', '../anna', 'anna\u202e'],
    ])
      expect([text, parseHandle(text)]).toEqual([text, undefined])
  })

  it('has one spelling, however its marks are put together', () => {
    expect(parseHandle('Mu\u0308ller')).toBe('M\u00fcller')
  })

  it('looks like another one where case, marks, separators or letters of the same look are all that differs', () => {
    for (const [a, b] of [
      ['anna', 'ANNA'],
      ['anna', 'änná'],
      ['anna', 'an-na'],
      ['anna', 'a_nn_a'],
      ['bobo', 'b0b0'],
      ['lili', 'I1i1'],
      ['modern', 'modem'],
      ['swvs', 'svvvs'],
    ] as const)
      expect([a, b, skeleton(a) === skeleton(b)]).toEqual([a, b, true])
    for (const [a, b] of [
      ['anna', 'hanna'],
      ['team5', 'teams'],
      ['anna1', 'anna2'],
    ] as const)
      expect([a, b, skeleton(a) === skeleton(b)]).toEqual([a, b, false])
  })

  it('never has an empty look, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aZé09-_rnvil'), minLength: 1, maxLength: 22 }), (text) => {
        const handle = parseHandle(text)
        if (handle !== undefined) expect(skeletonOf(handle)).toMatch(/^[a-z2-9]+$/)
      }),
    )
  })
})
