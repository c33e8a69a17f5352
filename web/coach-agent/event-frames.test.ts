import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TurnFrame, writeFrame } from '../../shared/coach/turn.ts'
import { type EventFrame, eventFrames } from './event-frames.ts'

async function framesOf(bytes: Uint8Array, cuts: readonly number[], breaks = false): Promise<EventFrame[]> {
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b)
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const [index, place] of places.entries())
        controller.enqueue(bytes.subarray(place, places[index + 1] ?? place))
      if (breaks) controller.error(new TypeError('terminated'))
      else controller.close()
    },
  })
  const frames: EventFrame[] = []
  for await (const frame of eventFrames(stream)) frames.push(frame)
  return frames
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('the frames of an event stream', () => {
  it('are the same wherever the bytes are cut, inside a character too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(2000), { maxLength: 12 }),
        async (texts, cuts) => {
          const frames = texts.map(
            (text, index): TurnFrame => ({
              id: texts.slice(0, index + 1).join('').length,
              event: { type: 'delta', text },
            }),
          )
          const written = `:\n\n${frames.map(writeFrame).join(':\n\n')}`
          const read = await framesOf(bytesOf(written), cuts)
          expect(read.map(({ id: at, name, data }) => ({ id: at, name, ...JSON.parse(data) }))).toEqual(
            frames.map(({ id: at, event }) => ({ id: at, name: 'delta', text: 'text' in event ? event.text : '' })),
          )
        },
      ),
    )
  })

  it('are none where one is not whole, and a stream that breaks ends', async () => {
    const whole = 'id: 2\nevent: delta\ndata: {"text":"So"}\n\n'
    const frame = { id: 2, name: 'delta', data: '{"text":"So"}' }
    expect(await framesOf(bytesOf(`${whole}id: 4\nevent: delta\ndata: {"te`), [])).toEqual([frame])
    expect(await framesOf(bytesOf('data: x\n\nevent: y\n\n\n\nnonsense\n\n'), [])).toEqual([])
  })
})
