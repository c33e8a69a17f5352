import { expect, it } from 'vitest'
import type { TurnFrame } from '../../shared/coach/turn.ts'
import { liveReply } from './live-reply.ts'
import { replyFrames } from './reply-frames.ts'
import { turnStream } from './sse.ts'
import { readTurn } from './turn-reader.ts'

const END = { type: 'done', text: '', stop: 'end_turn' } as const

function start(frames: (signal: AbortSignal) => AsyncIterable<TurnFrame>, isValid = true) {
  let beat: () => void = () => undefined
  let wait: () => void = () => undefined
  let endSession: () => void = () => undefined
  const problems: unknown[] = []
  const stream = turnStream({
    frames,
    every(_, run) {
      beat = run
      return () => undefined
    },
    setTimer(run) {
      wait = run
      return () => undefined
    },
    isValid: async () => isValid,
    onEnd(listener) {
      endSession = listener
      return () => undefined
    },
    onProblem: (error) => problems.push(error),
  })
  const response = new Response(stream.body, { headers: { 'content-type': 'text/event-stream' } })
  return { stream, response, problems, beat: () => beat(), wait: () => wait(), endSession: () => endSession() }
}

it('a reader who does not keep up gets all of it in few frames, and costs no more than those', async () => {
  const reply = liveReply()
  const { response } = start((signal) => replyFrames(reply, 0, signal))
  for (let n = 0; n < 2000; n += 1) {
    reply.append(`word ${n} `)
    if (n % 10 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  reply.finish(END)
  const text = await response.text()
  expect(text.match(/^event: delta$/gm)?.length).toBeLessThan(10)
  expect(text).toContain('word 1999 ')
})

it('says that it is there where nothing has been said for a while, and only then', async () => {
  const silent = start((signal) => replyFrames(liveReply(), 0, signal))
  silent.wait()
  silent.stream.end()
  expect(await silent.response.text()).toBe(':\n\n')

  const reply = liveReply('You')
  const speaking = start((signal) => replyFrames(reply, 0, signal))
  await new Promise((resolve) => setImmediate(resolve))
  speaking.wait()
  reply.finish(END)
  expect((await speaking.response.text()).startsWith('id: 3')).toBe(true)
  expect((await readTurn(start((signal) => replyFrames(reply, 0, signal)).response).over).heartbeats).toBe(0)
})

it('says that it is there, and heartbeats do not pile up where nobody reads', async () => {
  const { response, beat, stream } = start((signal) => replyFrames(liveReply(), 0, signal))
  for (let n = 0; n < 50; n += 1) beat()
  stream.end()
  expect((await response.text()).length).toBeLessThanOrEqual(4 * ':\n\n'.length)
})

it.each([
  ['the session ends', (of: ReturnType<typeof start>) => of.endSession(), true],
  ['the session turns out to be over', (of: ReturnType<typeof start>) => of.beat(), false],
  ['the server stops', (of: ReturnType<typeof start>) => of.stream.end(), true],
])('is over when %s, without an end of the turn', async (_, happen, isValid) => {
  const reply = liveReply('You ')
  const started = start((signal) => replyFrames(reply, 0, signal), isValid)
  const turn = readTurn(started.response)
  await turn.until(4)
  happen(started)
  expect(await turn.over).toMatchObject({ text: 'You ', ends: [] })
  await started.stream.closed
})

it('breaks off where the reply cannot be read, and says that to who runs the server', async () => {
  const broken = new Error('the database is away')
  // biome-ignore lint/correctness/useYield: it breaks before there is anything to give.
  const { response, problems, stream } = start(async function* () {
    throw broken
  })
  expect(await readTurn(response).over).toMatchObject({ ends: [] })
  await stream.closed
  expect(problems).toEqual([broken])
})

it('stops reading the reply when its own reader has gone', async () => {
  const reply = liveReply('You ')
  let isOver = false
  const { response, stream } = start(async function* (signal) {
    yield* replyFrames(reply, 0, signal)
    isOver = true
  })
  const turn = readTurn(response)
  await turn.until(4)
  await turn.leave()
  await stream.closed
  expect(isOver).toBe(true)
})
