import { describe, expect, it } from 'vitest'
import { batchedWriter } from './batched-writer.ts'

describe('a batched writer', () => {
  it('writes what comes within a moment together, in order, and keeps no timer while nothing waits', () => {
    const written: string[] = []
    const timers = new Set<() => void>()
    const writer = batchedWriter(
      (text) => written.push(text),
      (_, run) => {
        timers.add(run)
        return () => timers.delete(run)
      },
    )
    const tick = () => {
      for (const run of [...timers]) run()
    }
    for (const text of ['a', 'b', 'c']) writer.write(text)
    expect([written.length, timers.size]).toEqual([0, 1])
    tick()
    expect(written).toEqual(['abc'])
    expect(timers.size).toBe(0)
    writer.write('d')
    writer.flush()
    writer.flush()
    tick()
    expect(written).toEqual(['abc', 'd'])
    expect(timers.size).toBe(0)
  })
})
