import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { envelopeKeySchema, pushItemSchema } from '../../shared/sync/messages.ts'
import { LIMITS } from '../../shared/sync/protocol.ts'
import type { PushOutcome } from '../store/ports.ts'
import { judgeItems } from './push-items.ts'

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const bytes = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength }).map(base64url)
/** Text that is nearly base64url. */
const nearly = fc.string({ unit: fc.constantFrom(...'ABgwQ048_-+/= \n\0é'), maxLength: 30 })

const anItem = fc.oneof(
  fc.record(
    {
      key: fc.oneof({ weight: 4, arbitrary: bytes(16, 16) }, nearly, fc.anything()),
      base: fc.oneof({ weight: 4, arbitrary: fc.nat() }, fc.double(), fc.integer(), fc.anything()),
      envelope: fc.oneof({ weight: 4, arbitrary: bytes(0, 40) }, nearly, fc.anything()),
    },
    { requiredKeys: [] },
  ),
  fc.anything(),
)

describe('the items of a push', () => {
  it('[S5] are taken exactly where the schema of the protocol takes them', () => {
    fc.assert(
      fc.property(anItem, (item) => {
        const plain: unknown = JSON.parse(JSON.stringify(item) ?? 'null')
        const parsed = pushItemSchema.safeParse(plain)
        const { push } = judgeItems([plain])
        expect(push).toEqual(
          parsed.success ? [{ ...parsed.data, envelope: Buffer.from(parsed.data.envelope, 'base64url') }] : [],
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('[S5] may have envelopes as large as the limit, and no larger', () => {
    for (const [size, taken] of [
      [LIMITS.envelopeBytes, 1],
      [LIMITS.envelopeBytes + 1, 0],
    ] as const) {
      const item = { key: base64url(new Uint8Array(16)), base: 0, envelope: base64url(new Uint8Array(size)) }
      expect(judgeItems([item]).push).toHaveLength(taken)
      expect(pushItemSchema.safeParse(item).success).toBe(taken === 1)
    }
  })

  it('are answered in their order, the refused ones among those the store judged', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('good', 'same', 'bad', 'large')), (kinds) => {
        const items = kinds.map((kind, index) => {
          const key = base64url(new Uint8Array(16).fill(kind === 'same' ? 255 : index % 200))
          const envelope = kind === 'large' ? 'A'.repeat(90_000) : 'AAAA'
          return { key: kind === 'bad' ? 'bad' : key, base: 0, envelope }
        })
        const { push, refusals, arrange } = judgeItems(items)
        expect(refusals.length + push.length).toBe(items.length)
        const outcomes = push.map(({ key }, index): PushOutcome => ({ key, status: 'ok', version: index + 1 }))
        let same = 0
        let version = 0
        expect(arrange(outcomes)).toEqual(
          items.map(({ key }, index) => {
            const kind = kinds[index]
            if (kind === 'bad') return { key: '', status: 'rejected', reason: 'malformed' }
            if (kind === 'large') return { key, status: 'rejected', reason: 'too-large' }
            if (kind === 'same') same += 1
            if (kind === 'same' && same > 1) return { key, status: 'rejected', reason: 'duplicate' }
            version += 1
            return { key: envelopeKeySchema.parse(key), status: 'ok', version }
          }),
        )
      }),
    )
  })

  it('cannot be arranged with outcomes that are not theirs', () => {
    const { arrange } = judgeItems([{ key: base64url(new Uint8Array(16)), base: 0, envelope: 'AAAA' }])
    expect(() => arrange([])).toThrow('0 outcomes for 1 pushes')
  })
})
