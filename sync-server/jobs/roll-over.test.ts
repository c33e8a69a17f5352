import { expect, it } from 'vitest'
import { BOARDS } from '../../shared/leaderboard/board.ts'
import { closingOf, type Period } from '../../shared/leaderboard/period.ts'
import { closedWithin, rollOver } from './roll-over.ts'

const HOUR_MS = 3_600_000

it('a week and a month are told of once they take no more scores', async () => {
  for (const period of ['2026-W48', '2026-11', '2026-W53', '2027-03'] as Period[]) {
    const at = closingOf(period) ?? 0
    expect(closedWithin(at - 1, at)).toContain(period)
    expect(closedWithin(at, at + HOUR_MS)).not.toContain(period)
    const told: string[] = []
    const job = rollOver({ publish: (topic) => told.push(topic), subscribe: () => () => undefined }, () => at + HOUR_MS)
    expect(await job.run()).toEqual({ closed: 1 })
    expect(told).toEqual(BOARDS.map((board) => `${board}/${period}/everyone`))
  }
})

it('nobody is told of anything on a day on which nothing closes', async () => {
  const at = Date.parse('2026-11-27T12:00:00Z')
  expect(closedWithin(at - 24 * HOUR_MS, at)).toEqual([])
})
