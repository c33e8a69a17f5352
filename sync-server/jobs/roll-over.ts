import { BOARDS } from '../../shared/leaderboard/board.ts'
import { closingOf, latestDateAt, monthOf, type Period, periodBefore, weekOf } from '../../shared/leaderboard/period.ts'
import type { Pokes } from '../store/ports.ts'
import { type StandingsTopic, standingsTopic } from '../store/standings-topic.ts'
import type { Job } from './job.ts'

const HOUR_MS = 3_600_000

/**
 * Tells who looks at a leaderboard that its period has closed. Nothing is written: which period a score belongs to, and whether
 * it takes any, follows from the time alone. Who was not looking sees it when they look.
 */
export const rollOver = (pokes: Pokes<StandingsTopic>, now: () => number): Job => ({
  name: 'leaderboard-roll-over',
  everyMs: HOUR_MS,
  async run() {
    const closed = closedWithin(now() - 2 * HOUR_MS, now())
    for (const period of closed)
      for (const board of BOARDS) pokes.publish(standingsTopic({ board, period }, { scope: 'everyone' }))
    return { closed: closed.length }
  },
})

/** Weeks and months that closed after `from` and until `until`, both ms since 1970 UTC. */
export function closedWithin(from: number, until: number): readonly Period[] {
  const today = latestDateAt(until)
  return [weekOf(today), monthOf(today)]
    .flatMap((current) => {
      const before = periodBefore(current)
      return before === undefined ? [] : [before, periodBefore(before) ?? before]
    })
    .filter((period) => {
      const at = closingOf(period)
      return at !== undefined && at > from && at <= until
    })
}
