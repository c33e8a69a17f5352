import { afterAll, beforeAll, describe } from 'vitest'
import type { Subject } from './contract-subject.ts'
import { describeExchange } from './exchange-contract.ts'

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
  })
}
