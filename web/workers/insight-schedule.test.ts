import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AFTER_FAILURE_MS,
  IMPORT_WAIT_MS,
  LONG_QUIET_MS,
  LONGEST_WAIT_MS,
  LookSchedule,
  QUIET_MS,
} from './insight-schedule.ts'

const DAY_TURNS_MS = 3_600_000

/** A schedule whose clock goes when the test says so. */
function world() {
  const state = { now: 0, importing: false, fails: false, looks: [] as number[], problems: 0, takesMs: 0 }
  let timers: { readonly at: number; readonly ring: () => void }[] = []
  const settle = async () => {
    for (let turn = 0; turn < 8; turn++) await Promise.resolve()
  }
  const setTimer = (ring: () => void, ms: number) => {
    const timer = { at: state.now + ms, ring }
    timers.push(timer)
    return () => {
      timers = timers.filter((other) => other !== timer)
    }
  }
  const schedule = new LookSchedule({
    now: () => state.now,
    setTimer,
    isImporting: async () => state.importing,
    look: async () => {
      state.looks.push(state.now)
      if (state.takesMs > 0) await new Promise<void>((done) => setTimer(done, state.takesMs))
      if (state.fails) throw new Error('no')
      return DAY_TURNS_MS
    },
    onProblem: () => {
      state.problems++
    },
  })
  /** Lets so many ms pass. */
  const pass = async (ms: number) => {
    const until = state.now + ms
    await settle()
    for (;;) {
      const [next] = timers.toSorted((a, b) => a.at - b.at)
      if (next === undefined || next.at > until) break
      timers = timers.filter((other) => other !== next)
      state.now = Math.max(state.now, next.at)
      next.ring()
      await settle()
    }
    state.now = until
  }
  return { state, schedule, pass }
}

describe('when the worker looks', () => {
  it('at once when the page comes into sight, soon after a value, and when the day may turn', async () => {
    const { state, schedule, pass } = world()
    schedule.see(true)
    await pass(10)
    expect(state.looks).toEqual([0])
    schedule.written(false)
    await pass(1000)
    expect(state.looks).toEqual([0, 10 + QUIET_MS])
    await pass(DAY_TURNS_MS)
    expect(state.looks).toHaveLength(3)
  })

  it('once for what is typed in one go, and a second after the last of what can wait', async () => {
    const { state, schedule, pass } = world()
    schedule.see(true)
    await pass(100)
    for (let key = 0; key < 5; key++) {
      schedule.written(false)
      await pass(QUIET_MS / 2)
    }
    await pass(QUIET_MS)
    expect(state.looks).toHaveLength(2)
    schedule.written(true)
    schedule.written(false)
    await pass(LONG_QUIET_MS - 1)
    expect(state.looks).toHaveLength(2)
    await pass(1)
    expect(state.looks).toHaveLength(3)
  })

  it('not while the page is out of sight, and then once for all that was written', async () => {
    const { state, schedule, pass } = world()
    schedule.written(false)
    schedule.written(true)
    await pass(DAY_TURNS_MS)
    expect(state.looks).toEqual([])
    schedule.see(true)
    await pass(LONG_QUIET_MS)
    expect(state.looks).toHaveLength(1)
    schedule.see(false)
    await pass(2 * DAY_TURNS_MS)
    expect(state.looks).toHaveLength(1)
  })

  it('not during an import, and soon after it', async () => {
    const { state, schedule, pass } = world()
    state.importing = true
    schedule.see(true)
    await pass(60_000)
    expect(state.looks).toEqual([])
    state.importing = false
    await pass(IMPORT_WAIT_MS)
    expect(state.looks).toHaveLength(1)
  })

  it('in the end also under writes without end, and after a failure again', async () => {
    const { state, schedule, pass } = world()
    schedule.see(true)
    await pass(10)
    for (let wrote = 0; wrote < 80; wrote++) {
      schedule.written(true)
      await pass(LONG_QUIET_MS / 2)
    }
    expect(state.looks).toHaveLength(2)
    expect(state.looks[1]).toBe(10 + LONGEST_WAIT_MS)
    await pass(LONG_QUIET_MS)
    expect(state.looks).toHaveLength(3)
    state.fails = true
    schedule.written(false)
    await pass(QUIET_MS)
    expect(state.problems).toBe(1)
    await pass(AFTER_FAILURE_MS)
    expect(state.problems).toBe(2)
  })

  it('nothing that was written stays unseen, and no look begins before the one before it ends', async () => {
    const event = fc.oneof(
      fc.boolean().map((many) => ({ kind: 'written' as const, many })),
      fc.boolean().map((visible) => ({ kind: 'see' as const, visible })),
      fc.boolean().map((importing) => ({ kind: 'import' as const, importing })),
      fc.nat(3000).map((ms) => ({ kind: 'pass' as const, ms })),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40 }), fc.nat(500), async (events, takesMs) => {
        const { state, schedule, pass } = world()
        state.takesMs = takesMs
        let wroteAt = 0
        for (const happens of events) {
          if (happens.kind === 'written') {
            schedule.written(happens.many)
            wroteAt = state.now
          } else if (happens.kind === 'see') schedule.see(happens.visible)
          else if (happens.kind === 'import') state.importing = happens.importing
          else await pass(happens.ms)
        }
        state.importing = false
        schedule.see(true)
        await pass(LONG_QUIET_MS + IMPORT_WAIT_MS + 2 * takesMs)
        expect(state.looks.at(-1)).toBeGreaterThanOrEqual(wroteAt)
        for (const [index, at] of state.looks.entries())
          if (index > 0) expect(at).toBeGreaterThanOrEqual((state.looks[index - 1] ?? 0) + takesMs)
      }),
    )
  })
})
