import type { Standing, Standings } from '../../shared/leaderboard/messages.ts'
import { type Entry, ranked } from '../../shared/leaderboard/rank.ts'

/** What a store has read of a list too long to be read whole. All of one moment. */
export interface ReadRows {
  /** Undefined: the player has no score here. */
  readonly own: Entry | undefined
  /** From the first rank on, in order. */
  readonly top: readonly Entry[]
  /** Around one's own, with it, in order; empty without one. */
  readonly around: readonly Entry[]
  readonly total: number
  /** The rank of a score: one more than there are higher ones. Called for each score in `around` once. */
  readonly rankOf: (score: number) => number
  readonly rankBefore: number | undefined
}

/** The standings among everyone, where only oneself is told the rank of before. */
export function assembleStandings({ own, top, around, total, rankOf, rankBefore }: ReadRows): Standings {
  const ranks = new Map(scoresIn(around).map((score) => [score, rankOf(score)]))
  const withBefore = (row: Standing): Standing =>
    row.handle === own?.handle && rankBefore !== undefined ? { ...row, rankBefore } : row
  const rows = around.map(({ handle, score }) => withBefore({ handle, score, rank: ranks.get(score) ?? rankOf(score) }))
  return {
    top: ranked(top).map(withBefore),
    around: rows,
    own: rows.find(({ handle }) => handle === own?.handle) ?? null,
    total,
  }
}

/** Each score of some entries once. */
export const scoresIn = (entries: readonly Entry[]): readonly number[] => [
  ...new Set(entries.map(({ score }) => score)),
]
