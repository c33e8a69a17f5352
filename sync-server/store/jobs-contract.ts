import { describe, expect, it } from 'vitest'
import type { Subject } from './contract-subject.ts'
import type { JobStore } from './jobs-port.ts'

/** What every store does for what runs by the clock. */
export function describeJobs(subject: () => Subject): void {
  const jobs = (): JobStore => subject().store.jobs
  const other = (): JobStore => subject().otherProcess?.jobs ?? jobs()
  const newName = () => `job-${crypto.randomUUID()}`
  const nothing = async () => undefined

  it('does the work of a slot once, and of a later one again', async () => {
    const name = newName()
    const done: number[] = []
    const work = (slot: number) => async () => void done.push(slot)
    expect(await jobs().run(name, 7, work(7))).toBe('done')
    expect(await other().run(name, 7, work(7))).toBe('done-before')
    expect(await jobs().run(name, 6, work(6))).toBe('done-before')
    expect(await other().run(name, 9, work(9))).toBe('done')
    expect(done).toEqual([7, 9])
    expect((await jobs().slots()).get(name)).toBe(9)
  })

  it('does it in one place, while others may do other work', async () => {
    const name = newName()
    const { promise, resolve } = Promise.withResolvers<void>()
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const first = jobs().run(name, 1, () => {
      begin()
      return promise
    })
    await begun
    expect(await other().run(name, 1, nothing)).toBe('elsewhere')
    expect(await other().run(name, 2, nothing)).toBe('elsewhere')
    expect(await other().run(newName(), 1, nothing)).toBe('done')
    resolve()
    expect(await first).toBe('done')
    expect(await other().run(name, 1, nothing)).toBe('done-before')
  })

  it('is asked by many at once, and one does it', async () => {
    const name = newName()
    let times = 0
    const work = async () => {
      times += 1
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const runs = await Promise.all(
      Array.from({ length: 6 }, (_, n) => (n % 2 === 0 ? jobs() : other()).run(name, 1, work)),
    )
    expect(times).toBe(1)
    expect(runs.filter((run) => run === 'done')).toHaveLength(1)
  })

  describe('work that fails', () => {
    it('is not done, says why, and is done when it is asked for again', async () => {
      const name = newName()
      const failing = jobs().run(name, 1, () => Promise.reject(new Error('no luck')))
      await expect(failing).rejects.toThrow('no luck')
      expect((await jobs().slots()).has(name)).toBe(false)
      expect(await other().run(name, 1, nothing)).toBe('done')
    })
  })
}
