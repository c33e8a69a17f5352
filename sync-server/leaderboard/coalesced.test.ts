import { describe, expect, it } from 'vitest'
import { coalesced, WINDOW_MS } from './coalesced.ts'

function setUp() {
  let now = 0
  const timers = new Map<() => void, number>()
  const heard: string[] = []
  const publish = coalesced((topic: string) => heard.push(topic), {
    monotonicMs: () => now,
    every(ms, run) {
      timers.set(run, now + ms)
      return () => timers.delete(run)
    },
  })
  const wait = (ms: number) => {
    now += ms
    for (const [run, due] of [...timers]) if (due <= now) run()
  }
  const suspend = () => timers.clear()
  return { publish, wait, heard, timers, suspend }
}

describe('what is published of a topic', () => {
  it('is heard at once, and what follows within a moment as one, at its end', () => {
    const { publish, wait, heard, timers } = setUp()
    publish('a')
    expect(heard).toEqual(['a'])
    for (let time = 0; time < 100; time += 1) publish('a')
    wait(WINDOW_MS - 1)
    expect(heard).toEqual(['a'])
    wait(1)
    expect(heard).toEqual(['a', 'a'])
    publish('a')
    wait(WINDOW_MS)
    wait(WINDOW_MS)
    expect(heard).toEqual(['a', 'a', 'a'])
    expect(timers.size).toBe(0)
    publish('a')
    expect(heard).toHaveLength(4)
  })

  it('does not wait for another topic', () => {
    const { publish, heard } = setUp()
    publish('a')
    publish('b')
    expect(heard).toEqual(['a', 'b'])
  })

  it('is heard, too, where timers are lost', () => {
    const { publish, wait, heard, suspend } = setUp()
    publish('a')
    suspend()
    wait(2 * WINDOW_MS + 1)
    publish('a')
    expect(heard).toEqual(['a', 'a'])
  })
})
