import { afterAll, beforeAll, describe } from 'vitest'
import { describeAccounts } from './http-account-contract.ts'
import { describeCoach } from './http-coach-contract.ts'
import type { RunningServer, StartServer } from './http-contract-subject.ts'
import { describeEvents } from './http-events-contract.ts'
import { describeExchange } from './http-exchange-contract.ts'
import { describeHostility } from './http-hostile-contract.ts'
import { describeLeaderboards } from './http-leaderboard-contract.ts'
import { describeOwnership } from './http-ownership-contract.ts'

/** For those that have a runtime and a database to start first. */
const STARTS_WITHIN_MS = 60_000

/** What every server does, whatever it runs on and keeps its data in. Speaks to it by HTTP alone. */
export function describeServer(name: string, start: StartServer): void {
  describe(name, () => {
    let server: RunningServer | undefined
    beforeAll(async () => {
      server = await start()
    }, STARTS_WITHIN_MS)
    afterAll(() => server?.stop())
    const url = () => {
      if (server === undefined) throw new Error('the server is not running')
      return server.url
    }
    describe('exchange', () => describeExchange(url, start))
    describe('events', () => describeEvents(url))
    describe('accounts', () => describeAccounts(url, start))
    describe('what an account owns', () => describeOwnership(url))
    describe('leaderboards', () => describeLeaderboards(url))
    describe('turns with an agent', () => describeCoach(start))
    describe('hostile requests', () => describeHostility(url))
  })
}
