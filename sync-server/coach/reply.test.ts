import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COACH_LIMITS } from '../../shared/coach/limits.ts'
import { Reply } from './reply.ts'

/** What is passed on of frames, with the cursors 1, 2, 3, ... */
function passed(frames: readonly string[]) {
  const reply = new Reply()
  const pieces = frames.flatMap((frame, index) => reply.add(frame, index + 1) ?? [])
  const last = reply.end()
  return { reply, pieces: last === undefined ? pieces : [...pieces, last] }
}

const unit = fc.constantFrom('a', '\ud83d', '\udc4b', '\u200d', '\ud83c', '\udffd', 'ü', '\n')
const frames = fc.array(fc.array(unit, { maxLength: 5 }).map((units) => units.join('')))

describe('a reply', () => {
  it('is the same text wherever its frames are cut, and no piece holds half a character', () => {
    fc.assert(
      fc.property(frames, (cut) => {
        const { reply, pieces } = passed(cut)
        expect(reply.text).toBe(cut.join('').toWellFormed())
        expect(pieces.map(({ text }) => text).join('')).toBe(reply.text)
        for (const { text } of pieces) {
          expect(text).not.toBe('')
          expect(text.isWellFormed()).toBe(true)
        }
      }),
    )
  })

  it('comes to the same bytes when it is read again after any cursor', () => {
    fc.assert(
      fc.property(frames, fc.nat(), (cut, at) => {
        const { reply, pieces } = passed(cut)
        const named = pieces.filter(({ cursor }) => cursor !== undefined)
        const until = named[named.length === 0 ? 0 : at % named.length]
        if (until?.cursor === undefined) return
        const partial = pieces.slice(0, pieces.indexOf(until) + 1).map(({ text }) => text)
        const again = new Reply(partial.join(''))
        for (const [index, frame] of cut.entries()) if (index + 1 > until.cursor) again.add(frame, index + 1)
        again.end()
        expect(again.text).toBe(reply.text)
      }),
    )
  })

  it('holds back a frame that ends in half a pair, whole, and passes on what broke off only once', () => {
    const reply = new Reply()
    expect(reply.add('Good \ud83d', 1)).toBeUndefined()
    expect(reply.text).toBe('')
    expect(reply.add('\udc4b!', 2)).toEqual({ text: 'Good 👋!', cursor: 2 })
    expect(reply.add('and \ud83d', 3)).toBeUndefined()
    reply.drop()
    expect(reply.add('and \ud83d', 3)).toBeUndefined()
    expect(reply.add('\udc4d', 4)).toEqual({ text: 'and 👍', cursor: 4 })
    expect(reply.text).toBe('Good 👋!and 👍')
  })

  it('ends at the most bytes it may have, between characters', () => {
    const reply = new Reply('x')
    expect(reply.add('👍'.repeat(COACH_LIMITS.replyBytes / 4))?.text).toBe('👍'.repeat(COACH_LIMITS.replyBytes / 4 - 1))
    expect(reply.full).toBe(true)
    expect(reply.add('more')).toBeUndefined()
    expect(Buffer.byteLength(reply.text)).toBeLessThanOrEqual(COACH_LIMITS.replyBytes)
  })
})
