import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffMs, LAST_RETRY_MS, RETRIES } from './backoff.ts'
import { CALM_MS, LONGEST_PATIENCE_MS, type Occasion, type RunEnd, Scheduler, WRITE_EVERY_MS } from './scheduler.ts'

interface Run {
  readonly occasion: Occasion
  readonly began: number
  readonly ended: number
  readonly end: RunEnd
}

/** A world whose time is moved by hand. Runs take `takes` ms and end as `ends` says, in turn, then done. */
class World {
  time = 0
  most = 0
  readonly runs: Run[] = []
  readonly #timers = new Set<{ readonly at: number; readonly ring: () => void }>()
  readonly #ends: RunEnd[]
  readonly scheduler: Scheduler
  #running = 0
  takes = 0

  constructor({ ends = [], random = 0.5 }: { ends?: readonly RunEnd[]; random?: number } = {}) {
    this.#ends = [...ends]
    this.scheduler = new Scheduler({
      now: () => this.time,
      random: () => random,
      setTimer: (ring, ms) => this.#timer(ring, ms),
      run: (occasion) => this.#run(occasion),
    })
  }

  /** Moves the time, ringing what is due on the way. */
  async pass(ms: number): Promise<void> {
    const until = this.time + ms
    await settle()
    for (;;) {
      const next = [...this.#timers].sort((a, b) => a.at - b.at)[0]
      if (next === undefined || next.at > until) break
      this.#timers.delete(next)
      this.time = Math.max(this.time, next.at)
      next.ring()
      await settle()
    }
    this.time = until
  }

  #timer(ring: () => void, ms: number): () => void {
    const timer = { at: this.time + ms, ring }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  async #run(occasion: Occasion): Promise<RunEnd> {
    const began = this.time
    this.#running += 1
    this.most = Math.max(this.most, this.#running)
    if (this.takes > 0) await new Promise<void>((resolve) => this.#timer(resolve, this.takes))
    this.#running -= 1
    const end = this.#ends.shift() ?? { kind: 'done' }
    this.runs.push({ occasion, began, ended: this.time, end })
    return end
  }
}

// Longer than any chain of promises inside a run.
const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

const begins = ({ runs }: World) => runs.map(({ began }) => began)
const AGAIN: RunEnd = { kind: 'again' }

describe('a run', () => {
  it('[D4] follows a write at once when none was sent in the last half second, else at the end of that time', async () => {
    const world = new World()
    world.scheduler.notice('write')
    await world.pass(100)
    world.scheduler.notice('write')
    world.scheduler.notice('write')
    await world.pass(100)
    world.scheduler.notice('write')
    await world.pass(2000)
    world.scheduler.notice('write')
    await world.pass(2000)
    expect(begins(world)).toEqual([0, WRITE_EVERY_MS, 2200])
  })

  it.each(['start', 'online', 'visible', 'poke', 'background', 'periodic', 'by-hand'] as const)(
    '[D4] follows %s at once, also right after a write was sent',
    async (occasion) => {
      const world = new World()
      world.scheduler.notice('write')
      await world.pass(10)
      world.scheduler.notice(occasion)
      await world.pass(1)
      expect(begins(world)).toEqual([0, 10])
    },
  )

  it('is followed by one more when something came up during it', async () => {
    const world = new World()
    world.takes = 300
    world.scheduler.notice('start')
    await world.pass(100)
    world.scheduler.notice('poke')
    world.scheduler.notice('write')
    await world.pass(5000)
    expect(begins(world)).toEqual([0, 300])
  })

  it('[D4] that fails is tried again ever more rarely, and no longer than a day by itself', async () => {
    const world = new World({ ends: Array.from({ length: 2 * RETRIES }, () => AGAIN), random: 0.999 })
    world.scheduler.notice('start')
    await world.pass(3 * 24 * 60 * 60_000)
    expect(world.runs).toHaveLength(RETRIES + 1)
    const gaps = begins(world).map((began, index, all) => began - (all[index - 1] ?? 0))
    expect(gaps.slice(1, 5).map((gap) => Math.round(gap / 1000))).toEqual([1, 2, 4, 8])
    expect(Math.max(...gaps)).toBeLessThanOrEqual(LAST_RETRY_MS)
    world.scheduler.notice('visible')
    await world.pass(60 * 60_000)
    expect(world.runs.length).toBeGreaterThan(RETRIES + 5)
  })

  it('that fails is not repeated for every value typed, but at once when the network is back', async () => {
    const world = new World({ ends: [AGAIN, AGAIN, AGAIN, AGAIN, AGAIN] })
    world.scheduler.notice('write')
    await world.pass(15_000)
    const before = world.runs.length
    for (let typed = 0; typed < 10; typed += 1) {
      world.scheduler.notice('write')
      await world.pass(10)
    }
    expect(world.runs).toHaveLength(before)
    world.scheduler.notice('online')
    await world.pass(1)
    expect(world.runs).toHaveLength(before + 1)
  })

  it('waits as long as a busy server asks, except when a person asks, and for an hour at most', async () => {
    const world = new World({ ends: [{ kind: 'again', afterMs: 90_000 }] })
    world.scheduler.notice('start')
    await world.pass(10_000)
    world.scheduler.notice('online')
    await world.pass(60_000)
    expect(begins(world)).toEqual([0])
    await world.pass(60_000)
    expect(begins(world)).toEqual([0, 90_000])

    const asked = new World({ ends: [{ kind: 'again', afterMs: 1e9 }] })
    asked.scheduler.notice('start')
    await asked.pass(10)
    asked.scheduler.notice('by-hand')
    await asked.pass(10)
    expect(begins(asked)).toEqual([0, 10])

    const long = new World({ ends: [{ kind: 'again', afterMs: 1e9 }] })
    long.scheduler.notice('start')
    await long.pass(LONGEST_PATIENCE_MS + 1)
    expect(begins(long)).toEqual([0, LONGEST_PATIENCE_MS])
  })

  it('that is signed out is followed by none until somebody signs in', async () => {
    const world = new World({ ends: [{ kind: 'signed-out' }] })
    world.scheduler.notice('start')
    await world.pass(10)
    for (const occasion of ['write', 'online', 'poke', 'by-hand'] as const) world.scheduler.notice(occasion)
    await world.pass(24 * 60 * 60_000)
    expect(world.runs).toHaveLength(1)
    world.scheduler.signedIn()
    await world.pass(1)
    expect(world.runs).toHaveLength(2)
  })

  it('that is given up waits for the next occasion', async () => {
    const world = new World({ ends: [{ kind: 'given-up' }] })
    world.scheduler.notice('start')
    await world.pass(60 * 60_000)
    expect(world.runs).toHaveLength(1)
    world.scheduler.notice('write')
    await world.pass(1)
    expect(world.runs).toHaveLength(2)
  })

  it('does not begin after the end', async () => {
    const world = new World({ ends: [AGAIN] })
    world.scheduler.notice('start')
    await world.pass(10)
    world.scheduler.stop()
    world.scheduler.notice('by-hand')
    await world.pass(60 * 60_000)
    expect(world.runs).toHaveLength(1)
  })
})

const occasion = fc.constantFrom<Occasion>(
  'start',
  'write',
  'write',
  'write',
  'online',
  'visible',
  'poke',
  'background',
  'periodic',
  'by-hand',
)
const runEnd = fc.oneof(
  { weight: 4, arbitrary: fc.constant<RunEnd>({ kind: 'done' }) },
  { weight: 4, arbitrary: fc.constant(AGAIN) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant<'again'>('again'), afterMs: fc.nat(200_000) }) },
  { weight: 1, arbitrary: fc.constant<RunEnd>({ kind: 'given-up' }) },
)
const history = fc.record({
  steps: fc.array(fc.record({ wait: fc.nat(3000), occasion, takes: fc.nat(1500) }), { minLength: 1, maxLength: 40 }),
  ends: fc.array(runEnd, { maxLength: 30 }),
  random: fc.double({ min: 0, max: 0.999, noNaN: true }),
})

