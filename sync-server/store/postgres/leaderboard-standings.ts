import type { Sql, TransactionSql } from 'postgres'
import { type Handle, skeletonOf } from '../../../shared/leaderboard/handle.ts'
import type { Standings } from '../../../shared/leaderboard/messages.ts'
import { type Entry, standingsOfCircle } from '../../../shared/leaderboard/rank.ts'
import { fail, ok, type Result } from '../../../shared/result/result.ts'
import { assembleStandings, scoresIn } from '../assemble-standings.ts'
import { bucketWidth } from '../leaderboard-buckets.ts'
import type { Among, LeaderboardStore, List, Place, StandingsQuestion } from '../leaderboard-port.ts'
import type { AccountId } from '../ports.ts'
import { readEpoch } from './exchange.ts'
import { ownTransaction, type Types } from './own-transaction.ts'

const BIGINT = 20

type Transaction = TransactionSql<Types>
type Refusal = 'no-player' | 'not-joined' | 'no-league'

/** Ranks of scores, and what an index of them asks for. */
export function postgresStandings(
  sql: Sql<Types>,
): Pick<LeaderboardStore, 'standings' | 'place' | 'page' | 'hasAll' | 'scoresOf'> {
  return {
    standings: (account, question) =>
      ownTransaction(sql, account, 'snapshot', (transaction) => standings(transaction, account, question)),
    place: (account, list) =>
      ownTransaction(sql, account, 'snapshot', (transaction) => readPlace(transaction, account, list)),
    page: (account, list, after, limit) =>
      ownTransaction(sql, account, 'snapshot', async (transaction) => {
        if (after === undefined) return readTop(transaction, list, limit)
        const equal = await readEqual(transaction, list, after, 'after', limit)
        return [...equal, ...(await readOthers(transaction, list, after.score, 'lower', limit - equal.length))]
      }),
    hasAll: (account, { board, period }, entries) =>
      ownTransaction(sql, account, 'snapshot', async (transaction) => {
        const [found] = await transaction<{ readonly count: number }[]>`
          SELECT count(*) FROM unnest(
            ${transaction.array(
              entries.map(({ score }) => score),
              BIGINT,
            )}::bigint[], ${entries.map(({ handle }) => handle)}::text[]
          ) AS wanted (score, handle)
          JOIN leaderboard_scores AS stored ON stored.score = wanted.score AND stored.handle = wanted.handle
          WHERE stored.board = ${board} AND stored.period = ${period}`
        return found?.count === entries.length
      }),
    scoresOf: (account, { board, period }, handles) =>
      ownTransaction(sql, account, 'snapshot', async (transaction) => {
        const rows = await transaction<Entry[]>`
          SELECT shown.handle, shown.score FROM leaderboard_players AS player
          JOIN leaderboard_scores AS shown ON shown.account = player.account
          WHERE player.skeleton = ANY(${handles.map(skeletonOf)}) AND shown.board = ${board} AND shown.period = ${period}`
        return new Map(rows.map(({ handle, score }) => [handle, score]))
      }),
  }
}

async function standings(
  transaction: Transaction,
  account: AccountId,
  question: StandingsQuestion,
): Promise<Result<Standings, Refusal>> {
  const { list, before, among, top, around } = question
  const place = await readPlace(transaction, account, list)
  if (place === undefined) return fail('no-player')
  if (!place.isJoined) return fail('not-joined')
  if (among.scope === 'everyone') return ok(await amongEveryone(transaction, account, question))
  if (among.scope === 'league' && !(await isIn(transaction, account, among.league))) return fail('no-league')
  const [now, earlier] = await Promise.all([
    readCircle(transaction, account, list, among),
    before === undefined ? [] : readCircle(transaction, account, before, among),
  ])
  return ok(standingsOfCircle({ own: place.handle, now, before: earlier, top, around }))
}

async function amongEveryone(
  transaction: Transaction,
  account: AccountId,
  { list, before, top, around }: StandingsQuestion,
): Promise<Standings> {
  const [own, ownBefore, first, total] = await Promise.all([
    readOwn(transaction, account, list),
    before && readOwn(transaction, account, before),
    readTop(transaction, list, top),
    readTotal(transaction, list),
  ])
  const window = own === undefined ? [] : await readAround(transaction, list, own, around)
  const [ranks, ranksBefore] = await Promise.all([
    readRanks(transaction, list, scoresIn(window)),
    before && ownBefore && readRanks(transaction, before, [ownBefore.score]),
  ])
  return assembleStandings({
    own,
    top: first,
    around: window,
    total,
    rankOf: (score) => ranks.get(score) ?? missing(),
    rankBefore: ownBefore && ranksBefore?.get(ownBefore.score),
  })
}

async function readPlace(
  transaction: Transaction,
  account: AccountId,
  { board, period }: List,
): Promise<Place | undefined> {
  const [[row], epoch] = await Promise.all([
    transaction<{ readonly handle: Handle; readonly joined: boolean; readonly score: number | null }[]>`
      SELECT handle, EXISTS (
        SELECT FROM leaderboard_memberships AS own WHERE own.account = player.account AND board = ${board}
      ) AS joined, (
        SELECT score FROM leaderboard_scores AS own
        WHERE own.account = player.account AND board = ${board} AND period = ${period}
      ) AS score FROM leaderboard_players AS player WHERE account = ${account}`,
    readEpoch(transaction),
  ])
  return row && { epoch, handle: row.handle, isJoined: row.joined, score: row.score ?? undefined }
}

