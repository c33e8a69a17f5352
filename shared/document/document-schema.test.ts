import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NAME_LENGTH, parseDocument } from './document-schema.ts'
import { problemOfJson } from './json.ts'
import { LATEST_STAMP } from './stamp.ts'

const fieldName = fc
  .string({ minLength: 1, maxLength: NAME_LENGTH })
  .filter((name) => name !== '__proto__' && name.length <= NAME_LENGTH)

const wire = fc
  .uniqueArray(
    fc.tuple(
      fc.oneof(fieldName, fc.constantFrom('constructor', 'prototype', 'toString', 'hasOwnProperty')),
      fc.jsonValue().filter((json) => problemOfJson(json) === undefined),
      fc.integer({ min: 0, max: LATEST_STAMP }),
    ),
    { selector: ([name]) => name, maxLength: 6 },
  )
  .map((entries) => ({
    collection: 'a-collection-of-tomorrow',
    id: 'some-id',
    fields: Object.fromEntries(entries.map(([name, value]) => [name, value])),
    stamps: Object.fromEntries(entries.map(([name, , stamp]) => [name, stamp])),
  }))

const parsedText = (text: string) => parseDocument(JSON.parse(text))

/** The document with one part replaced; everything else is in order. */
const withPart = (part: Record<string, unknown>) => ({
  collection: 'day',
  id: '2026-11-23',
  fields: { weight: 74.6 },
  stamps: { weight: 1024 },
  ...part,
})

describe('a document from outside', () => {
  it('[M4] round trips through JSON with unknown collections and fields', () => {
    fc.assert(
      fc.property(wire, (document) => {
        const text = JSON.stringify(document)
        const parsed = parsedText(text)
        expect(parsed).toEqual({ document: JSON.parse(text) })
      }),
    )
  })

  it.each([
    ['no object', { fields: null }],
    ['no object', { fields: 'weight' }],
    ['no object', { fields: [1] }],
    ['no object', { stamps: null }],
    ['no object', { stamps: undefined }],
    ['no collection', { collection: '' }],
    ['no id', { id: 7 }],
    ['a zero byte in a collection', { collection: 'day\0s' }],
    ['a name too long', { id: 'x'.repeat(NAME_LENGTH + 1) }],
    ['a name too long', { fields: { ['x'.repeat(NAME_LENGTH + 1)]: 1 }, stamps: { ['x'.repeat(NAME_LENGTH + 1)]: 1 } }],
    ['an empty name', { fields: { '': 1 }, stamps: { '': 1 } }],
    ['half a character in a name', { id: '\ud800' }],
    ['a field without a stamp', { stamps: {} }],
    ['a stamp without a field', { fields: {} }],
    ['another field stamped', { stamps: { steps: 1024 } }],
    ['an inherited stamp', { fields: { constructor: 1 }, stamps: { weight: 1 } }],
    ['a negative stamp', { stamps: { weight: -1 } }],
    ['half a stamp', { stamps: { weight: 0.5 } }],
    ['a stamp that would stop the clock', { stamps: { weight: Number.MAX_SAFE_INTEGER } }],
    ['a value that is not JSON', { fields: { weight: Number.NaN } }],
    ['a value that is not JSON', { fields: { weight: undefined } }],
    ['a value with a class', { fields: { weight: new Date(0) } }],
    ['half a character in a value', { fields: { weight: ['\ud83d'] } }],
  ])('is refused with a reason: %s', (_, part) => {
    const parsed = parseDocument(withPart(part))
    expect(parsed).toHaveProperty('problem')
    expect('problem' in parsed && parsed.problem.length).toBeGreaterThan(0)
  })

  it('is refused when it is no object at all', () => {
    for (const input of [null, undefined, 1, 'document', [], [withPart({})]])
      expect(parseDocument(input)).toHaveProperty('problem')
  })

  it('is refused for a field or a key called __proto__, not taken with a part of it gone', () => {
    const head = '{"collection":"day","id":"d",'
    expect(parsedText(`${head}"fields":{"__proto__":{"weight":1}},"stamps":{"__proto__":1}}`)).toHaveProperty('problem')
    expect(parsedText(`${head}"fields":{"a":[{"__proto__":{}}]},"stamps":{"a":1}}`)).toHaveProperty('problem')
    expect(parsedText(`${head}"fields":{},"stamps":{"__proto__":1}}`)).toHaveProperty('problem')
  })

  it('is refused as a value, and quickly, when it nests very deep', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    expect(parsedText(`{"collection":"day","id":"d","fields":{"a":${deep}},"stamps":{"a":1}}`)).toHaveProperty(
      'problem',
    )
  })

  it('reads nothing that an object merely inherits', () => {
    const inherited: unknown = Object.create({ weight: 74.6 })
    expect(parseDocument(withPart({ fields: inherited }))).toHaveProperty('problem')
  })
})
