import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AccountId } from '../store/ports.ts'
import { type TurnEnding, turnSeal } from './turn-seal.ts'

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const KEY = Buffer.alloc(32, 7).toString('base64url')
const TURN = { account: 'account' as AccountId, turnId: 'turn' }
const END: TurnEnding = { type: 'done', text: '', stop: 'end_turn', usage: { prompt: 1, completion: 2 } }
const seal = turnSeal(KEY, TURN, randomBytes)

it('a piece is opened as it was sealed, whatever it says, and never sealed alike twice', () =>
  fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.nat(1000), fc.boolean(), async (text, n, isLast) => {
      const piece = isLast ? { text, end: END } : { text }
      const [one, other] = [await seal.seal(n, piece), await seal.seal(n, piece)]
      expect(await seal.open({ n, sealed: one })).toEqual(piece)
      expect(Buffer.compare(one, other)).not.toBe(0)
    }),
    { numRuns: 50 },
  ))

it('nothing can be read of what is sealed', async () => {
  const text = 'Your resting pulse was 58 bpm.'
  expect(Buffer.from(await seal.seal(0, { text, end: END })).toString('latin1')).not.toMatch(/pulse|58|done|end_turn/)
})

it('a piece is opened by its key alone, and as the piece that it is of the turn that it is of', async () => {
  const sealed = await seal.seal(3, { text: 'x' })
  const others = [
    turnSeal(Buffer.alloc(32, 8).toString('base64url'), TURN, randomBytes),
    turnSeal(KEY, { ...TURN, turnId: 'other' }, randomBytes),
    turnSeal(KEY, { ...TURN, account: 'other' as AccountId }, randomBytes),
  ]
  for (const other of others) await expect(other.open({ n: 3, sealed })).rejects.toThrow()
  await expect(seal.open({ n: 2, sealed })).rejects.toThrow()
  const changed = Uint8Array.from(sealed, (byte, at) => (at === 20 ? byte ^ 1 : byte))
  await expect(seal.open({ n: 3, sealed: changed })).rejects.toThrow()
})
