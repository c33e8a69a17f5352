import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { readJson } from './json-body.ts'

const MOST = 1000
const app = new Hono().post('/', async (context) => context.json(await readJson(context, MOST)))

async function read(body: BodyInit, headers: Record<string, string> = {}) {
  const response = await app.request('/', {
    method: 'POST',
    body,
    headers,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  })
  return response.json()
}
const gzip = { 'content-encoding': 'gzip' }
const status = (code: number) => ({ ok: false, failure: { status: code } })

describe('a body', () => {
  it('is read as JSON, as it is or from gzip', async () => {
    expect(await read('{"a":[1]}')).toEqual({ ok: true, value: { a: [1] } })
    expect(await read(gzipSync('{"a":[1]}'), gzip)).toEqual({ ok: true, value: { a: [1] } })
  })

  it('may be as long as its limit, before and after unpacking, and no longer', async () => {
    const ofLength = (length: number) => JSON.stringify('x'.repeat(length - 2))
    for (const [text, fits] of [
      [ofLength(MOST), true],
      [ofLength(MOST + 1), false],
    ] as const)
      for (const answer of [await read(text), await read(gzipSync(text), gzip)])
        expect(answer).toMatchObject(fits ? { ok: true } : status(413))
  })

  it('that does not say how long it is is counted as it comes', async () => {
    let pulled = 0
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1
        controller.enqueue(new Uint8Array(400).fill(0x20))
      },
    })
    expect(await read(endless)).toMatchObject(status(413))
    expect(pulled).toBeLessThan(8)
  })

  it('that would unpack to a gigabyte is refused before it does', async () => {
    // Members of a gzip file stand one after the other: small ones make a large one.
    const member = gzipSync(Buffer.alloc(1024 * 1024))
    const before = process.memoryUsage().arrayBuffers
    expect(await read(member.subarray(0, MOST), gzip)).toMatchObject(status(413))
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1024 * 1024)
    expect(await read(Buffer.concat(new Array<Buffer>(20).fill(gzipSync(Buffer.alloc(200)))), gzip)).toMatchObject(
      status(413),
    )
  })

  it.each([
    ['is cut off', gzipSync('{"a":1}').subarray(0, 20), gzip],
    ['is no gzip', 'hello', gzip],
    ['is empty gzip', '', gzip],
    ['is no JSON', '{"a":', {}],
    ['is empty', '', {}],
    ['is no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), {}],
  ])('that %s is answered with 400', async (_, body, headers) => {
    expect(await read(body, headers)).toMatchObject(status(400))
  })

  it('in another encoding is answered with 415', async () => {
    expect(await read('x', { 'content-encoding': 'br' })).toMatchObject(status(415))
  })
})
