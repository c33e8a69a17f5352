import { describe, expect, it } from 'vitest'
import { watchDay } from './today-clock.ts'

const HOUR = 3_600_000

/** A device whose clock and timers are moved by hand; asleep, its timers stand. */
function device(start: number) {
  const timers = new Map<number, { at: number; run: () => void }>()
  let listener: (() => void) | undefined
  let nextTimer = 0
  const world = {
    now: start,
    pending: () => timers.size,
    seenAgain: () => listener?.(),
    pass(ms: number) {
      const end = world.now + ms
      for (;;) {
        const [due] = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)
        if (due === undefined) break
        timers.delete(due[0])
        world.now = Math.max(world.now, due[1].at)
        due[1].run()
      }
      world.now = end
    },
    watch: {
      now: () => world.now,
      setTimeout: (run: () => void, ms: number) => {
        timers.set(++nextTimer, { at: world.now + ms, run })
        return nextTimer
      },
      clearTimeout: (timer: unknown) => {
        if (typeof timer === 'number') timers.delete(timer)
      },
      onSeenAgain: (seen: () => void) => {
        listener = seen
        return () => {
          listener = undefined
        }
      },
    },
  }
  return world
}

describe('the watch over the day', () => {
  it('turns at the person’s day start, once a day, also when the clocks change', () => {
    const world = device(Date.UTC(2026, 9, 24, 20))
    const turned: string[] = []
    const stop = watchDay(
      { timeZone: 'Europe/Berlin', dayStart: 180 },
      (day) => turned.push(`${day} ${new Date(world.now).toISOString()}`),
      world.watch,
    )
    world.pass(72 * HOUR)
    stop()
    expect(turned).toEqual([
      '2026-10-25 2026-10-25T02:00:00.000Z',
      '2026-10-26 2026-10-26T02:00:00.000Z',
      '2026-10-27 2026-10-27T02:00:00.000Z',
    ])
  })

  it('turns when the page is seen again after a sleep through midnight', () => {
    const world = device(Date.UTC(2026, 10, 23, 22))
    const turned: string[] = []
    const stop = watchDay({ timeZone: 'UTC', dayStart: 0 }, (day) => turned.push(day), world.watch)
    world.now += 9 * HOUR
    expect(turned).toEqual([])
    world.seenAgain()
    world.seenAgain()
    expect(turned).toEqual(['2026-11-24'])
    stop()
  })

  it('leaves no timer and no listener behind, and never more than one timer', () => {
    const world = device(Date.UTC(2026, 10, 23, 22))
    let turned = 0
    const stop = watchDay({ timeZone: 'UTC', dayStart: 0 }, () => turned++, world.watch)
    for (let i = 0; i < 5; i++) world.seenAgain()
    expect(world.pending()).toBe(1)
    stop()
    world.seenAgain()
    world.pass(48 * HOUR)
    expect([world.pending(), turned]).toEqual([0, 0])
  })
})
