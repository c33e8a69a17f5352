import type { Board } from '../leaderboard/board.ts'
import type { Handle } from '../leaderboard/handle.ts'
import type { PublishedScore } from '../leaderboard/judge-score.ts'
import { type Period, periodBefore } from '../leaderboard/period.ts'
import type { SignedCard } from './card.ts'
import type { PlayerKey } from './league.ts'
import { mergeCards } from './merge-cards.ts'

/** A player of a league, by what their cards say. */
export interface LeaguePlayer {
  readonly player: PlayerKey
  /** By the card that was issued last. */
  readonly handle: Handle
  /** When that was, ms since 1970 UTC. */
  readonly issued: number
  readonly scores: readonly PublishedScore[]
}

/** A row of a league's table. `rankBefore`: in the week or month before, where the player has a score of it. */
export interface LeagueRow extends Pick<LeaguePlayer, 'player' | 'handle' | 'issued'> {
  readonly score: number
  readonly rank: number
  readonly rankBefore?: number
}

/** The players of one league, in the order of their keys. */
export function playersOf(cards: readonly SignedCard[]): LeaguePlayer[] {
  const byPlayer = Map.groupBy(mergeCards(cards), ({ player }) => player)
  return [...byPlayer]
    .flatMap(([player, ofPlayer]) => {
      const scores = new Map<string, PublishedScore>()
      // In the order of issue, so that the last one stays.
      for (const card of ofPlayer) for (const score of card.scores) scores.set(`${score.board} ${score.period}`, score)
      const last = ofPlayer.at(-1)
      return last === undefined
        ? []
        : [{ player, handle: last.handle, issued: last.issued, scores: [...scores.values()] }]
    })
    .sort((a, b) => order(a.player, b.player))
}

/**
 * The table of a board over a period: the highest score first. Equal scores have an equal rank, and the next one as many ranks
 * further on (1, 2, 2, 4); rows of equal rank stand in the order of their handles.
 */
export function standingsOf(players: readonly LeaguePlayer[], board: Board, period: Period): LeagueRow[] {
  const before = periodBefore(period)
  const ranksBefore = new Map(
    before === undefined ? [] : ranked(players, board, before).map(({ player, rank }) => [player, rank]),
  )
  return ranked(players, board, period).map((row) => {
    const rankBefore = ranksBefore.get(row.player)
    return rankBefore === undefined ? row : { ...row, rankBefore }
  })
}

function ranked(players: readonly LeaguePlayer[], board: Board, period: Period): LeagueRow[] {
  const rows = players
    .flatMap(({ player, handle, issued, scores }) => {
      const found = scores.find((one) => one.board === board && one.period === period)
      return found === undefined ? [] : [{ player, handle, issued, score: found.score }]
    })
    .sort((a, b) => b.score - a.score || order(a.handle, b.handle) || order(a.player, b.player))
  let rank = 0
  return rows.map((row, index) => {
    if (index === 0 || rows[index - 1]?.score !== row.score) rank = index + 1
    return { ...row, rank }
  })
}

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b))
