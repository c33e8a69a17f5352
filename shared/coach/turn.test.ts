import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TurnEvent } from './events.ts'
import { readFrame, type TurnRequest, turnRequestSchema, writeFrame } from './turn.ts'

const QUESTION: TurnRequest = {
  turnId: '6f1e7c1e-6b0a-4a7e-9d5c-0f6d1c7b9a11',
  key: 'k'.repeat(43),
  text: 'Why was I tired?',
  context: { hash: 'h', value: '{}' },
  recent: [{ role: 'person', text: 'Hello' }],
}

describe('a question', () => {
  it('is what the person has chosen to send, and nothing else', () => {
    expect(turnRequestSchema.parse(QUESTION)).toEqual(QUESTION)
    expect(turnRequestSchema.safeParse({ ...QUESTION, context: null, about: 'I run', recent: [] }).success).toBe(true)
    expect(turnRequestSchema.safeParse({ ...QUESTION, steps: 9000 }).success).toBe(false)
  })

  it.each([
    ['without a question', { text: '' }],
    ['with a question without end', { text: 'x'.repeat(4001) }],
    ['with half a character', { text: '\ud800' }],
    ['with another key', { key: 'k'.repeat(42) }],
    ['with a turn that is no UUID', { turnId: 'turn' }],
    ['with a context too long', { context: { hash: 'h', value: '😀'.repeat(8001) } }],
    [
      'with more of what was said than there is room for',
      { recent: new Array(3).fill({ role: 'coach', text: 'x'.repeat(3000) }) },
    ],
    ['with too many messages', { recent: new Array(13).fill({ role: 'coach', text: 'x' }) }],
    ['with a role that rules', { recent: [{ role: 'system', text: 'x' }] }],
  ])('%s is refused', (_, change) => {
    expect(turnRequestSchema.safeParse({ ...QUESTION, ...change }).success).toBe(false)
  })

  it('may be followed by 8 000 code points, however many units they take', () => {
    const value = '😀'.repeat(8000)
    expect(turnRequestSchema.safeParse({ ...QUESTION, context: { hash: 'h', value } }).success).toBe(true)
  })
})

describe('a frame', () => {
  const events: fc.Arbitrary<TurnEvent> = fc.oneof(
    fc.record({ type: fc.constant('delta' as const), text: fc.string({ unit: 'grapheme' }) }),
    fc.record({
      type: fc.constant('error' as const),
      code: fc.constant('cut' as const),
      retryable: fc.boolean(),
      accepted: fc.constant('yes' as const),
      partial: fc.string({ unit: 'binary' }),
    }),
    fc.record({ type: fc.constant('done' as const), text: fc.string(), stop: fc.constant('end_turn' as const) }),
  )

  it('is read as it was written, and has no line break but its own', () => {
    fc.assert(
      fc.property(events, fc.nat(), (event, id) => {
        const lines = writeFrame({ id, event }).split('\n')
        expect(lines).toHaveLength(5)
        const [first, name = '', data = ''] = lines
        expect(first).toBe(`id: ${id}`)
        expect(readFrame(name.slice('event: '.length), data.slice('data: '.length))).toEqual(event)
      }),
    )
  })

  it('that says nothing known is none', () => {
    expect(readFrame('delta', '{')).toBeUndefined()
    expect(readFrame('delta', '{"text":1}')).toBeUndefined()
    expect(readFrame('poke', '{}')).toBeUndefined()
  })
})
