import { expect, it } from 'vitest'
import { LATEST_MS, pollHead, SOONEST_MS } from './poll-head.ts'

/** A poll whose time passes and whose database answers as a test wants. */
function polled(head: number | Error = 1) {
  const timers = new Set<{ readonly ms: number; readonly ring: () => void }>()
  const seen = { head, readings: 0, moves: 0, problems: 0 }
  const poll = pollHead({
    readHead: async () => {
      seen.readings += 1
      if (seen.head instanceof Error) throw seen.head
      return seen.head
    },
    setTimer(ring, ms) {
      const timer = { ms, ring }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    onMove: () => {
      seen.moves += 1
    },
    onProblem: () => {
      seen.problems += 1
    },
  })
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
  return {
    poll,
    seen,
    settle,
    timers,
    /** Lets the time until the next reading pass; answers how long that was, in ms. */
    async next() {
      const [timer, ...others] = [...timers]
      if (timer === undefined || others.length > 0) throw new Error('one timer at a time')
      timer.ring()
      await settle()
      return timer.ms
    },
  }
}

it('[S9] tells once of each time that the version has moved, and of nothing else', async () => {
  const { poll, seen, settle, next } = polled()
  await poll.begun
  await settle()
  await next()
  expect(seen).toMatchObject({ readings: 2, moves: 0 })
  seen.head = 4
  await next()
  await next()
  expect(seen).toMatchObject({ readings: 4, moves: 1 })
  // An account that was deleted has no version.
  seen.head = 0
  await next()
  expect(seen.moves).toBe(2)
  poll.stop()
})

it('asks ever more rarely while nothing moves, up to a bound, and often again after something has', async () => {
  const { poll, seen, settle, next } = polled()
  await poll.begun
  await settle()
  const waits = []
  for (let reading = 0; reading < 12; reading += 1) waits.push(await next())
  expect(waits[0]).toBe(SOONEST_MS)
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(waits.at(-1)).toBe(LATEST_MS)
  seen.head = 2
  await next()
  expect(await next()).toBe(SOONEST_MS)
  poll.stop()
})

it('asks at once when hurried, and leaves no timer behind', async () => {
  const { poll, seen, settle, timers } = polled()
  await poll.begun
  await settle()
  seen.head = 2
  poll.hurry()
  await settle()
  expect(seen.moves).toBe(1)
  expect(timers.size).toBe(1)
  poll.stop()
  await settle()
  expect(timers.size).toBe(0)
})

it('takes it that something has moved where the first reading failed', async () => {
  const { poll, seen, settle, next } = polled(new Error('no connection'))
  await poll.begun
  await settle()
  seen.head = 3
  await next()
  expect(seen).toMatchObject({ problems: 1, moves: 1 })
  await next()
  expect(seen.moves).toBe(1)
  poll.stop()
})

it('goes on after a reading that failed, and tells of it', async () => {
  const { poll, seen, settle, next } = polled()
  await poll.begun
  await settle()
  seen.head = new Error('no connection')
  await next()
  seen.head = 2
  await next()
  expect(seen).toMatchObject({ problems: 1, moves: 1 })
  poll.stop()
})

it('says nothing any more once it is stopped, whatever was under way', async () => {
  const { poll, seen, settle, timers } = polled()
  await poll.begun
  await settle()
  seen.head = 2
  poll.hurry()
  poll.stop()
  await settle()
  expect(seen).toMatchObject({ moves: 0, problems: 0 })
  expect(timers.size).toBe(0)
})
