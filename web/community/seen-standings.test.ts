import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import type { Handle } from '../../shared/leaderboard/handle.ts'
import type { Player, View } from '../../shared/leaderboard/messages.ts'
import type { Period } from '../../shared/leaderboard/period.ts'
import { testDatabase } from '../store/test-database.ts'
import { readSeen, seenOf, writeSeen } from './seen-standings.ts'

const handle = 'anna' as Handle
const player: Player = { handle, boards: ['steps'], leagues: [], friends: [] }
const viewAt = (month: number): View => ({
  board: 'steps',
  period: `20${month}-01` as Period,
  scope: 'everyone',
})
const standings = { top: [{ handle, score: 5, rank: 1 }], around: [], own: { handle, score: 5, rank: 1 }, total: 1 }

it('what was last seen of a board is remembered with its time, for the account that saw it', async () => {
  const device = testDatabase()
  const { db } = device
  expect(await readSeen(db, 'turn')).toBeUndefined()
  await writeSeen(db, 'turn', player)
  await writeSeen(db, 'turn', player, { view: viewAt(26), standings })
  device.time += 1000
  await writeSeen(db, 'turn', player, { view: viewAt(27), standings })
  const seen = await readSeen(db, 'turn')
  expect(seen?.player).toEqual(player)
  expect(seenOf(seen, viewAt(26))).toMatchObject({ at: device.time - 1000, standings })
  expect(seenOf(seen, viewAt(28))).toBeUndefined()
  expect(await readSeen(db, 'another turn')).toBeUndefined()
})

it('a dozen boards are remembered, and none of them once the player is gone', async () => {
  const { db } = testDatabase()
  for (let month = 10; month < 30; month += 1) await writeSeen(db, 'turn', player, { view: viewAt(month), standings })
  const seen = await readSeen(db, 'turn')
  expect(seen?.boards).toHaveLength(12)
  expect(seenOf(seen, viewAt(29))).toBeDefined()
  await writeSeen(db, 'turn', null)
  expect(await readSeen(db, 'turn')).toBeUndefined()
})
