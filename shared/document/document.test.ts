import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDocument, emptyDocument, type Fields, isDeleted } from './document.ts'
import { problemOfJson } from './json.ts'
import { nextStamp, type Stamp } from './stamp.ts'

const field = fc.constantFrom('weight', 'steps@csv', 'constructor', 'toString', 'deleted', 'x-new')
const edit = fc
  .dictionary(field, fc.jsonValue(), { maxKeys: 4, noNullPrototype: true })
  .filter((fields) => problemOfJson(fields) === undefined)
  .map((fields) => fields as Fields)
const edits = fc.array(edit, { maxLength: 8 })

function afterEdits(all: readonly Fields[]) {
  return all.reduce(
    (document, fields, index) => editDocument(document, fields, nextStamp(index, Object.values(document.stamps))),
    emptyDocument('day', '2026-11-23'),
  )
}

describe('an edit', () => {
  it('keeps one stamp for every field, no more and no fewer', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const { fields, stamps } = afterEdits(all)
        expect(new Set(Object.keys(stamps))).toEqual(new Set(Object.keys(fields)))
      }),
    )
  })

  it('sets and stamps the fields it names and leaves the others alone', () => {
    fc.assert(
      fc.property(edits, edit, (all, last) => {
        const before = afterEdits(all)
        const stamp = nextStamp(1e9, Object.values(before.stamps))
        const after = editDocument(before, last, stamp)
        for (const name of Object.keys(after.fields)) {
          if (Object.hasOwn(last, name)) expect(after.fields[name]).toEqual(last[name])
          const touched = Object.hasOwn(last, name) || (name === 'deleted' && isDeleted(before))
          expect(after.stamps[name]).toBe(touched ? stamp : before.stamps[name])
          if (!touched) expect(after.fields[name]).toEqual(before.fields[name])
        }
      }),
    )
  })

  it('[C3] of many leaves stamps that only grow', () => {
    fc.assert(
      fc.property(edits, edit, (all, last) => {
        const before = afterEdits(all)
        // A clock that stands at 1970.
        const after = editDocument(before, last, nextStamp(0, Object.values(before.stamps)))
        for (const name of Object.keys(last))
          if (Object.hasOwn(before.stamps, name))
            expect(after.stamps[name]).toBeGreaterThan(before.stamps[name] ?? Number.NaN)
      }),
    )
  })

  it('[M5] brings a deleted document back, unless it deletes again', () => {
    const gone = afterEdits([{ weight: 74.6 }, { deleted: true }])
    expect(isDeleted(gone)).toBe(true)
    expect(gone.fields['weight']).toBe(74.6)
    const stamp = 1e6 as Stamp
    expect(isDeleted(editDocument(gone, { steps: 1 }, stamp))).toBe(false)
    expect(isDeleted(editDocument(gone, { deleted: false }, stamp))).toBe(false)
    expect(isDeleted(editDocument(gone, { deleted: true }, stamp))).toBe(true)
    expect(isDeleted(editDocument(gone, { steps: 1, deleted: true }, stamp))).toBe(true)
    expect(editDocument(afterEdits([{ weight: 74.6 }]), { steps: 1 }, stamp).fields).not.toHaveProperty('deleted')
  })

  it('mends half characters, so every document can be compared and restored', () => {
    const { fields } = editDocument(emptyDocument('mood', 'm'), { reflection: 'Long day \ud83d' }, 1 as Stamp)
    expect(fields['reflection']).toBe('Long day \ufffd')
  })

  it('throws for what no document can hold', () => {
    const document = emptyDocument('day', '2026-11-23')
    expect(() => editDocument(document, { weight: Number.NaN }, 1 as Stamp)).toThrow(TypeError)
    expect(() => editDocument(document, JSON.parse('{"__proto__":{"x":1}}'), 1 as Stamp)).toThrow(TypeError)
  })

  it('changes nothing of the document it was given', () => {
    const before = afterEdits([{ weight: 74.6 }])
    const copy = structuredClone(before)
    editDocument(before, { weight: 75, steps: 1 }, 9e6 as Stamp)
    expect(before).toEqual(copy)
  })
})
