import { expect, it } from 'vitest'
import { skeletonOf } from '../leaderboard/handle.ts'
import { ownerOf } from './known-handles.ts'
import { handle, playerKey } from './test-cards.ts'

const seen = (player: number, name: string, at: number) => ({
  player: playerKey(player),
  skeleton: skeletonOf(handle(name)),
  at,
})

it('[L4] a handle is of whoever was first seen with it, or with one that looks like it', () => {
  const sightings = [seen(2, 'anna', 20), seen(1, 'an-nä', 10), seen(3, 'ben', 5)]
  expect(ownerOf(handle('Anna'), sightings)).toBe(playerKey(1))
  expect(ownerOf(handle('ben'), sightings)).toBe(playerKey(3))
  expect(ownerOf(handle('cleo'), sightings)).toBeUndefined()
})

it('[L4] who was seen before under another name does not get a handle by taking it later', () => {
  expect(ownerOf(handle('anna'), [seen(9, 'mallory', 1), seen(1, 'anna', 2), seen(9, 'anna', 3)])).toBe(playerKey(1))
})

it('of two that were first seen at one moment every device chooses the same', () => {
  const sightings = [seen(2, 'anna', 1), seen(1, 'anna', 1)]
  expect(ownerOf(handle('anna'), sightings)).toBe(playerKey(1))
  expect(ownerOf(handle('anna'), sightings.toReversed())).toBe(playerKey(1))
})
