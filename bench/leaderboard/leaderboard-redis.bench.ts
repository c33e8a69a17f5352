import { Redis } from '@upstash/redis/cloudflare'
import { findRedis } from '../../scripts/redis/find-redis.ts'
import { startPrivateRedis } from '../../scripts/redis/private-redis.ts'
import { startUpstashBridge } from '../../scripts/redis/upstash-bridge.ts'
import type { Period } from '../../shared/leaderboard/period.ts'
import { indexedStore } from '../../sync-server/store/redis/indexed-store.ts'
import type { Bench } from '../bench.ts'
import { median, quantile } from '../statistics.ts'
import { filledStore } from './filled-store.ts'

const FEW = { board: 'steps', period: '2026-11' as Period, players: 10_000 } as const
const MANY = { board: 'steps', period: 'all' as Period, players: 1_000_000 } as const
const [TOP, AROUND] = [100, 5]
const READS = 300
const ROUNDS = 7
const [OVER_BARE, GROWTH] = ['leaderboard-redis-p99-over-bare', 'leaderboard-redis-p99-growth']

/**
 * Rank, neighbours, total and the top 100 of a random player, from Redis with 1 000 000 and with 10 000 scores in turns, each
 * beside a bare pipeline of the same commands over the same HTTP. Ours also asks SQLite whether each row is true.
 */
export const leaderboardRedisBench: Bench = async () => {
  const program = findRedis()
  if (!program.ok) return [OVER_BARE, GROWTH].map((name) => ({ name, skipped: program.failure }))
  const redis = await startPrivateRedis(program.value)
  const bridge = await startUpstashBridge(redis.port)
  const filled = await filledStore([FEW, MANY])
  let answered = 0
  const indexed = indexedStore(filled.store, {
    redis: bridge,
    newToken: () => crypto.randomUUID(),
    monotonicMs: () => performance.now(),
    onProblem: (error) => {
      throw error
    },
    isRequestBound: true,
    onAnswer: (from) => {
      answered += Number(from === 'redis')
    },
  })
  const ask = async (list: typeof FEW | typeof MANY, n: number) =>
    indexed.leaderboard.standings(filled.account(n), {
      list,
      before: undefined,
      among: { scope: 'everyone' },
      top: TOP,
      around: AROUND,
    })
  const client = new Redis({ ...bridge, automaticDeserialization: false, responseEncoding: false })
  const figures = { many: [] as number[], bare: [] as number[], few: [] as number[] }
  const from = performance.now()
  for (const list of [FEW, MANY]) await ask(list, 0)
  const built = performance.now() - from

  for (let round = 0; round <= ROUNDS; round += 1) {
    const reads: { n: number; pipeline: ReturnType<Redis['pipeline']> }[] = []
    for (let read = 0; read < READS; read += 1) {
      const n = Math.floor(Math.random() * FEW.players)
      reads.push({ n, pipeline: await barePipeline(client, filled.handle(n)) })
    }
    for (const { n, pipeline } of reads) {
      const many = await timed(() => ask(MANY, n))
      const bare = await timed(() => pipeline.exec())
      const few = await timed(() => ask(FEW, n))
      // The first round finds nothing compiled.
      if (round === 0) continue
      figures.many.push(many)
      figures.bare.push(bare)
      figures.few.push(few)
    }
  }
  if (answered < 2 * READS * ROUNDS) throw new Error('not all of it came from Redis')
  await filled.close()
  await bridge.stop()
  await redis.stop()
  // Of all rounds together: of one of them the 99th percentile is its third worst time, which is chance.
  const [many, least, few] = [figures.many, figures.bare, figures.few].map((times) => quantile(times, 0.99))
  const [usualMany, usualBare, usualFew] = [figures.many, figures.bare, figures.few].map(median)
  const text = (...times: (number | undefined)[]) => times.map((time = 0) => time.toFixed(1)).join(', ')
  const detail = `ms of 1 000 000, bare, of 10 000: ${text(many, least, few)}; their medians ${text(usualMany, usualBare, usualFew)}`
  return [
    {
      name: OVER_BARE,
      value: (many ?? 0) / (least ?? 0),
      detail: `${detail}; built in ${(built / 1000).toFixed(0)} s`,
    },
    { name: GROWTH, value: (many ?? 0) / (few ?? 0), detail },
  ]
}

/** The commands of one reading as a pipeline, of which the place and the scores to count are known beforehand. */
async function barePipeline(client: Redis, own: string): Promise<ReturnType<Redis['pipeline']>> {
  const list = `ownit:{epoch}:steps:${MANY.period}`
  const at = (await client.zrank(list, own)) ?? 0
  const range = [Math.max(0, at - AROUND), at + AROUND] as const
  const near = await client.zrange<string[]>(list, ...range, { withScores: true })
  const scores = [...new Set(near.filter((_, index) => index % 2 === 1))]
  const pipeline = client.pipeline()
  pipeline.exists(`${list}:built`)
  pipeline.zrange(list, 0, TOP - 1, { withScores: true })
  pipeline.zrank(list, own)
  pipeline.zrange(list, ...range, { withScores: true })
  for (const score of scores) pipeline.zcount(list, '-inf', `(${Number(score)}`)
  pipeline.zcard(list)
  return pipeline
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
