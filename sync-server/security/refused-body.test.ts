import { describe, expect, it } from 'vitest'
import { forgetBody, READ_OF_REFUSED } from './refused-body.ts'

const MIB = new Uint8Array(1024 * 1024)

/** So many MiB, and how many of them were asked for. */
function bodyOf(chunks: number, breaksAt = chunks) {
  const seen = { given: 0 }
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (seen.given === breaksAt && breaksAt < chunks) controller.error(new Error('cut off'))
        else if (seen.given === chunks) controller.close()
        else {
          seen.given += 1
          controller.enqueue(MIB)
        }
      },
    },
    { highWaterMark: 0 },
  )
  return { body, seen }
}

describe('a body that is refused', () => {
  it('is read to its end, so that who sends it sees the answer', async () => {
    const { body, seen } = bodyOf(3)
    await forgetBody(body, 3 * MIB.length)
    expect(seen.given).toBe(3)
  })

  it('is not begun where it says that its end is far, and left where it turns out to be', async () => {
    const far = bodyOf(9)
    await forgetBody(far.body, 9 * MIB.length)
    expect(far.seen.given).toBe(0)
    const lying = bodyOf(9)
    await forgetBody(lying.body, 1)
    expect(lying.seen.given).toBe(READ_OF_REFUSED / MIB.length + 1)
  })

  it('may be none, or break off', async () => {
    await forgetBody(null, 0)
    await forgetBody(bodyOf(3, 1).body, 3 * MIB.length)
  })
})
