import { afterAll, beforeAll, describe } from 'vitest'
import { describeAccounts } from './account-contract.ts'
import { describeCoach } from './coach-contract.ts'
import type { Subject } from './contract-subject.ts'
import { describeExchange } from './exchange-contract.ts'
import { describeHistories } from './history-contract.ts'
import { describeJobs } from './jobs-contract.ts'
import { describeLeaderboard } from './leaderboard-contract.ts'
import { describePokes } from './pokes-contract.ts'
import { describePush } from './push-contract.ts'

/** What every store does, whatever it keeps its data in. */
export function describeStore(name: string, open: () => Promise<Subject>): void {
  describe(name, () => {
    let subject: Subject | undefined
    beforeAll(async () => {
      subject = await open()
    })
    afterAll(() => subject?.dispose())
    const opened = () => {
      if (subject === undefined) throw new Error('the store is not open')
      return subject
    }
    describe('exchange', () => describeExchange(opened))
    describe('histories', () => describeHistories(opened))
    describe('accounts', () => describeAccounts(opened))
    describe('pokes', () => describePokes(opened))
    describe('leaderboards', () => describeLeaderboard(opened))
    describe('reminders', () => describePush(opened))
    describe('turns with an agent', () => describeCoach(opened))
    describe('jobs', () => describeJobs(opened))
  })
}
