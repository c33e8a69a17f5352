import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from './test-database.ts'
import { inOrder } from './write-order.ts'

describe('writes of one tab', () => {
  it('[D11] begin in the order they were asked for, each when the one before has ended', async () => {
    const { db } = testDatabase()
    const seen: string[] = []
    const write = (name: string, ms: number) => async () => {
      seen.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, ms))
      seen.push(`${name} ends`)
      return name
    }
    const answers = await Promise.all([inOrder(db, write('slow', 20)), inOrder(db, write('quick', 0))])
    expect(answers).toEqual(['slow', 'quick'])
    expect(seen).toEqual(['slow begins', 'slow ends', 'quick begins', 'quick ends'])
  })

  it('[D11] go on after one that threw, whose error is its own caller’s', async () => {
    const { db } = testDatabase()
    const failing = inOrder(db, () => Promise.reject(new Error('a mistake')))
    const next = inOrder(db, () => Promise.resolve('written'))
    await expect(failing).rejects.toThrow('a mistake')
    await expect(next).resolves.toBe('written')
  })

  it('do not wait for those of another database', async () => {
    const one = testDatabase()
    const other = testDatabase()
    void inOrder(one.db, () => new Promise(() => {}))
    await expect(inOrder(other.db, () => Promise.resolve('written'))).resolves.toBe('written')
  })
})
