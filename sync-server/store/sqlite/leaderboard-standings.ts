import type { Database } from 'better-sqlite3'
import { skeletonOf } from '../../../shared/leaderboard/handle.ts'
import type { Standings } from '../../../shared/leaderboard/messages.ts'
import { type Entry, standingsOfCircle } from '../../../shared/leaderboard/rank.ts'
import { fail, ok, type Result } from '../../../shared/result/result.ts'
import { assembleStandings } from '../assemble-standings.ts'
import { bucketOf, bucketWidth } from '../leaderboard-buckets.ts'
import type { Among, LeaderboardStore, List, Place, StandingsQuestion } from '../leaderboard-port.ts'
import type { AccountId } from '../ports.ts'
import { standingsStatements } from './leaderboard-statements.ts'

type Refusal = 'no-player' | 'not-joined' | 'no-league'

/** Ranks of scores, and what an index of them asks for. */
export function sqliteStandings(
  database: Database,
  epoch: string,
): Pick<LeaderboardStore, 'standings' | 'place' | 'page' | 'hasAll' | 'scoresOf'> {
  const statements = standingsStatements(database)

  function place(account: AccountId, { board, period }: List): Place | undefined {
    const row = statements.place.get(board, board, period, account)
    return row && { epoch, handle: row.handle, isJoined: row.joined > 0, score: row.score ?? undefined }
  }

  function circleOf(
    account: AccountId,
    { board, period }: List,
    among: Exclude<Among, { scope: 'everyone' }>,
  ): Entry[] {
    return among.scope === 'league'
      ? statements.ofLeague.all(among.league, board, period)
      : statements.ofFriends.all(account, account, board, period)
  }

  function rankOf(list: List, score: number): number {
    const bucket = bucketOf(list, score)
    const { board, period } = list
    const inHigherBuckets = statements.above.get(board, period, bucket) ?? 0
    const end = (bucket + 1) * bucketWidth(list)
    return 1 + inHigherBuckets + (statements.within.get(board, period, score, end) ?? 0)
  }

  function around({ board, period }: List, { handle, score }: Entry, most: number): Entry[] {
    const equalBefore = statements.equalBefore.all(board, period, score, handle, most)
    const higher = statements.higher.all(board, period, score, most - equalBefore.length)
    const equalAfter = statements.equalAfter.all(board, period, score, handle, most)
    const lower = statements.lower.all(board, period, score, most - equalAfter.length)
    return [...higher.toReversed(), ...equalBefore.toReversed(), { handle, score }, ...equalAfter, ...lower]
  }

  function amongEveryone(account: AccountId, question: StandingsQuestion): Standings {
    const { list, before, top } = question
    const own = statements.own.get(account, list.board, list.period)
    const ownBefore = before && statements.own.get(account, before.board, before.period)
    return assembleStandings({
      own,
      top: statements.top.all(list.board, list.period, top),
      around: own === undefined ? [] : around(list, own, question.around),
      total: statements.total.get(list.board, list.period) ?? 0,
      rankOf: (score) => rankOf(list, score),
      rankBefore: before && ownBefore && rankOf(before, ownBefore.score),
    })
  }

  const standings = database.transaction(
    (account: AccountId, question: StandingsQuestion): Result<Standings, Refusal> => {
      const { list, before, among, top, around } = question
      const here = place(account, list)
      if (here === undefined) return fail('no-player')
      if (!here.isJoined) return fail('not-joined')
      if (among.scope === 'everyone') return ok(amongEveryone(account, question))
      if (among.scope === 'league' && statements.isIn.get(account, among.league) === undefined) return fail('no-league')
      const now = circleOf(account, list, among)
      const earlier = before === undefined ? [] : circleOf(account, before, among)
      return ok(standingsOfCircle({ own: here.handle, now, before: earlier, top, around }))
    },
  )

  return {
    standings: async (account, question) => standings(account, question),
    place: async (account, list) => place(account, list),
    async page(_, { board, period }, after, limit) {
      if (after === undefined) return statements.top.all(board, period, limit)
      const equal = statements.equalAfter.all(board, period, after.score, after.handle, limit)
      return [...equal, ...statements.lower.all(board, period, after.score, limit - equal.length)]
    },
    hasAll: async (_, { board, period }, entries) =>
      statements.countOf.get(JSON.stringify(entries), board, period) === entries.length,
    async scoresOf(_, { board, period }, handles) {
      const skeletons = JSON.stringify(handles.map(skeletonOf))
      const rows = statements.ofSkeletons.all(skeletons, board, period)
      return new Map(rows.map(({ handle, score }) => [handle, score]))
    },
  }
}
