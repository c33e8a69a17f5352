import type { Period } from '../../shared/leaderboard/period.ts'
import type { Bench } from '../bench.ts'
import { median, quantile } from '../statistics.ts'
import { filledStore } from './filled-store.ts'

const PLAYERS = 100_000
const LIST = { board: 'steps', period: '2026-W48' as Period, players: PLAYERS } as const
const BEFORE = { board: 'steps', period: '2026-W47' as Period, players: PLAYERS } as const
const READS = 500
const UPDATES = 2000
const ROUNDS = 5

/**
 * On SQLite with 100 000 scores: rank, rank of last week, neighbours, total and the top 100 of a random player; and 2 000 scores,
 * each published in a transaction of its own by a random player, of which most move from one bucket to another.
 */
export const leaderboardSqlBench: Bench = async () => {
  const { store, account, close } = await filledStore([BEFORE, LIST])
  const random = (below: number) => Math.floor(Math.random() * below)
  const [reads, updates]: [number[], number[]] = [[], []]
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times: number[] = []
    for (let read = 0; read < READS; read += 1) {
      const from = performance.now()
      const standings = await store.leaderboard.standings(account(random(PLAYERS)), {
        list: LIST,
        before: BEFORE,
        among: { scope: 'everyone' },
        top: 100,
        around: 5,
      })
      times.push(performance.now() - from)
      if (!standings.ok || standings.value.total !== PLAYERS || standings.value.own?.rankBefore === undefined)
        throw new Error('the standings are not those of everyone')
    }
    const from = performance.now()
    for (let update = 0; update < UPDATES; update += 1) {
      const scores = [{ board: LIST.board, period: LIST.period, score: random(150_000) }]
      await store.leaderboard.publish(account(random(PLAYERS)), scores, update)
    }
    const taken = performance.now() - from
    // The first round finds nothing compiled.
    if (round === 0) continue
    reads.push(quantile(times, 0.99))
    updates.push(taken)
  }
  await close()
  return [
    { name: 'leaderboard-sql-p99', value: median(reads), detail: reads.map((time) => time.toFixed(1)).join(' ') },
    {
      name: 'leaderboard-2000-updates',
      value: median(updates),
      detail: `${((UPDATES / median(updates)) * 1000).toFixed(0)} a second`,
    },
  ]
}
