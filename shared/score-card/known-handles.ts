import { type Handle, skeletonOf } from '../leaderboard/handle.ts'
import type { PlayerKey } from './league.ts'

/** When a player's card was first taken in under a handle. */
export interface Sighting {
  readonly player: PlayerKey
  /** Of the handle, so that look-alikes are the same one. */
  readonly skeleton: string
  /** ms since 1970 UTC */
  readonly at: number
}

/**
 * [L4] Who has a handle: whose card was first taken in under it, or under one that looks like it (of two at one moment the lower
 * key). Undefined: nobody yet. Anybody else who uses it is another player, and is shown with a warning.
 */
export function ownerOf(handle: Handle, sightings: readonly Sighting[]): PlayerKey | undefined {
  const skeleton = skeletonOf(handle)
  return sightings
    .filter((sighting) => sighting.skeleton === skeleton)
    .reduce<Sighting | undefined>(
      (first, one) => (first === undefined || isBefore(one, first) ? one : first),
      undefined,
    )?.player
}

const isBefore = (a: Sighting, b: Sighting) => (a.at !== b.at ? a.at < b.at : a.player < b.player)
