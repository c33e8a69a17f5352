import { describe, expect, it } from 'vitest'
import { RETRIES } from './backoff.ts'
import { type EventStream, PokeListener } from './event-stream.ts'

class FakeStream extends EventTarget implements EventStream {
  closed = false
  say(type: 'open' | 'error' | 'poke'): void {
    this.dispatchEvent(new Event(type))
  }
  close(): void {
    this.closed = true
  }
}

function world() {
  const streams: FakeStream[] = []
  const timers: { readonly ms: number; readonly ring: () => void }[] = []
  let pokes = 0
  const listener = new PokeListener({
    open: () => {
      const stream = new FakeStream()
      streams.push(stream)
      return stream
    },
    setTimer: (ring, ms) => {
      const timer = { ms, ring }
      timers.push(timer)
      return () => timers.includes(timer) && timers.splice(timers.indexOf(timer), 1)
    },
    random: () => 0.999,
    onPoke: () => {
      pokes += 1
    },
  })
  const ring = () => {
    const timer = timers.shift()
    timer?.ring()
    return timer?.ms
  }
  return { listener, streams, timers, ring, pokes: () => pokes }
}

describe('listening for pokes', () => {
  it('tells of each poke, and of what may have come before the stream stood', () => {
    const { listener, streams, pokes } = world()
    listener.listen(true)
    listener.listen(true)
    expect(streams).toHaveLength(1)
    streams[0]?.say('open')
    expect(pokes()).toBe(1)
    streams[0]?.say('poke')
    expect(pokes()).toBe(2)
  })

  it('has no stream while the page is out of sight', () => {
    const { listener, streams, timers, pokes } = world()
    listener.listen(true)
    listener.listen(false)
    expect(streams[0]?.closed).toBe(true)
    streams[0]?.say('poke')
    streams[0]?.say('error')
    expect([pokes(), timers.length]).toEqual([0, 0])
    listener.listen(true)
    expect(streams).toHaveLength(2)
  })

  it('opens a broken stream anew, ever more rarely, until it stands', () => {
    const { listener, streams, ring, pokes } = world()
    listener.listen(true)
    const waits = [0, 1, 2, 3].map((index) => {
      streams[index]?.say('error')
      expect(streams[index]?.closed).toBe(true)
      return Math.round((ring() ?? 0) / 1000)
    })
    expect(waits).toEqual([1, 2, 4, 8])
    streams[4]?.say('open')
    expect(pokes()).toBe(1)
    streams[4]?.say('error')
    expect(Math.round((ring() ?? 0) / 1000)).toBe(1)
  })

  it('does not open a stream after it was told to be silent, and stops trying after a day', () => {
    const { listener, streams, timers, ring } = world()
    listener.listen(true)
    streams[0]?.say('error')
    listener.listen(false)
    expect(timers).toHaveLength(0)

    listener.listen(true)
    for (let tries = 0; tries < 2 * RETRIES; tries += 1) {
      streams.at(-1)?.say('error')
      ring()
    }
    expect(streams).toHaveLength(RETRIES + 2)
  })
})
