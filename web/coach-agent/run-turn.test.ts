import { describe, expect, it } from 'vitest'
import type { TurnRequest } from '../../shared/coach/turn.ts'
import { runTurn, type TurnProgress } from './run-turn.ts'
import { delta, done, error, type Said, TestServer } from './test-server.ts'

const KEY = 'k'.repeat(43)
const TURN = '0190b6cb-d06a-4c4a-8f9c-537a1d3f2f0e'
const request: TurnRequest = { turnId: TURN, key: KEY, text: 'Why?', context: null, recent: [] }

async function run(says: readonly Said[], { tried = false, signal = new AbortController().signal } = {}) {
  const server = new TestServer(...says)
  const progress: TurnProgress[] = []
  const waited: number[] = []
  const end = await runTurn(
    { turnId: TURN, key: KEY, tried },
    {
      client: server,
      wait: async (ms) => void waited.push(ms),
      beforeSending: async () => JSON.stringify(request),
      onProgress: (now) => progress.push(now),
    },
    signal,
  )
  return {
    end,
    asked: server.asked.map((each) => each.replace(TURN, 'turn')),
    texts: progress.map(({ text }) => text),
    phases: progress.map(({ phase }) => phase),
    waited,
  }
}

describe('a turn', () => {
  it('is asked once and told as it comes', async () => {
    const { end, asked, texts } = await run([[delta('You '), delta('slept.'), done('You slept.')]])
    expect(end).toEqual({ kind: 'done', text: 'You slept.', stop: 'end_turn' })
    expect(asked).toEqual(['ask turn'])
    expect(texts).toEqual(['', 'You ', 'You slept.'])
  })

  it('that breaks off is taken up from where its text ends, and never asked again', async () => {
    const { end, asked, texts, phases } = await run([
      [delta('You 😴'), 'cut'],
      'offline',
      [delta(' slept'), 'cut'],
      [done('You 😴 slept')],
    ])
    expect(end).toMatchObject({ kind: 'done', text: 'You 😴 slept' })
    expect(asked).toEqual(['ask turn', 'resume turn after 6', 'resume turn after 6', 'resume turn after 12'])
    expect(texts.at(-1)).toBe('You 😴 slept')
    expect(phases).toContain('connecting')
  })

  it('that may have been asked before a reload is taken up, and asked where it never arrived', async () => {
    expect(await run([[delta('So'), done('So')]], { tried: true })).toMatchObject({ asked: ['resume turn after 0'] })
    expect(await run(['unknown-turn', [done('So')]], { tried: true })).toMatchObject({
      asked: ['resume turn after 0', 'ask turn'],
      end: { kind: 'done' },
    })
    // Forgotten by the server for good: asked a second time only once.
    expect(await run(['unknown-turn', 'unknown-turn'], { tried: true })).toMatchObject({
      end: { kind: 'error', code: 'cut' },
    })
  })

  it('that the server has already, with another body, is taken up', async () => {
    const { end, asked } = await run(['differs', [done('So')]])
    expect([end.kind, asked]).toEqual(['done', ['ask turn', 'resume turn after 0']])
  })

  it('waits for another question, as long as it is told to, and then is asked under the same name', async () => {
    const busy = { ...error('busy', '', 'no'), retryAfterMs: 700 } as const
    const { end, asked, phases, waited } = await run([[busy], [busy], [done('So')]])
    expect([end.kind, asked]).toEqual(['done', ['ask turn', 'ask turn', 'ask turn']])
    expect(phases).toContain('other-turn')
    expect(waited).toEqual([700, 700])
  })

  it('ends with the reason that the agent gives, and with what there was of the answer', async () => {
    expect(await run([[delta('You'), error('llm', 'You')]])).toMatchObject({
      end: { kind: 'error', code: 'llm', partial: 'You' },
    })
    expect(await run(['signed-out'])).toMatchObject({ end: { kind: 'error', code: 'signed_out' }, waited: [] })
  })

  it('is left for later where the server is not heard of', async () => {
    const { end, waited } = await run(Array.from({ length: 9 }, (): Said => 'offline'))
    expect(end).toEqual({ kind: 'later', partial: '' })
    expect(waited).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000])
  })

  it('stops where it is told to, with the text so far', async () => {
    const controller = new AbortController()
    controller.abort()
    expect(await run([['cut']], { signal: controller.signal })).toMatchObject({
      end: { kind: 'error', code: 'cancelled' },
    })
  })
})
