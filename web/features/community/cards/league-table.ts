import type { Board } from '../../../../shared/leaderboard/board.ts'
import { skeletonOf } from '../../../../shared/leaderboard/handle.ts'
import type { Period } from '../../../../shared/leaderboard/period.ts'
import { ownerOf, type Sighting } from '../../../../shared/score-card/known-handles.ts'
import type { PlayerKey } from '../../../../shared/score-card/league.ts'
import { type LeaguePlayer, type LeagueRow, playersOf, standingsOf } from '../../../../shared/score-card/standings.ts'
import type { LeagueBook } from './use-leagues.ts'

export interface TableRow extends LeagueRow {
  readonly isOwn: boolean
  /** Somebody else was known by this handle before. */
  readonly isDoubtful: boolean
}

/** The table of a league: the others by their cards, oneself by one's days as they are now. */
export function tableOf(book: LeagueBook, board: Board, period: Period, now: number): TableRow[] {
  const sightings = sightingsOf(book)
  return standingsOf(everyoneOf(book, now), board, period).map((row) => ({
    ...row,
    isOwn: row.player === book.keys.player,
    isDoubtful: isDoubtful(row, sightings),
  }))
}

/** Everyone in a league, oneself first. */
export function everyoneOf({ keys, handle, scores, held }: LeagueBook, now: number): LeaguePlayer[] {
  const others = playersOf(held.cards).filter(({ player }) => player !== keys.player)
  return [{ player: keys.player, handle, issued: now, scores }, ...others]
}

/** [L4] Whether a handle is known as somebody else's. One's own is one's own from the beginning. */
export function isDoubtful(
  { player, handle }: Pick<LeaguePlayer, 'player' | 'handle'>,
  sightings: readonly Sighting[],
): boolean {
  const owner: PlayerKey | undefined = ownerOf(handle, sightings)
  return owner !== undefined && owner !== player
}

export function sightingsOf({ keys, handle, held }: Pick<LeagueBook, 'keys' | 'handle' | 'held'>): Sighting[] {
  return [{ player: keys.player, skeleton: skeletonOf(handle), at: 0 }, ...held.sightings]
}