async function isIn(transaction: Transaction, account: AccountId, league: string): Promise<boolean> {
  const rows = await transaction`
    SELECT FROM leaderboard_league_players WHERE account = ${account} AND league = ${league}`
  return rows.length > 0
}

/** Everyone of a league, or oneself and the friends who have asked back. */
const readCircle = (
  transaction: Transaction,
  account: AccountId,
  { board, period }: List,
  among: Exclude<Among, { scope: 'everyone' }>,
): Promise<readonly Entry[]> =>
  among.scope === 'league'
    ? transaction<Entry[]>`
        SELECT handle, score FROM leaderboard_league_players AS own
        JOIN leaderboard_scores AS shown ON shown.account = own.account
        WHERE own.league = ${among.league} AND shown.board = ${board} AND shown.period = ${period}`
    : transaction<Entry[]>`
        SELECT handle, score FROM (
          SELECT ${account}::text AS account UNION ALL
          SELECT own.friend FROM leaderboard_friends AS own
          JOIN leaderboard_friends AS back ON back.account = own.friend AND back.friend = own.account
          WHERE own.account = ${account}
        ) AS circle JOIN leaderboard_scores AS shown ON shown.account = circle.account
        WHERE shown.board = ${board} AND shown.period = ${period}`

async function readOwn(
  transaction: Transaction,
  account: AccountId,
  { board, period }: List,
): Promise<Entry | undefined> {
  const [row] = await transaction<Entry[]>`
    SELECT handle, score FROM leaderboard_scores
    WHERE account = ${account} AND board = ${board} AND period = ${period}`
  return row
}

const readTop = (transaction: Transaction, { board, period }: List, limit: number): Promise<readonly Entry[]> =>
  transaction<Entry[]>`
    SELECT handle, score FROM leaderboard_scores WHERE board = ${board} AND period = ${period}
    ORDER BY score DESC, handle LIMIT ${limit}`

async function readTotal(transaction: Transaction, { board, period }: List): Promise<number> {
  const [row] = await transaction<{ readonly total: number }[]>`
    SELECT coalesce(sum(players), 0) AS total FROM leaderboard_tallies WHERE board = ${board} AND period = ${period}`
  return row?.total ?? 0
}

async function readAround(transaction: Transaction, list: List, own: Entry, most: number): Promise<readonly Entry[]> {
  const [equalBefore, equalAfter, higher, lower] = await Promise.all([
    readEqual(transaction, list, own, 'before', most),
    readEqual(transaction, list, own, 'after', most),
    readOthers(transaction, list, own.score, 'higher', most),
    readOthers(transaction, list, own.score, 'lower', most),
  ])
  const above = [...equalBefore, ...higher].slice(0, most)
  return [...above.toReversed(), own, ...[...equalAfter, ...lower].slice(0, most)]
}

/** Those of the same score, the nearest in the order of handles first. */
const readEqual = (
  transaction: Transaction,
  { board, period }: List,
  { handle, score }: Entry,
  side: 'before' | 'after',
  limit: number,
): Promise<readonly Entry[]> => transaction<Entry[]>`
  SELECT handle, score FROM leaderboard_scores
  WHERE board = ${board} AND period = ${period} AND score = ${score}
  AND ${side === 'before' ? transaction`handle < ${handle} ORDER BY handle DESC` : transaction`handle > ${handle} ORDER BY handle`}
  LIMIT ${limit}`

/** Those of other scores, the nearest in the order of ranks first. */
const readOthers = (
  transaction: Transaction,
  { board, period }: List,
  score: number,
  side: 'higher' | 'lower',
  limit: number,
): Promise<readonly Entry[]> => transaction<Entry[]>`
  SELECT handle, score FROM leaderboard_scores
  WHERE board = ${board} AND period = ${period}
  AND ${side === 'higher' ? transaction`score > ${score} ORDER BY score, handle DESC` : transaction`score < ${score} ORDER BY score DESC, handle`}
  LIMIT ${limit}`

/** The rank of each score: by the tallies of higher buckets, and the higher scores of its own. */
async function readRanks(
  transaction: Transaction,
  list: List,
  scores: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const { board, period } = list
  const width = bucketWidth(list)
  const rows = await transaction<{ readonly score: number; readonly rank: number }[]>`
    SELECT wanted.score, 1 + (
      SELECT coalesce(sum(players), 0) FROM leaderboard_tallies
      WHERE board = ${board} AND period = ${period} AND bucket > wanted.score / ${width}::bigint
    ) + (
      SELECT count(*) FROM leaderboard_scores AS other
      WHERE board = ${board} AND period = ${period} AND other.score > wanted.score
      AND other.score < (wanted.score / ${width}::bigint + 1) * ${width}::bigint
    ) AS rank FROM unnest(${transaction.array([...scores], BIGINT)}::bigint[]) AS wanted (score)`
  return new Map(rows.map(({ score, rank }) => [score, rank]))
}

function missing(): never {
  throw new Error('a rank was not asked for')
}
