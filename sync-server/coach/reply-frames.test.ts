import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TurnFrame } from '../../shared/coach/turn.ts'
import { type LiveReply, liveReply } from './live-reply.ts'
import { replyFrames } from './reply-frames.ts'
import type { TurnEnding } from './turn-seal.ts'

const END: TurnEnding = { type: 'done', text: '', stop: 'end_turn' }

async function read(reply: LiveReply, after: number, signal = new AbortController().signal) {
  const frames: TurnFrame[] = []
  for await (const frame of replyFrames(reply, after, signal)) frames.push(frame)
  return frames
}
const textOf = (frames: readonly TurnFrame[]) =>
  frames.map(({ event }) => (event.type === 'delta' ? event.text : '')).join('')

describe('the frames of a reply', () => {
  it('are the rest of it from wherever one goes on, whenever it comes, and then its end with all of it', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', minLength: 1 })), fc.nat(40), async (pieces, at) => {
        const [whole, reply] = [pieces.join(''), liveReply()]
        const frames = read(reply, at)
        for (const piece of pieces) {
          reply.append(piece)
          if (piece.length % 2 === 0) await Promise.resolve()
        }
        reply.finish(END)
        const heard = await frames
        // Whoever is inside of a character is given that character again.
        const from = at > 0 && (whole.codePointAt(at - 1) ?? 0) > 0xffff && textOf(heard).length > whole.length - at
        expect(textOf(heard)).toBe(whole.slice(from ? at - 1 : at))
        for (const { event } of heard) if (event.type === 'delta') expect(event.text.isWellFormed()).toBe(true)
        expect(heard.at(-1)).toEqual({ id: whole.length, event: { ...END, text: whole } })
        expect(heard.filter(({ event }) => event.type !== 'delta')).toHaveLength(1)
      }),
    ))

  it('end with no end where the reply is lost, or nobody listens any more', async () => {
    const reply = liveReply('begun')
    const abort = new AbortController()
    const [lost, left] = [read(reply, 0), read(reply, 5, abort.signal)]
    abort.abort()
    expect(await left).toEqual([])
    reply.lose()
    expect(await lost).toEqual([{ id: 5, event: { type: 'delta', text: 'begun' } }])
  })

  it('are put together while nobody takes them', async () => {
    const reply = liveReply()
    const frames = replyFrames(reply, 0, new AbortController().signal)
    for (const piece of ['a', 'b', 'c']) reply.append(piece)
    expect((await frames.next()).value).toEqual({ id: 3, event: { type: 'delta', text: 'abc' } })
  })
})
