import { describe, expect, it, vi } from 'vitest'
import { HOUSEKEEPING_MS, keepHouse } from './housekeeping.ts'
import { jsonLog } from './log.ts'

function start(answers: readonly (() => Promise<{ sessions: number; verifications: number; audit: number }>)[]) {
  const asked: number[] = []
  const lines: string[] = []
  const running = new Set<() => void>()
  let now = 1000
  const stop = keepHouse({
    store: {
      deleteExpired: async (before) => {
        asked.push(before)
        return (answers[asked.length - 1] ?? nothing)()
      },
    },
    log: jsonLog(
      (line) => lines.push(line),
      () => new Date(0),
    ),
    now: () => now,
    every(ms, run) {
      expect(ms).toBe(HOUSEKEEPING_MS)
      running.add(run)
      return () => running.delete(run)
    },
  })
  return {
    asked,
    lines,
    stop,
    pass(ms: number) {
      now += ms
      for (const run of running) run()
    },
  }
}

const nothing = async () => ({ sessions: 0, verifications: 0, audit: 0 })

describe('the house', () => {
  it('is kept at the start and every hour, by the time that it is then, until it is told to stop', () => {
    const { asked, pass, stop } = start([])
    expect(asked).toEqual([1000])
    pass(HOUSEKEEPING_MS)
    expect(asked).toEqual([1000, 1000 + HOUSEKEEPING_MS])
    stop()
    pass(HOUSEKEEPING_MS)
    expect(asked).toHaveLength(2)
  })

  it('says how much was removed, and nothing where nothing was', async () => {
    const { lines, pass } = start([nothing, async () => ({ sessions: 2, verifications: 1, audit: 0 })])
    pass(1)
    await vi.waitFor(() => expect(lines).toHaveLength(1))
    expect(lines[0]).toContain('"expired rows deleted","sessions":2,"verifications":1')
  })

  it('is tried again after a database that did not answer, of which the log has the kind and no content', async () => {
    const broken = async () => {
      throw Object.assign(new Error('DELETE FROM session WHERE token = secret'), { code: 'ECONNREFUSED' })
    }
    const { asked, lines, pass } = start([broken])
    await vi.waitFor(() => expect(lines).toHaveLength(1))
    expect(lines[0]).toContain('"warn"')
    expect(lines[0]).toContain('ECONNREFUSED')
    expect(lines[0]).not.toContain('secret')
    pass(1)
    expect(asked).toHaveLength(2)
  })
})
