import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Standings } from '../../shared/leaderboard/messages.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import type { EventStream } from '../sync/runtime/event-stream.ts'
import type { LeaderboardProblem } from './leaderboard-client.ts'
import { ASK_EVERY_MS, LiveStandings } from './live-standings.ts'

vi.useFakeTimers()

class FakeStream extends EventTarget implements EventStream {
  closed = false
  say(type: 'open' | 'error' | 'poke'): void {
    this.dispatchEvent(new Event(type))
  }
  close(): void {
    this.closed = true
  }
}

const STANDINGS: Standings = { top: [], around: [], own: null, total: 0 }

function world() {
  const streams: FakeStream[] = []
  const ask = vi.fn<() => Promise<Result<Standings, LeaderboardProblem>>>(async () => ok(STANDINGS))
  const onAnswer = vi.fn()
  const live = new LiveStandings({
    now: Date.now,
    setTimer: (ring, ms) => {
      const timer = setTimeout(ring, ms)
      return () => clearTimeout(timer)
    },
    random: () => 0,
    ask,
    open: () => {
      const stream = new FakeStream()
      streams.push(stream)
      return stream
    },
    onAnswer,
  })
  return { live, ask, onAnswer, streams }
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.clearAllTimers()
})

describe('a board that is looked at', () => {
  it('is asked for at once, and again for a poke, once a second at most', async () => {
    const { live, ask, onAnswer, streams } = world()
    live.see(true)
    await pass(0)
    expect(onAnswer).toHaveBeenCalledWith(ok(STANDINGS))
    await pass(5 * ASK_EVERY_MS)
    expect(ask).toHaveBeenCalledTimes(1)
    for (let poke = 0; poke < 20; poke += 1) {
      streams[0]?.say('poke')
      await pass(100)
    }
    expect(ask.mock.calls.length).toBeGreaterThanOrEqual(3)
    expect(ask.mock.calls.length).toBeLessThanOrEqual(4)
    await pass(ASK_EVERY_MS)
    const calls = ask.mock.calls.length
    await pass(60 * ASK_EVERY_MS)
    expect(ask).toHaveBeenCalledTimes(calls)
  })

  it('is asked for once more when it moved while the answer was on its way', async () => {
    const { live, ask, streams } = world()
    live.see(true)
    await pass(0)
    ask.mockImplementationOnce(() => new Promise((resolve) => setTimeout(() => resolve(ok(STANDINGS)), 3000)))
    streams[0]?.say('poke')
    await pass(1500)
    expect(ask).toHaveBeenCalledTimes(2)
    streams[0]?.say('poke')
    await pass(0)
    expect(ask).toHaveBeenCalledTimes(2)
    await pass(3000)
    expect(ask).toHaveBeenCalledTimes(3)
  })

  it('is not listened to out of sight, nor where the server does not show it', async () => {
    const { live, ask, onAnswer, streams } = world()
    live.see(true)
    await pass(0)
    live.see(false)
    expect(streams[0]?.closed).toBe(true)
    ask.mockResolvedValueOnce(fail('not-joined'))
    live.see(true)
    await pass(0)
    expect(onAnswer).toHaveBeenLastCalledWith(fail('not-joined'))
    expect(streams).toHaveLength(1)
  })

  it('comes back by itself when the server does', async () => {
    const { live, ask, onAnswer, streams } = world()
    ask.mockResolvedValueOnce(fail('unreachable'))
    live.see(true)
    await pass(0)
    expect(onAnswer).toHaveBeenLastCalledWith(fail('unreachable'))
    streams[0]?.say('error')
    await pass(2000)
    streams[1]?.say('open')
    await pass(ASK_EVERY_MS)
    expect(onAnswer).toHaveBeenLastCalledWith(ok(STANDINGS))
  })
})
