import type { Board, Scope } from '../../shared/leaderboard/board.ts'
import type { Handle } from '../../shared/leaderboard/handle.ts'
import type { PublishedScore } from '../../shared/leaderboard/judge-score.ts'
import type { League, Player, Standings } from '../../shared/leaderboard/messages.ts'
import type { Period } from '../../shared/leaderboard/period.ts'
import type { Entry } from '../../shared/leaderboard/rank.ts'
import type { Result } from '../../shared/result/result.ts'
import type { AccountId } from './ports.ts'

/** The scores that are compared with one another: those of one board in one period. */
export interface List {
  readonly board: Board
  readonly period: Period
}

/** Whose scores of a list are asked for. */
export type Among = { readonly scope: Exclude<Scope, 'league'> } | { readonly scope: 'league'; readonly league: string }

export interface StandingsQuestion {
  readonly list: List
  /** The list that ranks are compared with, which has nothing of this one; undefined: none. */
  readonly before: List | undefined
  readonly among: Among
  /** Rows from the first rank on. */
  readonly top: number
  /** Rows on either side of one's own. */
  readonly around: number
}

/** What became of a published score: `same` is one that stood there already. */
export type PublishOutcome = 'moved' | 'same' | 'not-joined'

/** Who looks at the scores of a player besides everyone: the leagues, and the accounts of mutual friends. */
export interface Audience {
  readonly leagues: readonly string[]
  readonly friends: readonly AccountId[]
}

/** A score that is not there any more. */
export interface RemovedScore extends List {
  readonly handle: Handle
}

/** Of an account on a list, for who keeps an index of it. */
export interface Place {
  /** The identity of the data that are asked. */
  readonly epoch: string
  readonly handle: Handle
  readonly isJoined: boolean
  /** Undefined: none there. */
  readonly score: number | undefined
}

/**
 * Players, what they have chosen to show, and with whom. Each call is one transaction. A score is there while its player is on
 * its board: whoever leaves a board, all boards, or the server is gone from every answer that begins after that.
 *
 * Rows come in the order of `byRank`, ranks are as `ranked` gives them (shared/leaderboard/rank.ts), whatever the store.
 */
export interface LeaderboardStore {
  /** Undefined: the account has no handle. */
  player(account: AccountId): Promise<Player | undefined>
  /**
   * Makes the account a player of that name, or gives the player another one, on all boards at once. `taken`: somebody else has
   * it, or one that looks like it. Rejects with `AccountGone` where there is no such account.
   */
  setHandle(account: AccountId, handle: Handle): Promise<'ok' | 'taken'>
  /** The player with boards, scores, friends and places in leagues; a league that nobody is in is gone too. */
  removePlayer(account: AccountId): Promise<readonly RemovedScore[]>

  joinBoard(account: AccountId, board: Board): Promise<'ok' | 'no-player'>
  /** With all its scores of that board, in every period. */
  leaveBoard(account: AccountId, board: Board): Promise<readonly RemovedScore[]>
  /** Puts scores in place of what stood there, at `now` (ms since 1970 UTC). Outcomes are in the order of the scores. */
  publish(account: AccountId, scores: readonly PublishedScore[], now: number): Promise<readonly PublishOutcome[]>
  /** Everything that the account shows, by board and period. */
  scores(account: AccountId): Promise<readonly PublishedScore[]>

  /** Makes a league with this player in it; `id` and `code` are new ones. */
  createLeague(
    account: AccountId,
    league: Pick<League, 'id' | 'name' | 'code'>,
  ): Promise<Result<League, 'no-player' | 'full'>>
  /** Being in it already is as good. */
  joinLeague(account: AccountId, code: string): Promise<Result<League, 'no-player' | 'no-league' | 'full'>>
  /** False: the player is not in it. */
  leaveLeague(account: AccountId, id: string): Promise<boolean>

  /** Asks for somebody, by a handle that looks like theirs. Both are friends when both have asked. */
  addFriend(account: AccountId, handle: Handle): Promise<'ok' | 'no-player' | 'no-such-handle' | 'own-handle' | 'full'>
  /** Takes back one's own asking and theirs, so that nothing is left between the two. False: there was nothing. */
  removeFriend(account: AccountId, handle: Handle): Promise<boolean>

  audience(account: AccountId): Promise<Audience>
  standings(
    account: AccountId,
    question: StandingsQuestion,
  ): Promise<Result<Standings, 'no-player' | 'not-joined' | 'no-league'>>

  /** For who keeps an index: where the account is on a list; undefined where it is no player. */
  place(account: AccountId, list: List): Promise<Place | undefined>
  /** For who keeps an index: the next entries of a list in the order of ranks, as `account` may read them. */
  page(account: AccountId, list: List, after: Entry | undefined, limit: number): Promise<readonly Entry[]>
  /** For who keeps an index: whether a list has every one of these entries, none twice, as they are. */
  hasAll(account: AccountId, list: List, entries: readonly Entry[]): Promise<boolean>
  /** For who keeps an index: which of these handles have a score in a list, and which. */
  scoresOf(account: AccountId, list: List, handles: readonly Handle[]): Promise<ReadonlyMap<Handle, number>>
}
