import { describe, expect, it, vi } from 'vitest'
import { jsonLog } from '../log.ts'
import type { JobStore } from '../store/jobs-port.ts'
import type { Job } from './job.ts'
import { jobRunner } from './run-jobs.ts'

const MINUTE = 60_000

/** What processes share. */
function sharedStore() {
  const slots = new Map<string, number>()
  const looks = vi.fn()
  const store: JobStore = {
    async slots() {
      looks()
      return new Map(slots)
    },
    async run(name, slot, work) {
      if ((slots.get(name) ?? -1) >= slot) return 'done-before'
      await work()
      slots.set(name, slot)
      return 'done'
    },
  }
  return { store, looks, slots }
}

function start(shared = sharedStore(), run: () => Promise<Record<string, number>> = async () => ({ sent: 2 })) {
  const clock = { now: 1_800_000_000_000 }
  const lines: string[] = []
  const runs: string[] = []
  const counted: string[] = []
  const jobOf = (name: Job['name'], everyMs: number): Job => ({
    name,
    everyMs,
    run: () => {
      runs.push(name)
      return run()
    },
  })
  const runner = jobRunner({
    jobs: [jobOf('reminders', MINUTE), jobOf('housekeeping', 60 * MINUTE)],
    store: shared.store,
    log: jsonLog(
      (line) => lines.push(line),
      () => new Date(0),
    ),
    onRun: (job, outcome) => counted.push(`${job} ${outcome}`),
    now: () => clock.now,
  })
  return { ...shared, clock, lines, runs, counted, runner }
}

describe('jobs', () => {
  it('run in each stretch of their clocks once, whoever looks how often', async () => {
    const shared = sharedStore()
    const [one, other] = [start(shared), start(shared)]
    for (let tick = 0; tick < 9; tick += 1) {
      for (const { runner, clock } of [one, other]) {
        await runner.runDue()
        clock.now += MINUTE / 3
      }
    }
    const runs = [...one.runs, ...other.runs]
    expect(runs.filter((name) => name === 'reminders')).toHaveLength(3)
    expect(runs.filter((name) => name === 'housekeeping')).toHaveLength(1)
  })

  it('that were missed are caught up once', async () => {
    const { runner, clock, runs } = start()
    await runner.runDue()
    clock.now += 5 * 60 * MINUTE
    await runner.runDue()
    await runner.runDue()
    expect(runs).toEqual(['reminders', 'housekeeping', 'reminders', 'housekeeping'])
  })

  it('are counted: done, caught up after a stretch in which nobody did them, or failed', async () => {
    const shared = sharedStore()
    const [one, other] = [start(shared), start(shared, () => Promise.reject(new Error('no network')))]
    await one.runner.runDue()
    one.clock.now += MINUTE
    other.clock.now += MINUTE
    await other.runner.runDue()
    expect(other.counted).toEqual(['reminders failed'])
    one.clock.now += MINUTE
    await one.runner.run('reminders')
    await one.runner.run('reminders')
    // Nobody caught up what this one has not heard of: another one has done it.
    const third = start(shared)
    third.clock.now += 3 * MINUTE
    await third.runner.run('reminders')
    expect(one.counted).toEqual(['reminders done', 'housekeeping done', 'reminders caught-up'])
    expect(third.counted).toEqual(['reminders done'])
  })

  it('ask the store for nothing while nothing is due', async () => {
    const { runner, looks } = start()
    await runner.runDue()
    const asked = looks.mock.calls.length
    await runner.runDue()
    expect(looks).toHaveBeenCalledTimes(asked)
  })

  it('that fail are told of without content, hold up no other, and run again', async () => {
    let broken = true
    const { runner, runs, lines } = start(sharedStore(), async () => {
      if (broken) throw Object.assign(new Error('endpoint secret'), { code: 'ECONNREFUSED' })
      return {}
    })
    await runner.runDue()
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain('"a job failed","job":"reminders"')
    expect(lines.join()).toContain('ECONNREFUSED')
    expect(lines.join()).not.toContain('secret')
    broken = false
    await runner.runDue()
    expect(runs).toEqual(['reminders', 'housekeeping', 'reminders', 'housekeeping'])
  })

  it('say in numbers what they did, and nothing where they did nothing', async () => {
    const busy = start()
    await busy.runner.runDue()
    expect(busy.lines[0]).toContain('"job done","job":"reminders","sent":2')
    const idle = start(sharedStore(), async () => ({ sent: 0 }))
    await idle.runner.runDue()
    expect(idle.lines).toEqual([])
  })

  it('are not looked at while the database does not answer, and then again', async () => {
    const shared = sharedStore()
    const { runner, lines, runs } = start({
      ...shared,
      store: {
        ...shared.store,
        slots: vi.fn(shared.store.slots).mockRejectedValueOnce(new Error('no connection')),
      },
    })
    await runner.runDue()
    expect(lines.join()).toContain('jobs were not looked at')
    await runner.runDue()
    expect(runs).toHaveLength(2)
  })

  it('run one at a time on one process, however slow they are', async () => {
    const { promise, resolve } = Promise.withResolvers<Record<string, number>>()
    const { runner, runs } = start(sharedStore(), () => promise)
    const first = runner.runDue()
    await runner.runDue()
    expect(runs).toEqual(['reminders'])
    resolve({})
    await first
  })

  it('run by name, and what was done already is not done again', async () => {
    const { runner, runs } = start()
    expect(await runner.run('reminders')).toBe('done')
    expect(await runner.run('reminders')).toBe('done-before')
    expect(await runner.run('weekly-wake-up')).toBeUndefined()
    expect(await runner.run('constructor')).toBeUndefined()
    expect(runs).toEqual(['reminders'])
  })
})
