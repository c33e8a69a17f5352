import * as z from 'zod/mini'
import { BOARDS, SCOPES } from './board.ts'
import { type Handle, parseHandle } from './handle.ts'
import { parseLeagueCode } from './league-code.ts'
import { type Period, parsePeriod } from './period.ts'
import { LEADERBOARD_LIMITS, LEADERBOARD_REFUSALS } from './protocol.ts'

const SHORT = 64

const board = z.enum(BOARDS)
const period = z
  .string()
  .check(z.maxLength(SHORT))
  .check(z.refine((text) => parsePeriod(text) === text, 'no period'))
const periodSchema = z.pipe(
  period,
  z.transform((text) => text as Period),
)
const handleSchema = z.pipe(
  z
    .string()
    .check(z.maxLength(SHORT))
    .check(z.refine((text) => parseHandle(text) === text, 'no handle')),
  z.transform((text) => text as Handle),
)
const count = z.int().check(z.nonnegative())
const leagueId = z.string().check(z.minLength(1), z.maxLength(SHORT))
const leagueName = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(LEADERBOARD_LIMITS.leagueName))
  .check(z.refine((text) => text.isWellFormed() && !/\p{C}/u.test(text), 'characters that cannot be seen'))

/** Strict: a device that would send more than this by mistake is told so, and nothing of it is kept. */
export const scoreDraftSchema = z.strictObject({ board, period: periodSchema, score: count })
export const scoresRequestSchema = z.strictObject({
  scores: z.array(z.unknown()).check(z.minLength(1), z.maxLength(LEADERBOARD_LIMITS.scores)),
})
/** What is no handle is told apart from what is no request. */
export const handleRequestSchema = z.strictObject({ handle: z.string().check(z.maxLength(SHORT)) })
export const boardRequestSchema = z.strictObject({ board })
export const leagueDraftSchema = z.strictObject({ name: leagueName })
export const leagueCodeRequestSchema = z.strictObject({ code: z.string().check(z.maxLength(SHORT)) })

/** Of which board and period, among whom. `league` is the id of a league where the scope is one. */
export const viewSchema = z
  .strictObject({ board, period: periodSchema, scope: z.enum(SCOPES), league: z.optional(leagueId) })
  .check(z.refine(({ scope, league }) => (scope === 'league') === (league !== undefined), 'which league'))
export type View = z.infer<typeof viewSchema>

/** One answer a score, in their order. */
export const scoresResponseSchema = z.object({
  results: z.array(
    z.union([
      z.object({ status: z.literal('ok') }),
      z.object({ status: z.literal('refused'), reason: z.enum(LEADERBOARD_REFUSALS) }),
    ]),
  ),
})
export type ScoresResponse = z.infer<typeof scoresResponseSchema>

export const leagueSchema = z.object({
  id: leagueId,
  name: leagueName,
  /** The invitation: whoever has it can join. */
  code: z.string().check(z.refine((text) => parseLeagueCode(text) === text, 'no invitation code')),
  players: count,
})
export type League = z.infer<typeof leagueSchema>

/** `mutual`: both have asked. `asked`: only this player has. `asking`: only the other one has. */
export const friendSchema = z.object({ handle: handleSchema, state: z.enum(['mutual', 'asked', 'asking']) })
export type Friend = z.infer<typeof friendSchema>

/** Everything of a player but scores. */
export const playerSchema = z.object({
  handle: handleSchema,
  boards: z.array(board),
  leagues: z.array(leagueSchema),
  friends: z.array(friendSchema),
})
export type Player = z.infer<typeof playerSchema>
/** `null`: this account has no handle and is on no board. */
export const playerResponseSchema = z.object({ player: z.nullable(playerSchema) })
export const leagueResponseSchema = z.object({ league: leagueSchema })

/**
 * A row of a board. Equal scores have an equal rank, and the next lower one as many ranks further on (1, 2, 2, 4); rows of equal
 * rank come in the order of their handles. `rankBefore` is the rank in the period before this one (last week for a week) in
 * the same scope, where it is known: in leagues and among friends for everyone who had one, else for oneself.
 */
export const standingSchema = z.object({
  handle: handleSchema,
  score: count,
  rank: z.int().check(z.positive()),
  rankBefore: z.optional(z.int().check(z.positive())),
})
export type Standing = z.infer<typeof standingSchema>

export const standingsSchema = z.object({
  /** From the first rank on. */
  top: z.array(standingSchema),
  /** Oneself between those next to one; empty where one has published no score. */
  around: z.array(standingSchema),
  own: z.nullable(standingSchema),
  /** How many have a score here. */
  total: count,
})
export type Standings = z.infer<typeof standingsSchema>
