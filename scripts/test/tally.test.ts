import { describe, expect, it } from 'vitest'
import { closingLine, sum, tallyOfPlaywright, tallyOfStep, tallyOfVitest } from './tally.ts'

const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] }
const playwright = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] }

describe('the count of a test run', () => {
  it('takes a step by how it ended', () => {
    expect(tallyOfStep(0)).toEqual({ passed: 1, failed: 0, skipped: 0 })
    expect(tallyOfStep(2)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  it('takes each report by its own words', () => {
    expect(tallyOfVitest(vitest, 1)).toEqual({ passed: 5, failed: 1, skipped: 3 })
    expect(tallyOfPlaywright(playwright, 1)).toEqual({ passed: 7, failed: 2, skipped: 2 })
  })

  it('takes a file that could not be loaded as a failure', () => {
    const broken = { ...vitest, numFailedTests: 0, testResults: [{ status: 'failed', assertionResults: [] }] }
    expect(tallyOfVitest(broken, 1).failed).toBe(1)
    expect(tallyOfPlaywright({ ...playwright, errors: [{}] }, 1).failed).toBe(3)
  })

  it('never counts a run that ended badly, or left no report, as clean', () => {
    expect(tallyOfVitest({ ...vitest, numFailedTests: 0 }, 1).failed).toBe(1)
    expect(tallyOfVitest(undefined, 0).failed).toBe(1)
    expect(tallyOfPlaywright({}, 0).failed).toBe(1)
  })

  it('ends in one line', () => {
    expect(closingLine(sum([tallyOfStep(0), tallyOfVitest(vitest, 1)]))).toBe('6 passed, 1 failed, 3 skipped')
    expect(closingLine(sum([tallyOfStep(0)]))).toBe('1 passed, 0 failed')
  })
})
