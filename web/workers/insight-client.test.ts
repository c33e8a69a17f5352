import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addDays } from '../../shared/calendar/civil-date.ts'
import { BUILT_IN_METRICS, SLEEP, STEPS } from '../../shared/metric/catalogue.ts'
import { seededRandom } from '../../shared/random/seeded-random.ts'
import { answerFigures, NO_MEMORY } from '../coach/answer.ts'
import { analyse } from '../insight/analyse.ts'
import { fieldsOfExperiment } from '../insight/experiment/experiment.ts'
import { lockOf } from '../insight/experiment/lock.ts'
import type { ExperimentPlan } from '../insight/experiment/plan.ts'
import { METHOD_VERSION } from '../insight/method-version.ts'
import type { Edit } from '../store/change.ts'
import { commit } from '../store/commit.ts'
import { readSeries } from '../store/day-values.ts'
import { dayEdit } from '../store/days.ts'
import { dismissEdit } from '../store/dismissals.ts'
import { experimentEdit } from '../store/experiments.ts'
import { type Insights, readInsights } from '../store/insight-cache.ts'
import { date, good, START, testDatabase } from '../store/test-database.ts'
import { coachClient } from './coach-client.ts'
import { createInsightClient, type InsightPort, LONGEST_HORIZON } from './insight-client.ts'
import { insightEngine } from './insight-engine.ts'
import { InsightService } from './insight-service.ts'

const TODAY = date('2026-11-23')
/** Soon, unless the machine is busy with other tests. */
const SOON = { timeout: 15_000, interval: 5 }

/** A client and a service joined without a thread: messages are copied as a worker's are. */
function joined(db = testDatabase().db) {
  const listeners = new Map<string, (event: { readonly data?: unknown; readonly message?: string }) => void>()
  const state = { importing: false, looks: 0, analysed: 0, problems: [] as string[] }
  const engine = insightEngine()
  const service = new InsightService({
    db,
    engine: {
      ...engine,
      analyse: (series, options) => {
        state.analysed++
        return engine.analyse(series, options)
      },
    },
    setTimer: (ring, ms) => {
      const timer = setTimeout(ring, ms)
      return () => clearTimeout(timer)
    },
    isImporting: async () => state.importing,
    alone: async (work) => {
      await work()
      state.looks++
    },
    pause: () => new Promise((resolve) => setTimeout(resolve)),
    send: (response) => {
      const data: unknown = structuredClone(response)
      queueMicrotask(() => listeners.get('message')?.({ data }))
    },
  })
  const port: InsightPort = {
    postMessage: (message: unknown) => service.receive(structuredClone(message)),
    addEventListener: (type: string, listener: unknown) => {
      if (typeof listener === 'function') listeners.set(type, (event) => void listener(event))
    },
    terminate: () => undefined,
  }
  const client = createInsightClient(port, (message) => state.problems.push(message))
  const fail = (message: string) => listeners.get('error')?.({ message })
  return { db, client, state, fail }
}

/** Days before TODAY on which more sleep goes with more steps. */
function days(count: number, leastSleep = 6): Edit[] {
  const random = seededRandom(7)
  return Array.from({ length: count }, (_, index) => {
    const sleep = leastSleep + 3 * random()
    const fields = {
      sleep,
      'steps@phone': Math.round(3000 + 1200 * sleep + 3000 * random()),
      weight: 70 + random(),
      calories: Math.round(2000 + 400 * random()),
    }
    return { collection: 'day', id: addDays(TODAY, index - count), fields }
  })
}

const write = async (db: Parameters<typeof commit>[0], ...edits: Edit[]) =>
  good(await commit(db, { kind: 'edit', label: 'x', edits }))

const kept = async (db: Parameters<typeof readInsights>[0], is: (insights: Insights) => boolean = () => true) =>
  vi.waitFor(async () => {
    const insights = await readInsights(db, METHOD_VERSION)
    if (insights === undefined || !is(insights)) throw new Error('not yet')
    return insights
  }, SOON)

const clients: { close: () => void }[] = []
const opened = (...args: Parameters<typeof joined>) => {
  const world = joined(...args)
  clients.push({ close: () => world.client.see(false) })
  return world
}
const withDays = async (...of: Parameters<typeof days>) => {
  const { db } = testDatabase()
  await write(db, ...days(...of))
  return opened(db)
}
afterEach(() => {
  for (const { close } of clients.splice(0)) close()
})

