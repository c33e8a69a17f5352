import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { type Document, editDocument, emptyDocument, type Fields, isDeleted, type Json } from './document.ts'
import { problemOfJson } from './json.ts'
import { mergeDocuments } from './merge.ts'
import { NO_STAMP, nextStamp, observeStamp, type Stamp } from './stamp.ts'

// Few names and few stamps, so that the same field and the same stamp meet often. `constructor` and `__proto__` are what
// an object inherits, and `zone-minutes@watch-9` stands for a field of a newer version.
const name = fc.constantFrom('weight', 'steps@watch', 'deleted', 'constructor', '__proto__', 'zone-minutes@watch-9')
const smallStamp = fc.integer({ min: 0, max: 4 }).map((n) => n as Stamp)
const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, 0, 1, 10, 9, '9', 'a', [], {}, [1], { a: 1 }),
  fc.jsonValue().filter((json) => problemOfJson(json) === undefined) as fc.Arbitrary<Json>,
)

const state: fc.Arbitrary<Document> = fc
  .uniqueArray(fc.tuple(name, value, smallStamp), { selector: ([field]) => field, maxLength: 6 })
  .map((entries) => ({
    collection: 'day',
    id: '2026-11-23',
    fields: Object.fromEntries(entries.map(([field, json]) => [field, json])),
    stamps: Object.fromEntries(entries.map(([field, , stamp]) => [field, stamp])),
  }))

/** -0 and 0 are one JSON value, so states are compared by their canonical text. */
const text = (document: Document) => canonicalJson({ fields: document.fields, stamps: document.stamps })

const own = (record: Readonly<Record<string, unknown>>, key: string) =>
  Object.hasOwn(record, key) ? record[key] : undefined

const document = (fields: Fields, stamps: Record<string, number>): Document => ({
  collection: 'day',
  id: '2026-11-23',
  fields,
  stamps: stamps as Record<string, Stamp>,
})

describe('merge', () => {
  it('[M1] per field the higher stamp wins', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        const merged = mergeDocuments(a, b)
        for (const field of Object.keys(merged.fields)) {
          const [ours, theirs] = [
            own(a.stamps, field) as number | undefined,
            own(b.stamps, field) as number | undefined,
          ]
          expect(own(merged.stamps, field)).toBe(Math.max(ours ?? -1, theirs ?? -1))
          if (ours === theirs) continue
          expect(own(merged.fields, field)).toBe(own((ours ?? -1) > (theirs ?? -1) ? a.fields : b.fields, field))
        }
      }),
    )
  })

  it('[M2] a tie goes to the greater canonical JSON', () => {
    fc.assert(
      fc.property(value, value, smallStamp, (x, y, stamp) => {
        const merged = mergeDocuments(document({ f: x }, { f: stamp }), document({ f: y }, { f: stamp }))
        const [textX, textY] = [canonicalJson(x), canonicalJson(y)]
        expect(canonicalJson(merged.fields['f'] ?? null)).toBe(textX > textY ? textX : textY)
      }),
    )
    // By text and not by size: "9" sorts after "10".
    expect(mergeDocuments(document({ f: 10 }, { f: 1 }), document({ f: 9 }, { f: 1 })).fields).toEqual({ f: 9 })
    expect(mergeDocuments(document({ f: 0 }, { f: 1 }), document({ f: null }, { f: 1 })).fields).toEqual({ f: null })
  })

  it('[M3] is commutative', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        expect(text(mergeDocuments(a, b))).toBe(text(mergeDocuments(b, a)))
      }),
    )
  })

  it('[M3] is associative', () => {
    fc.assert(
      fc.property(state, state, state, (a, b, c) => {
        expect(text(mergeDocuments(mergeDocuments(a, b), c))).toBe(text(mergeDocuments(a, mergeDocuments(b, c))))
      }),
    )
  })

  it('[M3] is idempotent, and says by identity that there is nothing to write', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        expect(mergeDocuments(a, structuredClone(a))).toBe(a)
        const merged = mergeDocuments(a, b)
        expect(mergeDocuments(merged, a)).toBe(merged)
        expect(mergeDocuments(merged, b)).toBe(merged)
      }),
    )
  })

  it('[M4] keeps every field that either side has, known or not, and invents none', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        const merged = mergeDocuments(a, b)
        const expected = new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])
        expect(new Set(Object.keys(merged.fields))).toEqual(expected)
        expect(new Set(Object.keys(merged.stamps))).toEqual(expected)
      }),
    )
  })

  it('[M4] carries a field called __proto__ as a field, not as a prototype', () => {
    const tricky = document(JSON.parse('{"__proto__":{"polluted":1}}'), JSON.parse('{"__proto__":3}'))
    const merged = mergeDocuments(document({ steps: 1 }, { steps: 1 }), tricky)
    expect(Object.keys(merged.fields)).toEqual(['steps', '__proto__'])
    expect(Object.getPrototypeOf(merged.fields)).toBe(Object.prototype)
    expect('polluted' in merged.fields).toBe(false)
    expect(own(merged.stamps, '__proto__')).toBe(3)
  })

  it('changes neither of the states it was given', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        const before = text(a) + text(b)
        mergeDocuments(a, b)
        expect(text(a) + text(b)).toBe(before)
      }),
    )
  })

  it('throws for two different documents', () => {
    const day = emptyDocument('day', '2026-11-23')
    expect(() => mergeDocuments(day, emptyDocument('day', '2026-11-24'))).toThrow(TypeError)
    expect(() => mergeDocuments(day, emptyDocument('mood', '2026-11-23'))).toThrow(TypeError)
  })

  it('[M5] deletes by a field: what was there stays, and a later edit brings it back', () => {
    const written = editDocument(emptyDocument('day', '2026-11-23'), { weight: 74.6 }, 10 as Stamp)
    const removed = editDocument(written, { deleted: true }, 20 as Stamp)
    const merged = mergeDocuments(written, removed)
    expect(isDeleted(merged)).toBe(true)
    expect(merged.fields['weight']).toBe(74.6)
    const revived = mergeDocuments(merged, editDocument(removed, { steps: 5000 }, 30 as Stamp))
    expect(isDeleted(revived)).toBe(false)
    expect(revived.fields).toEqual({ weight: 74.6, steps: 5000, deleted: false })
  })

  it('[M5] keeps an edit made elsewhere after the deletion, by somebody who had not heard of it', () => {
    const written = editDocument(emptyDocument('mood', 'm'), { rating: 4, reflection: 'Fine' }, 10 as Stamp)
    const removed = editDocument(written, { deleted: true }, 20 as Stamp)
    const edited = editDocument(written, { reflection: 'Fine, after all' }, 30 as Stamp)
    expect(isDeleted(mergeDocuments(removed, edited))).toBe(false)
    expect(isDeleted(mergeDocuments(edited, removed))).toBe(false)
    const before = editDocument(written, { reflection: 'Not yet' }, 15 as Stamp)
    expect(isDeleted(mergeDocuments(removed, before))).toBe(true)
  })
})

