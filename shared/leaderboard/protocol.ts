/** The paths of the routes of leaderboards. */
export const LEADERBOARD_PATHS = {
  player: '/api/leaderboard/player',
  boards: '/api/leaderboard/boards',
  scores: '/api/leaderboard/scores',
  standings: '/api/leaderboard/standings',
  events: '/api/leaderboard/events',
  leagues: '/api/leaderboard/leagues',
  joinLeague: '/api/leaderboard/leagues/join',
  friends: '/api/leaderboard/friends',
} as const

/** One set of limits for both sides. */
export const LEADERBOARD_LIMITS = {
  /** Scores in one request: every board in a week, a month and all time, and a period that is about to close. */
  scores: 20,
  /** Rows from the top of a board. */
  top: 100,
  /** Rows on either side of one's own. */
  around: 5,
  /** Leagues of one player. */
  leagues: 20,
  /** Players of one league. */
  leaguePlayers: 200,
  /** People that one player has asked for. */
  friends: 200,
  /** Characters of a league's name. */
  leagueName: 40,
  /** Bytes of a request's body. */
  bodyBytes: 4 * 1024,
} as const

/** Why something is refused. Each is the `code` of an answer, or the reason beside a score, and each is counted. */
export const LEADERBOARD_REFUSALS = [
  /** The request has another shape: a score that is no whole number, an unknown board, a field that nobody asked for. */
  'malformed',
  /** The handle is no handle: its alphabet is small. */
  'handle-malformed',
  /** Somebody has this handle, or one that looks like it. */
  'handle-taken',
  /** There is no player yet: a handle comes first. */
  'no-player',
  /** The player is not on this board: who shows nothing sees nothing. */
  'not-joined',
  /** More than the days of the period so far can hold. */
  'implausible',
  /** The period takes no scores any more. */
  'period-closed',
  /** Nowhere in the world has the period begun. */
  'period-not-begun',
  /** No league has this invitation code, or the player is not in the league. */
  'no-league',
  /** No player has this handle. */
  'no-such-handle',
  /** Nobody is a friend of themself. */
  'own-handle',
  /** The league, the leagues of the player, or the friends asked for are as many as they may be. */
  'full',
  /** Too often. */
  'too-many',
] as const
export type LeaderboardRefusal = (typeof LEADERBOARD_REFUSALS)[number]