describe('the insight worker', { timeout: 30_000 }, () => {
  it('keeps what the analysis says of the stored days, with what was found first marked as new', async () => {
    const { db, client } = await withDays(200)
    client.see(true)
    const insights = await kept(db)
    const series = await readSeries(db, BUILT_IN_METRICS, addDays(TODAY, -200), TODAY)
    const expected = analyse(
      series.filter(({ values }) => values.some((value) => !Number.isNaN(value))),
      { today: TODAY },
    )
    expect(insights.analysis.findings.map(({ caveats: _, ...finding }) => finding)).toEqual(
      expected.findings.map(({ caveats: _, ...finding }) => finding),
    )
    expect(insights.analysis.findings.length).toBeGreaterThan(0)
    expect(insights.analysis.findings.every(({ caveats }) => caveats.includes('new'))).toBe(true)
    expect({ ...insights.analysis, findings: [] }).toEqual({ ...expected, findings: [] })
    expect(insights.runs).toMatchObject([{ week: TODAY, on: TODAY, days: 200 }])
    expect(insights.madeAt).toBe(START)
  })

  it('a day written anywhere changes what is kept, and what changes nothing is not worked out again', async () => {
    const { db, client, state } = await withDays(120)
    client.see(true)
    const before = await kept(db)
    await write(db, dayEdit(addDays(TODAY, -1), STEPS.id, 30_000))
    const after = await kept(db, ({ fingerprint }) => fingerprint !== before.fingerprint)
    expect(after.analysis).not.toEqual(before.analysis)
    expect(state.analysed).toBe(2)

    // The theme is no day, and of today, which is not over, it counts only that there is something.
    await write(db, { collection: 'profile', id: 'me', fields: { theme: 'dark' } })
    await vi.waitFor(() => expect(state.looks).toBe(3), SOON)
    expect(state.analysed).toBe(2)
    await write(db, dayEdit(TODAY, STEPS.id, 1))
    await vi.waitFor(() => expect(state.analysed).toBe(3), SOON)
    // While today's value is typed nothing is looked at, and once after that.
    for (const typed of [1, 12, 123]) await write(db, dayEdit(TODAY, STEPS.id, typed))
    expect(state.looks).toBe(4)
    await vi.waitFor(() => expect(state.looks).toBe(5), SOON)
    expect(state.analysed).toBe(3)
  })

  it('a second page finds the work done, and only gets ready for its first edit', async () => {
    const { db, client } = await withDays(60)
    client.see(true)
    await kept(db)
    const other = opened(db)
    other.client.see(true)
    await vi.waitFor(() => expect(other.state.looks).toBe(1), SOON)
    expect(other.state.analysed).toBe(0)
    // Only later, so that its own first edit is quick.
    await vi.waitFor(() => expect(other.state.analysed).toBe(1), SOON)
    expect(other.state.looks).toBe(1)
  })

  it('findings of two weekly runs are no longer new, also after a reload', async () => {
    const world = testDatabase()
    await write(world.db, ...days(200))
    const first = opened(world.db)
    first.client.see(true)
    await kept(world.db)
    first.client.see(false)
    world.time = START + 7 * 86_400_000
    opened(world.db).client.see(true)
    const week = addDays(TODAY, 7)
    const insights = await kept(world.db, ({ analysis }) => analysis.today === week)
    expect(insights.runs.map(({ week: monday }) => monday)).toEqual([TODAY, week])
    expect(insights.analysis.findings.some(({ caveats }) => !caveats.includes('new'))).toBe(true)
  })

  it('does nothing out of sight or during an import', async () => {
    const { db, client, state } = await withDays(30)
    state.importing = true
    client.see(true)
    await new Promise((resolve) => setTimeout(resolve, 100))
    client.see(false)
    state.importing = false
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(state.looks).toBe(0)
    client.see(true)
    await kept(db)
  })

  it('answers what the coach is asked from the days as they are, a moment after they were written', async () => {
    const { db, client } = await withDays(30)
    const coach = coachClient(client, 'en-GB')
    await write(db, dayEdit(addDays(TODAY, -1), STEPS.id, 12_345))
    const first = await coach.ask('How many steps did I walk yesterday?', NO_MEMORY)
    expect(answerFigures(first.answer)).toContainEqual(expect.objectContaining({ value: 12_345, unit: 'steps' }))
    await write(db, dayEdit(addDays(TODAY, -2), STEPS.id, 4321))
    const { answer } = await coach.ask('and the day before yesterday?', first.memory)
    expect(answerFigures(answer)).toContainEqual(expect.objectContaining({ value: 4321 }))
    const { value, hash, asOf } = await coach.context(false)
    expect([JSON.parse(value).as_of, asOf]).toEqual([TODAY, TODAY])
    expect(hash).toBe(Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(value))).toString('base64url'))
    expect(await coach.begin()).toContain('How am I doing?')
    await expect(client.coach({ kind: 'nonsense' })).rejects.toThrow()
  })

  it('answers a comparison and a forecast about the days as they are, and says where there are too few', async () => {
    const { client } = await withDays(120)
    const period = { from: addDays(TODAY, -28), to: addDays(TODAY, -1), against: 'period-before' as const }
    expect(await client.compare({ metric: STEPS.id, ...period })).toMatchObject({ metric: 'steps', period: { n: 28 } })
    expect(await client.compare({ metric: 'mood', ...period })).toMatchObject({ reason: 'too-few-days', n: 0 })
    const ahead = await client.forecast({ metric: SLEEP.id, horizon: 7 })
    expect(ahead).toMatchObject({ kind: 'forecast', metric: 'sleep' })
    expect('mean' in ahead && ahead.mean).toHaveLength(7)
    expect(await client.forecast({ metric: 'mood', horizon: 7 })).toMatchObject({ kind: 'not-enough-data' })
  })

  it('says when a goal is reached, the same for the same days', async () => {
    const { client } = await withDays(120)
    const goal = { metric: STEPS.id, target: 9000, reach: 'at-least', seed: 1 } as const
    const projected = await client.project(goal)
    expect(projected).toMatchObject({ kind: 'goal-projection', metric: 'steps', target: 9000, onCourse: true })
    expect(await client.project(goal)).toEqual(projected)
    expect(await client.project({ ...goal, target: 90_000 })).toMatchObject({ onCourse: false })
    expect(await client.project({ ...goal, metric: 'mood' })).toMatchObject({ kind: 'not-enough-data' })
  })

  it('refuses what is out of bounds before it is sent on', async () => {
    const { client } = opened()
    await expect(client.forecast({ metric: STEPS.id, horizon: LONGEST_HORIZON + 1 })).rejects.toThrow('horizon')
    await expect(client.shuffle({ runs: 10_000, seed: 1 })).rejects.toThrow('runs')
  })

  it('counts what chance makes, tells how far it is, and stops when it is called off', async () => {
    const { client } = await withDays(90)
    const told: number[] = []
    const result = await client.shuffle({ runs: 5, seed: 3 }, { onProgress: ({ done }) => told.push(done) })
    expect(result).toMatchObject({ runs: 5 })
    expect(result.found).toBeGreaterThan(0)
    expect(result.mean).toBeLessThan(1)
    expect(told).toEqual([1, 2, 3, 4, 5])

    const controller = new AbortController()
    const called = client.shuffle(
      { runs: 200, seed: 3 },
      { signal: controller.signal, onProgress: () => controller.abort(new Error('called off')) },
    )
    await expect(called).rejects.toThrow('called off')
    expect(await client.forecast({ metric: STEPS.id, horizon: 1 })).toMatchObject({ kind: 'forecast' })
  })

  it('tells of the last whole week once there was a look, without what was put aside', async () => {
    const { db, client } = await withDays(200, 3)
    expect(await client.report()).toBeNull()
    client.see(true)
    const { risks, analysis } = await kept(db)
    const report = await client.report()
    expect(report).toMatchObject({
      from: addDays(TODAY, -7),
      to: addDays(TODAY, -1),
      streak: { longest: 200 },
      newFindings: analysis.findings,
      keptFindings: [],
      risks,
    })
    expect(report?.metrics.map(({ metric, recorded }) => [metric, recorded])).toEqual([
      ['weight', 7],
      ['steps', 7],
      ['sleep', 7],
      ['calories', 7],
    ])
    const [gravest] = risks
    if (gravest === undefined) throw new Error('These days were to hold a risk')
    await write(db, dismissEdit(gravest.id, TODAY))
    expect((await client.report())?.risks).toEqual(risks.slice(1))
  })

  it('tells what an experiment came to, or why it cannot yet', async () => {
    const { db, client } = await withDays(100)
    const plan: ExperimentPlan = {
      version: 1,
      outcome: STEPS.id,
      change: 'walk to work',
      usual: 'take the bus',
      start: addDays(TODAY, -90),
      blockDays: 7,
      washOutDays: 1,
      pairs: 6,
      smallestEffect: 500,
      seed: 5,
      test: 'sign-flips',
    }
    const lock = await lockOf(plan, (bytes) => crypto.subtle.digest('SHA-256', bytes))
    const begin = (id: string, begun: ExperimentPlan) => write(db, experimentEdit(id, fieldsOfExperiment(begun, lock)))
    await begin('over', plan)
    expect(await client.experiment({ experiment: 'over' })).toMatchObject({ kind: 'experiment-result', pairs: 6 })
    await begin('changed', { ...plan, outcome: SLEEP.id })
    expect(await client.experiment({ experiment: 'changed' })).toMatchObject({ reason: 'plan-changed' })
  })

  it('says what went wrong: an experiment that is gone, a look that failed, a worker that did not load', async () => {
    const { db, client, state, fail } = await withDays(3)
    await expect(client.experiment({ experiment: 'gone' })).rejects.toThrow('no longer there')
    db.close({ disableAutoOpen: true })
    client.see(true)
    await vi.waitFor(() => expect(state.problems).toHaveLength(1), SOON)
    const waiting = client.forecast({ metric: STEPS.id, horizon: 1 })
    fail('')
    await expect(waiting).rejects.toThrow()
    expect(state.problems.at(-1)).toBe('The insight worker failed.')
  })
})
