import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import type { Json } from './document.ts'
import { isPlainObject, JSON_DEPTH, problemOfJson, wellFormed } from './json.ts'

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))

describe('JSON in a field', () => {
  it('whatever passes has a canonical text that reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        fc.pre(problemOfJson(value) === undefined)
        const text = canonicalJson(value as Json)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })

  it('the canonical text does not know in which order keys were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer(), { maxKeys: 6 }), (object) => {
        const reversed = Object.fromEntries(Object.entries(object).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(object))
      }),
    )
    expect(canonicalJson({ b: 1, a: [1, { d: null, c: 'x' }] })).toBe('{"a":[1,{"c":"x","d":null}],"b":1}')
  })

  it.each([
    ['a number that JSON does not have', Number.NaN],
    ['a number that JSON does not have', [Number.NEGATIVE_INFINITY]],
    ['a text with half a character', { note: '\ud83d' }],
    ['a text with half a character', { '\ude00': 1 }],
    ['a key called __proto__', JSON.parse('[{"__proto__":{"x":1}}]')],
    ['a undefined is not JSON', { a: undefined }],
    ['a bigint is not JSON', 1n],
    ['not a plain object', new Date(0)],
    ['not a plain object', new Map()],
  ])('is refused: %s', (problem, value) => {
    expect(problemOfJson(value)).toBe(problem)
  })

  it('nests up to the limit and no deeper, however deep', () => {
    expect(problemOfJson(nested(JSON_DEPTH))).toBeUndefined()
    expect(problemOfJson(nested(JSON_DEPTH + 1))).toMatch(/nested/)
    expect(problemOfJson(nested(100_000))).toMatch(/nested/)
  })

  it('mends half characters and touches nothing else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(problemOfJson(value) === undefined)
        expect(wellFormed(value as Json)).toEqual(value)
      }),
    )
    expect(wellFormed({ tags: ['ok', 'cut \ud83d'], '\ud83d': 1 })).toEqual({ tags: ['ok', 'cut \ufffd'], '\ufffd': 1 })
  })

  it('a plain object is one without a class', () => {
    expect(isPlainObject({})).toBe(true)
    expect(isPlainObject(Object.create(null))).toBe(true)
    for (const value of [null, [], 'text', new Date(0), Object.create({ inherited: 1 })])
      expect(isPlainObject(value)).toBe(false)
  })
})
