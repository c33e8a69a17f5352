import { expect, it } from 'vitest'
import { toOneEnd } from './one-end.ts'
import type { CoachEnd, CoachEvent } from './port.ts'

const DONE: CoachEnd = { type: 'done', text: 'Hello', stop: 'end_turn' }
const CANCELLED: CoachEnd = { type: 'error', code: 'cancelled', retryable: true, accepted: 'yes', partial: '' }

async function endsOf(run: (signal: AbortSignal) => AsyncIterable<CoachEvent>, ms = 1000, partial = '') {
  const events: CoachEvent[] = []
  for await (const event of toOneEnd(run, { ms, signal: new AbortController().signal }, partial)) events.push(event)
  return events
}

it('nothing comes after the end of a turn', async () => {
  const events = await endsOf(async function* () {
    yield { type: 'delta', text: 'Hello' }
    yield DONE
    yield DONE
  })
  expect(events).toEqual([{ type: 'delta', text: 'Hello' }, DONE])
})

it.each([
  ['stops without an end', () => undefined],
  [
    'throws',
    () => {
      throw new Error('You slept 7 h')
    },
  ],
])('a turn that %s has one all the same, with what was said and nothing of what was thrown', async (_, then) => {
  const events = await endsOf(
    async function* () {
      yield { type: 'delta', text: ' world' }
      then()
    },
    1000,
    'Hello',
  )
  expect(events[1]).toEqual({
    type: 'error',
    code: 'protocol',
    retryable: false,
    accepted: 'unknown',
    partial: 'Hello world',
  })
  expect(events).toHaveLength(2)
})

it('a turn that takes too long ends, and says why', async () => {
  const events = await endsOf(async function* (signal) {
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
    yield CANCELLED
  }, 20)
  expect(events).toEqual([{ ...CANCELLED, code: 'timeout' }])
})
