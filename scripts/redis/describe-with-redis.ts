import { afterAll, beforeAll, describe } from 'vitest'
import { findRedis } from './find-redis.ts'
import { type PrivateRedis, startPrivateRedis } from './private-redis.ts'
import { startUpstashBridge, type UpstashBridge } from './upstash-bridge.ts'

export interface RedisUnderTest {
  readonly redis: PrivateRedis
  readonly bridge: UpstashBridge
}

/** Tests that need a Redis: `tests` are given one that runs while they do. Where the machine has none, says so and skips. */
export function describeWithRedis(name: string, tests: (redis: () => RedisUnderTest) => void): void {
  const found = findRedis()
  if (!found.ok) {
    console.warn(`Skipped: ${name}: ${found.failure}`)
    describe.skip(name, () => tests(unavailable)) // This machine has no Redis, which the line above prints.
    return
  }
  describe(name, () => {
    let running: RedisUnderTest | undefined
    beforeAll(async () => {
      const redis = await startPrivateRedis(found.value)
      running = { redis, bridge: await startUpstashBridge(redis.port) }
    }, 60_000)
    afterAll(async () => {
      await running?.bridge.stop()
      await running?.redis.stop()
    })
    tests(() => running ?? unavailable())
  })
}

function unavailable(): never {
  throw new Error('Redis is not running')
}
