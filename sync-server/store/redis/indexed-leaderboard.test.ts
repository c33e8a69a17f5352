import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { describeWithPostgres } from '../../../scripts/postgres/describe-with-postgres.ts'
import { describeWithRedis, type RedisUnderTest } from '../../../scripts/redis/describe-with-redis.ts'
import type { Handle } from '../../../shared/leaderboard/handle.ts'
import type { Standings } from '../../../shared/leaderboard/messages.ts'
import type { Period } from '../../../shared/leaderboard/period.ts'
import { newAccount, type Subject } from '../contract-subject.ts'
import { describeLeaderboard } from '../leaderboard-contract.ts'
import type { List } from '../leaderboard-port.ts'
import type { AccountId, Store } from '../ports.ts'
import { openPostgresStore } from '../postgres/postgres-store.ts'
import { openSqliteStore } from '../sqlite/sqlite-store.ts'
import { connectRedis } from './connect-redis.ts'
import { indexedLeaderboard } from './indexed-leaderboard.ts'
import { indexedStore } from './indexed-store.ts'
import { redisHealth } from './redis-health.ts'
import { type RedisLists, redisLists } from './redis-lists.ts'

const LIST: List = { board: 'steps', period: '2026-W48' as Period }
const QUESTION = { list: LIST, before: undefined, among: { scope: 'everyone' }, top: 100, around: 5 } as const

const newEpoch = () => crypto.randomUUID()
const fail = (error: unknown): never => {
  throw error
}

describeWithRedis('with a Redis', (running) => {
  const answers = { redis: 0, database: 0 }
  const indexed = (store: Store) =>
    indexedStore(store, {
      redis: running().bridge,
      newToken: () => crypto.randomUUID(),
      monotonicMs: () => performance.now(),
      onProblem: fail,
      onAnswer: (from) => {
        answers[from] += 1
      },
      pageSize: 7,
      isRequestBound: true,
    })

  describe('the leaderboards of a SQLite store, indexed', () => {
    const subject = contractSubject(async () => [openSqliteStore({ path: ':memory:', newEpoch })], indexed)
    describeLeaderboard(subject)
    it('came from Redis in the most part of all this', () => {
      expect(answers.redis).toBeGreaterThan(100)
    })
  })

  describeWithPostgres('and a Postgres', (postgres) => {
    describe('the leaderboards of two processes, indexed', () => {
      const open = async () => {
        const url = await postgres().createDatabase('indexed')
        return Promise.all([1, 2].map(() => openPostgresStore({ url, newEpoch, onProblem: fail })))
      }
      describeLeaderboard(contractSubject(open, indexed))
    })
  })

  describe('an index', () => describeIndex(running))
})

/** Stores whose lists are built as soon as something is published, and kept up from then on; and asked twice each time. */
function contractSubject(open: () => Promise<Store[]>, indexed: (store: Store) => Store): () => Subject {
  let subject: Subject | undefined
  const eager = (store: Store): Store => {
    const own = indexed(store)
    const { leaderboard } = own
    return {
      ...own,
      leaderboard: {
        ...leaderboard,
        async publish(account, scores, now) {
          const outcomes = await leaderboard.publish(account, scores, now)
          for (const { board, period } of scores)
            await leaderboard.standings(account, { ...QUESTION, list: { board, period } })
          return outcomes
        },
        async standings(account, question) {
          const first = await leaderboard.standings(account, question)
          expect(await leaderboard.standings(account, question)).toEqual(first)
          expect(await store.leaderboard.standings(account, question)).toEqual(first)
          return first
        },
      },
    }
  }
  const stores: Store[] = []
  beforeAll(async () => {
    stores.push(...(await open()))
    const [store, otherProcess] = stores.map(eager)
    if (store === undefined) throw new Error('there is no store')
    subject = { store, ...(otherProcess === undefined ? {} : { otherProcess }), dispose: async () => undefined }
  })
  afterAll(async () => {
    for (const store of stores) await store.close()
  })
  return () => subject ?? fail(new Error('the store is not open'))
}

