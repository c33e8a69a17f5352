import type { Store } from '../ports.ts'
import { connectRedis, type RedisAddress } from './connect-redis.ts'
import { type IndexedOptions, indexedLeaderboard } from './indexed-leaderboard.ts'
import { redisHealth } from './redis-health.ts'
import { redisLists } from './redis-lists.ts'

export interface IndexedStoreOptions extends Pick<IndexedOptions, 'isRequestBound' | 'pageSize'> {
  readonly redis: RedisAddress
  readonly newToken: () => string
  readonly monotonicMs: () => number
  /** Told when Redis stops answering. The error may hold what was asked, scores and handles: its name is for a log, no more. */
  readonly onProblem: (error: unknown) => void
  readonly onAnswer?: IndexedOptions['onAnswer']
}

/** The same store, with its leaderboards indexed in a Redis. */
export function indexedStore(store: Store, options: IndexedStoreOptions): Store {
  const { redis, newToken, monotonicMs, onProblem, onAnswer = () => undefined, ...rest } = options
  const leaderboard = indexedLeaderboard({
    leaderboard: store.leaderboard,
    lists: redisLists(connectRedis(redis), newToken),
    health: redisHealth(monotonicMs, onProblem),
    onAnswer,
    ...rest,
  })
  return {
    ...store,
    leaderboard,
    sync: {
      ...store.sync,
      async deleteAccount(account) {
        await leaderboard.removePlayer(account)
        await store.sync.deleteAccount(account)
      },
    },
  }
}
