import { describe, expect, it } from 'vitest'
import { errorForLog } from './error-for-log.ts'

describe('what a log says of an error', () => {
  it('is its kind, code and place, and those of its cause, without a word of the messages', () => {
    const cause = Object.assign(new RangeError('insert failed: jo@example.org'), { code: 'SQLITE_CONSTRAINT' })
    const text = errorForLog(new Error('Failed query: params: jo@example.org,hunter2\n    at secret', { cause }))
    expect(text).toMatch(/^Error\n\s+at .*error-for-log\.test\.ts/)
    expect(text).toContain('caused by RangeError SQLITE_CONSTRAINT\n')
    expect(text).not.toMatch(/jo@|hunter2|secret|insert|query/i)
  })

  it('is short for what is no error, and ends for errors that cause each other', () => {
    expect(errorForLog('jo@example.org')).toBe('thrown string')
    const error = new Error('a')
    error.cause = error
    expect(errorForLog(error).split('caused by')).toHaveLength(5)
  })
})
