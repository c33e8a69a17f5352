import { describe, expect, it } from 'vitest'
import { asOnlyRunner, RUN_MS, RUNNER_LOCK, type RunnerLocks, WAIT_MS } from './one-runner.ts'

interface Holder {
  readonly reject: (error: Error) => void
}

/** Locks as browsers have them: one holder a name, the others in turn, and stealing rejects the holder. */
class FakeLocks implements RunnerLocks {
  #holder: Holder | undefined
  #waiting: (() => void)[] = []

  request<Value>(name: string, { signal, steal }: LockOptions, granted: () => Promise<Value>): Promise<Value> {
    expect(name).toBe(RUNNER_LOCK)
    return new Promise((resolve, reject) => {
      const holder = { reject }
      const begin = () => {
        this.#holder = holder
        granted()
          .then(resolve, reject)
          .finally(() => {
            if (this.#holder !== holder) return
            this.#holder = undefined
            this.#waiting.shift()?.()
          })
      }
      if (steal === true) {
        this.#holder?.reject(new DOMException('stolen', 'AbortError'))
        begin()
        return
      }
      if (this.#holder === undefined) begin()
      else {
        this.#waiting.push(begin)
        signal?.addEventListener('abort', () => {
          if (this.#holder === holder) return
          this.#waiting = this.#waiting.filter((other) => other !== begin)
          reject(signal.reason)
        })
      }
    })
  }
}

/** Timers that end when the test says so, by their length. */
class FakeTimeouts {
  readonly #made: { readonly ms: number; readonly controller: AbortController }[] = []
  readonly timeout = (ms: number) => {
    const controller = new AbortController()
    this.#made.push({ ms, controller })
    return controller.signal
  }
  end(ms: number): void {
    for (const made of this.#made) if (made.ms === ms) made.controller.abort(new DOMException('', 'TimeoutError'))
  }
}

function world() {
  const locks = new FakeLocks()
  const time = new FakeTimeouts()
  const running = { now: 0, most: 0 }
  const run = (work: (signal: AbortSignal) => Promise<string>, signal = new AbortController().signal) =>
    asOnlyRunner(
      async (inner) => {
        running.now += 1
        running.most = Math.max(running.most, running.now)
        try {
          return await work(inner)
        } finally {
          running.now -= 1
        }
      },
      { locks, signal, timeout: time.timeout },
    )
  return { run, time, running }
}

const asleep = () => new Promise<string>(() => undefined)

describe('the one runner', () => {
  it('[D3] runs one after the other, however many tabs ask at once', async () => {
    const { run, running } = world()
    const order: number[] = []
    const runs = [1, 2, 3, 4].map((n) =>
      run(async () => {
        await Promise.resolve()
        order.push(n)
        return `${n}`
      }),
    )
    expect(await Promise.all(runs)).toEqual(['1', '2', '3', '4'].map((value) => ({ ok: true, value })))
    expect(order).toEqual([1, 2, 3, 4])
    expect(running.most).toBe(1)
  })

  it('[D3] takes over from a tab that does not let go, and tells that one', async () => {
    const { run, time } = world()
    let told: AbortSignal | undefined
    const frozen = run((signal) => {
      told = signal
      return asleep()
    })
    const awake = run(async () => 'done')
    await Promise.resolve()
    expect(told?.aborted).toBe(false)
    time.end(WAIT_MS)
    expect(await awake).toEqual({ ok: true, value: 'done' })
    expect(await frozen).toEqual({ ok: false, failure: { kind: 'taken-over' } })
    expect(told?.aborted).toBe(true)
  })

  it('asks for a lock of its own name, so that what has nothing to do with it does not wait', async () => {
    const asked: string[] = []
    const locks: RunnerLocks = {
      request: (name, _options, granted) => {
        asked.push(name)
        return granted()
      },
    }
    const { signal } = new AbortController()
    await asOnlyRunner(async () => 'done', { locks, signal, name: 'other' })
    await asOnlyRunner(async () => 'done', { locks, signal })
    expect(asked).toEqual(['other', RUNNER_LOCK])
  })

  it('goes on when its time to wait ends after its turn came', async () => {
    const { run, time } = world()
    let finish: (value: string) => void = () => undefined
    const slow = run(() => new Promise((resolve) => (finish = resolve)))
    time.end(WAIT_MS)
    finish('done')
    expect(await slow).toEqual({ ok: true, value: 'done' })
  })

  it('is called off while it waits, and does not run later', async () => {
    const { run, time } = world()
    const controller = new AbortController()
    void run(asleep)
    let ran = false
    const waiting = run(async () => {
      ran = true
      return ''
    }, controller.signal)
    controller.abort()
    expect(await waiting).toEqual({ ok: false, failure: { kind: 'called-off' } })
    expect(await run(async () => '', AbortSignal.abort())).toEqual({ ok: false, failure: { kind: 'called-off' } })
    time.end(WAIT_MS)
    expect(ran).toBe(false)
  })

  it('tells a run that takes too long to stop', async () => {
    const { run, time } = world()
    const long = run((signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve('stopped'))))
    await Promise.resolve()
    time.end(RUN_MS)
    expect(await long).toEqual({ ok: true, value: 'stopped' })
  })

  it('throws what the run throws, and lets the next one in', async () => {
    const { run } = world()
    await expect(run(() => Promise.reject(new Error('a mistake')))).rejects.toThrow('a mistake')
    expect(await run(async () => 'next')).toEqual({ ok: true, value: 'next' })
  })
})
