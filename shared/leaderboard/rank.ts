import type { Handle } from './handle.ts'
import type { Standing, Standings } from './messages.ts'

/** A score of a player. */
export interface Entry {
  readonly handle: Handle
  readonly score: number
}

/** The order of a board: the higher score first, and of equal ones the handle that is first by its code points. */
export function byRank(a: Entry, b: Entry): number {
  if (a.score !== b.score) return b.score - a.score
  return a.handle < b.handle ? -1 : Number(a.handle > b.handle)
}

/** Ranks of entries in the order of a board, beginning with its first one. Equal scores have an equal rank: 1, 2, 2, 4. */
export function ranked(entries: readonly Entry[]): Standing[] {
  let rank = 0
  return entries.map(({ handle, score }, index) => {
    if (index === 0 || entries[index - 1]?.score !== score) rank = index + 1
    return { handle, score, rank }
  })
}

export interface Circle {
  readonly own: Handle
  /** Of everyone in it, in any order. */
  readonly now: readonly Entry[]
  /** Of the same people in the period before. */
  readonly before: readonly Entry[]
  readonly top: number
  readonly around: number
}

/** The standings of few people, all of whom are known. */
export function standingsOfCircle({ own, now, before, top, around }: Circle): Standings {
  const ranksBefore = new Map(ranked(before.toSorted(byRank)).map(({ handle, rank }) => [handle, rank]))
  const rows = ranked(now.toSorted(byRank)).map((row): Standing => {
    const rankBefore = ranksBefore.get(row.handle)
    return rankBefore === undefined ? row : { ...row, rankBefore }
  })
  const at = rows.findIndex(({ handle }) => handle === own)
  return {
    top: rows.slice(0, top),
    around: at < 0 ? [] : rows.slice(Math.max(0, at - around), at + around + 1),
    own: rows[at] ?? null,
    total: rows.length,
  }
}