describe('devices that edit and exchange states', () => {
  const DEVICES = 3
  const device = fc.nat({ max: DEVICES - 1 })
  const action = fc.oneof(
    fc.record({ kind: fc.constant('edit' as const), on: device, now: fc.nat({ max: 3 }), field: name, value }),
    fc.record({ kind: fc.constant('send' as const), on: device, to: device }),
  )

  it('[M3] end alike however their states are ordered, grouped and repeated', () => {
    let edits = 0
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (actions, dice) => {
        const start = emptyDocument('day', '2026-11-23')
        const states: Document[] = Array.from({ length: DEVICES }, () => start)
        const clocks: Stamp[] = Array.from({ length: DEVICES }, () => NO_STAMP)
        const sent: Document[] = []
        for (const step of actions) {
          const mine = states[step.on] ?? start
          if (step.kind === 'edit') {
            if (step.field === '__proto__') continue
            edits++
            const stamp = nextStamp(step.now, [clocks[step.on] ?? NO_STAMP, ...Object.values(mine.stamps)])
            clocks[step.on] = stamp
            states[step.on] = editDocument(mine, { [step.field]: step.value }, stamp)
          } else {
            sent.push(mine)
            states[step.to] = mergeDocuments(states[step.to] ?? start, mine)
            clocks[step.to] = Object.values(mine.stamps).reduce(observeStamp, clocks[step.to] ?? NO_STAMP)
          }
        }
        const all = [...states, ...sent]
        const inOrder = all.reduce(mergeDocuments, start)
        const shuffled = [...all, ...sent]
          .map((document) => ({ document, at: dice.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ document }) => document)
        expect(text(shuffled.reduce(mergeDocuments, start))).toBe(text(inOrder))
        const pairwise = [all.slice(0, 2), all.slice(2)].map((half) => half.reduce(mergeDocuments, start))
        expect(text(pairwise.reduceRight(mergeDocuments, start))).toBe(text(inOrder))
      }),
    )
    expect(edits).toBeGreaterThan(100)
  })
})
