import { afterAll, beforeAll, describe } from 'vitest'
import { findPostgres } from './find-binaries.ts'
import { type PrivatePostgres, startPrivatePostgres } from './private-postgres.ts'

/** Tests that need a Postgres: `tests` are given one that runs while they do. Where the machine has none, says so and skips. */
export function describeWithPostgres(name: string, tests: (postgres: () => PrivatePostgres) => void): void {
  const found = findPostgres()
  if (!found.ok) {
    console.warn(`Skipped: ${name}: ${found.failure}`)
    describe.skip(name, () => tests(unavailable)) // This machine has no Postgres, which the line above prints.
    return
  }
  describe(name, () => {
    let running: PrivatePostgres | undefined
    beforeAll(async () => {
      running = await startPrivatePostgres(found.value)
    }, 60_000)
    afterAll(() => running?.stop())
    tests(() => running ?? unavailable())
  })
}

function unavailable(): never {
  throw new Error('Postgres is not running')
}