describe('whatever happens', () => {
  it('[D4] runs never overlap, never hammer, and every occasion is followed by one', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ steps, ends, random }) => {
        const world = new World({ ends, random })
        const noticed: number[] = []
        for (const { wait, occasion, takes } of steps) {
          await world.pass(wait)
          world.takes = takes
          noticed.push(world.time)
          world.scheduler.notice(occasion)
        }
        await world.pass(60 * 60_000)
        expect(world.most).toBe(1)
        for (const at of noticed) expect(world.runs.some(({ began }) => began >= at)).toBe(true)
        for (const [index, run] of world.runs.entries()) {
          const before = world.runs[index - 1]
          if (before === undefined) continue
          const gap = run.began - before.began
          if (before.end.kind !== 'done' && run.occasion !== 'by-hand') expect(gap).toBeGreaterThanOrEqual(CALM_MS)
          if (before.occasion === 'write' && run.occasion === 'write')
            expect(gap).toBeGreaterThanOrEqual(WRITE_EVERY_MS)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('a write in good times is sent within half a second', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(800), { minLength: 1, maxLength: 40 }), async (waits) => {
        const world = new World()
        const written: number[] = []
        for (const wait of waits) {
          await world.pass(wait)
          written.push(world.time)
          world.scheduler.notice('write')
        }
        await world.pass(10_000)
        for (const at of written)
          expect(begins(world).some((began) => began >= at && began <= at + WRITE_EVERY_MS)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('a wait is between a second and five minutes', async () => {
    await fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: 0, max: 0.9999, noNaN: true }), (retry, random) => {
        const wait = backoffMs(retry, random)
        return wait >= 1000 && wait <= LAST_RETRY_MS
      }),
    )
  })
})