function describeIndex(running: () => RedisUnderTest): void {
  async function setUp() {
    const store = openSqliteStore({ path: ':memory:', newEpoch })
    const state = { now: 0, isDown: false, redis: 0, database: 0, problems: 0 }
    const real = redisLists(connectRedis(running().bridge), newEpoch)
    const whileUp =
      <Values extends unknown[], Value>(call: (...values: Values) => Promise<Value>) =>
      async (...values: Values): Promise<Value> =>
        state.isDown ? fail(new Error('away')) : call(...values)
    const lists: RedisLists = {
      read: whileUp(real.read),
      put: whileUp(real.put),
      remove: whileUp(real.remove),
      drop: whileUp(real.drop),
      build: whileUp(real.build),
    }
    const leaderboard = indexedLeaderboard({
      leaderboard: store.leaderboard,
      lists,
      health: redisHealth(
        () => state.now,
        () => {
          state.problems += 1
        },
      ),
      pageSize: 3,
      isRequestBound: true,
      onAnswer: (from) => {
        state[from] += 1
      },
    })
    const players: { account: AccountId; handle: Handle }[] = []
    for (const name of ['ann', 'bob', 'cem', 'dee', 'eva']) {
      const account = await newAccount(store)
      await leaderboard.setHandle(account, name as Handle)
      await leaderboard.joinBoard(account, 'steps')
      players.push({ account, handle: name as Handle })
    }
    const put = async (index: number, score: number) =>
      leaderboard.publish(players[index]?.account as AccountId, [{ ...LIST, score }], 0)
    const look = async (rows: { top?: number; around?: number } = {}): Promise<Standings> => {
      const account = players[0]?.account as AccountId
      const question = { ...QUESTION, ...rows }
      const standings = await leaderboard.standings(account, question)
      expect(standings).toEqual(await store.leaderboard.standings(account, question))
      return standings.ok ? standings.value : fail(new Error(standings.failure))
    }
    const epoch = (await store.leaderboard.place(players[0]?.account as AccountId, LIST))?.epoch ?? ''
    for (const index of players.keys()) await put(index, index + 1)
    await look()
    return { store, leaderboard, lists, real, state, players, put, look, epoch }
  }
  const scores = ({ top }: Standings) => top.map(({ score }) => score)

  it('is built from the database when it is empty, and answers from then on', async () => {
    const { look, put, state } = await setUp()
    expect(state).toMatchObject({ redis: 0, database: 1 })
    expect(scores(await look())).toEqual([5, 4, 3, 2, 1])
    await put(0, 9)
    expect(scores(await look())).toEqual([9, 5, 4, 3, 2])
    expect(state).toMatchObject({ redis: 2, database: 1, problems: 0 })
  })

  it('that is killed and started again in the middle of it all loses nothing, and every answer is right', async () => {
    const { look, put, state } = await setUp()
    const { redis } = running()
    for (let round = 0; round < 3; round += 1) {
      await look()
      await redis.kill()
      for (const index of [0, 1, 2]) {
        await put(index, 100 * round + 10 * index)
        await look()
      }
      const before = state.redis
      await redis.start()
      state.now += 10_000
      await put(3, 1000 + round)
      await vi.waitFor(async () => {
        state.now += 10_000
        await look()
        expect(state.redis).toBeGreaterThan(before)
      })
      expect(scores(await look())[0]).toBe(1000 + round)
    }
    expect(state.problems).toBe(3)
  })

  it('that was away and kept what it had is not believed before it is built anew, whatever is looked at', async () => {
    const { look, put, state, leaderboard, players } = await setUp()
    state.isDown = true
    await put(4, 50)
    await put(1, 70)
    await leaderboard.leaveBoard(players[2]?.account as AccountId, 'steps')
    expect(scores(await look())).toEqual([70, 50, 4, 1])
    state.isDown = false
    state.now += 10_000
    // Of two rows alone, so that those that Redis has wrong are not among them.
    const few = { top: 1, around: 0 }
    for (let time = 0; time < 3; time += 1) expect(await look(few)).toMatchObject({ total: 4, own: { rank: 4 } })
    const before = state.redis
    expect(scores(await look(few))).toEqual([70])
    expect(scores(await look())).toEqual([70, 50, 4, 1])
    expect(state.redis).toBe(before + 2)
  })

  it('shows nobody whom the database does not know, and no score that it does not, and is mended where it does', async () => {
    const { look, real, epoch, state } = await setUp()
    await real.put(epoch, LIST, [
      { handle: 'ghost' as Handle, score: 99 },
      { handle: 'bob' as Handle, score: 98 },
    ])
    expect((await look()).top.map(({ handle }) => handle)).toEqual(['eva', 'dee', 'cem', 'bob', 'ann'])
    const { redis, database } = state
    expect(await look()).toMatchObject({ total: 5, own: { rank: 5 } })
    expect(state).toMatchObject({ redis: redis + 1, database })
  })

  it('that is being built when somebody leaves does not bring them back', async () => {
    const { real, epoch } = await setUp()
    const gone = { handle: 'gone' as Handle, score: 7 }
    const other: List = { board: 'sleep', period: LIST.period }
    const built = await real.build(epoch, other, async (after) => {
      if (after !== undefined) return []
      await real.remove(epoch, other, [gone.handle])
      return [gone]
    })
    expect(built).toBe(false)
    const question = { list: other, before: undefined, own: 'ann' as Handle, top: 9, around: 1 }
    expect(await real.read(epoch, question)).toEqual({ missing: other })
    expect(await real.build(epoch, other, async () => [])).toBe(true)
    expect(await real.read(epoch, question)).toMatchObject({ total: 0, top: [] })
  })

  it('is built by one at a time, and keeps what is published meanwhile', async () => {
    const { real, epoch } = await setUp()
    const other: List = { board: 'streak', period: LIST.period }
    const entry = (score: number) => ({ handle: 'ann' as Handle, score })
    const built = await real.build(epoch, other, async (after) => {
      if (after !== undefined) return []
      expect(await real.build(epoch, other, async () => [])).toBe(false)
      await real.put(epoch, other, [entry(8)])
      return [entry(2)]
    })
    expect(built).toBe(true)
    const question = { list: other, before: undefined, own: 'ann' as Handle, top: 9, around: 1 }
    expect(await real.read(epoch, question)).toMatchObject({ top: [entry(8)] })
  })

  it('of another database, or of the same before it was put back from a backup, is not looked at', async () => {
    const { real } = await setUp()
    const question = { list: LIST, before: undefined, own: 'ann' as Handle, top: 9, around: 1 }
    expect(await real.read('another epoch', question)).toEqual({ missing: LIST })
  })

  it('that lets nobody in is told of once, and the database answers', async () => {
    const store = openSqliteStore({ path: ':memory:', newEpoch })
    const problems: unknown[] = []
    const own = indexedStore(store, {
      redis: { ...running().bridge, token: 'wrong' },
      newToken: newEpoch,
      monotonicMs: () => performance.now(),
      onProblem: (error) => problems.push(error),
      isRequestBound: true,
    })
    const account = await newAccount(store)
    await own.leaderboard.setHandle(account, 'ann' as Handle)
    await own.leaderboard.joinBoard(account, 'steps')
    await own.leaderboard.publish(account, [{ ...LIST, score: 3 }], 0)
    for (let time = 0; time < 3; time += 1)
      expect(await own.leaderboard.standings(account, QUESTION)).toMatchObject({ value: { own: { score: 3 } } })
    expect(problems).toHaveLength(1)
    await own.close()
  })
}
