import { describe, expect, it } from 'vitest'
import { eventStreams, KEEP_ALIVE_MS, MOST_STREAMS } from './event-streams.ts'

/** A stream opened with pokes, endings, validity and time in the test's hands. */
function setUp(isValid: () => Promise<boolean> = async () => true) {
  const running = new Set<() => void>()
  const streams = eventStreams((ms, run) => {
    expect(ms).toBe(KEEP_ALIVE_MS)
    running.add(run)
    return () => running.delete(run)
  })
  const pokes = new Set<() => void>()
  const ends = new Set<() => void>()
  const listenIn = (listeners: Set<() => void>) => (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const open = (account = 'a') => streams.open({ account, onPoke: listenIn(pokes), onEnd: listenIn(ends), isValid })
  const reader = (account?: string) => {
    const stream = open(account)
    if (stream === 'full') throw new Error('full')
    const read = stream.getReader()
    const decoder = new TextDecoder()
    return {
      next: async () => {
        const { done, value } = await read.read()
        return done ? undefined : decoder.decode(value)
      },
      cancel: () => read.cancel(),
    }
  }
  const all = (listeners: Set<() => void>) => () => {
    for (const listener of [...listeners]) listener()
  }
  const held = () => running.size + pokes.size + ends.size
  return { streams, open, reader, poke: all(pokes), end: all(ends), tick: all(running), held }
}

describe('a stream of events', () => {
  it('[S9] begins at once, says that it is there from time to time, and pokes without content', async () => {
    const { reader, poke, tick } = setUp()
    const { next } = reader()
    expect(await next()).toBe(':\n\n')
    poke()
    expect(await next()).toBe('event: poke\ndata:\n\n')
    tick()
    expect(await next()).toBe(':\n\n')
  })

  it('[S9] owes a reader that does not keep up one poke, not all of them, and never none', async () => {
    const { reader, poke } = setUp()
    const { next } = reader()
    for (let time = 0; time < 100; time += 1) poke()
    const seen: (string | undefined)[] = []
    for (let part = 0; part < 5; part += 1) seen.push(await next())
    expect(seen).toEqual([':\n\n', ...new Array<string>(4).fill('event: poke\ndata:\n\n')])
    poke()
    expect(await next()).toBe('event: poke\ndata:\n\n')
  })

  it('[S9] ends with its session, whether it is told or finds out', async () => {
    const told = setUp()
    const first = told.reader()
    await first.next()
    told.end()
    expect(await first.next()).toBeUndefined()
    expect(told.held()).toBe(0)
    for (const isValid of [async () => false, async () => Promise.reject(new Error('no database'))]) {
      const asking = setUp(isValid)
      const second = asking.reader()
      await second.next()
      asking.tick()
      expect(await second.next()).toBe(':\n\n')
      expect(await second.next()).toBeUndefined()
      expect(asking.held()).toBe(0)
    }
  })

  it('holds nothing once its reader is gone, and takes a late poke or end for nothing', async () => {
    const { reader, held, poke, end, streams } = setUp()
    const { cancel } = reader()
    expect(held()).toBe(3)
    await cancel()
    expect(held()).toBe(0)
    poke()
    end()
    streams.closeAll()
  })

  it('is one of so many of its account, and takes no place of another', async () => {
    const { open, reader } = setUp()
    const first = reader()
    for (let more = 1; more < MOST_STREAMS; more += 1) expect(open()).not.toBe('full')
    expect(open()).toBe('full')
    expect(open('b')).not.toBe('full')
    await first.cancel()
    expect(open()).not.toBe('full')
    expect(open()).toBe('full')
  })

  it('ends with all others when the server stops', async () => {
    const { reader, streams, held } = setUp()
    const readers = [reader('a'), reader('a'), reader('b')]
    for (const { next } of readers) await next()
    streams.closeAll()
    for (const { next } of readers) expect(await next()).toBeUndefined()
    expect(held()).toBe(0)
  })
})
