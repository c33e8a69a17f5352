import { beforeEach, describe, expect, it, vi } from 'vitest'
import { AFTER_FAILURE_MS, LONGEST_WAIT_MS, PublishSchedule, SETTLED_MS } from './publish-schedule.ts'

vi.useFakeTimers()

function world() {
  const publish = vi.fn(async () => true)
  const schedule = new PublishSchedule({
    now: Date.now,
    setTimer: (ring, ms) => {
      const timer = setTimeout(ring, ms)
      return () => clearTimeout(timer)
    },
    publish,
  })
  return { schedule, publish }
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.clearAllTimers()
})

describe('scores are published', () => {
  it('some seconds after the page is seen, and after the last of what is written', async () => {
    const { schedule, publish } = world()
    schedule.written()
    await pass(LONGEST_WAIT_MS)
    expect(publish).not.toHaveBeenCalled()
    schedule.see(true)
    await pass(SETTLED_MS)
    expect(publish).toHaveBeenCalledTimes(1)
    schedule.written()
    await pass(SETTLED_MS - 1)
    schedule.written()
    await pass(SETTLED_MS - 1)
    expect(publish).toHaveBeenCalledTimes(1)
    await pass(1)
    expect(publish).toHaveBeenCalledTimes(2)
    await pass(10 * AFTER_FAILURE_MS)
    expect(publish).toHaveBeenCalledTimes(2)
  })

  it('under writes without end after a minute, and not while the page is out of sight', async () => {
    const { schedule, publish } = world()
    schedule.see(true)
    for (let ms = 0; ms < LONGEST_WAIT_MS; ms += 1000) {
      schedule.written()
      await pass(1000)
    }
    expect(publish).toHaveBeenCalledTimes(1)
    schedule.written()
    schedule.see(false)
    await pass(LONGEST_WAIT_MS)
    expect(publish).toHaveBeenCalledTimes(1)
  })

  it('once at a time, with what was written meanwhile after it', async () => {
    const { schedule, publish } = world()
    let end: (isDone: boolean) => void = () => undefined
    publish.mockImplementationOnce(() => new Promise((resolve) => (end = resolve)))
    schedule.see(true)
    await pass(SETTLED_MS)
    schedule.written()
    await pass(SETTLED_MS)
    expect(publish).toHaveBeenCalledTimes(1)
    end(true)
    await pass(SETTLED_MS)
    expect(publish).toHaveBeenCalledTimes(2)
  })

  it('again after five minutes where the server was not reached', async () => {
    const { schedule, publish } = world()
    publish.mockResolvedValueOnce(false)
    schedule.see(true)
    await pass(SETTLED_MS + AFTER_FAILURE_MS - 1)
    expect(publish).toHaveBeenCalledTimes(1)
    await pass(1)
    expect(publish).toHaveBeenCalledTimes(2)
    schedule.stop()
    schedule.written()
    await pass(AFTER_FAILURE_MS)
    expect(publish).toHaveBeenCalledTimes(2)
  })
})
