import '../store/zod-without-eval.ts'
import * as z from 'zod/mini'
import type { Board } from '../../shared/leaderboard/board.ts'
import type { PublishedScore } from '../../shared/leaderboard/judge-score.ts'
import {
  type League,
  leagueResponseSchema,
  type Player,
  playerResponseSchema,
  type ScoresResponse,
  type Standings,
  scoresResponseSchema,
  standingsSchema,
  type View,
} from '../../shared/leaderboard/messages.ts'
import { LEADERBOARD_PATHS, LEADERBOARD_REFUSALS, type LeaderboardRefusal } from '../../shared/leaderboard/protocol.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'

export type LeaderboardProblem = LeaderboardRefusal | 'signed-out' | 'unreachable'

type Answer<Value> = Promise<Result<Value, LeaderboardProblem>>

/** The leaderboards of the server. Never throws for what a network does; `null`: no player yet. */
export interface LeaderboardClient {
  readonly player: () => Answer<Player | null>
  readonly setHandle: (handle: string) => Answer<Player | null>
  /** Takes everything off the server: handle, scores, boards, leagues, friends. */
  readonly removePlayer: () => Answer<Player | null>
  readonly joinBoard: (board: Board) => Answer<Player | null>
  /** Takes the scores of the board off the server, too. */
  readonly leaveBoard: (board: Board) => Answer<Player | null>
  /** One result a score, in their order. */
  readonly publish: (scores: readonly PublishedScore[]) => Answer<ScoresResponse['results']>
  readonly standings: (view: View) => Answer<Standings>
  readonly createLeague: (name: string) => Answer<League>
  readonly joinLeague: (code: string) => Answer<League>
  readonly leaveLeague: (id: string) => Answer<void>
  /** Asks for somebody, or accepts who has asked. */
  readonly addFriend: (handle: string) => Answer<Player | null>
  readonly removeFriend: (handle: string) => Answer<Player | null>
}

const ANSWER_WITHIN_MS = 30_000
const problemSchema = z.object({ code: z.optional(z.string()) })

export function leaderboardClient(fetch: (url: string, init: RequestInit) => Promise<Response>): LeaderboardClient {
  async function ask<Schema extends z.ZodMiniType>(
    schema: Schema,
    method: string,
    path: string,
    body?: object,
  ): Promise<Result<z.output<Schema>, LeaderboardProblem>> {
    try {
      const answer = await fetch(path, {
        method,
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        cache: 'no-store',
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      })
      const content: unknown = await answer.json()
      if (!answer.ok) return fail(problemOf(answer.status, content))
      const parsed = schema.safeParse(content)
      return parsed.success ? ok(parsed.data) : fail('unreachable')
    } catch (error) {
      // No network, no answer in time, or one that is none of ours.
      if (error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError)
        return fail('unreachable')
      throw error
    }
  }

  const asPlayer = async (method: string, path: string, body?: object): Answer<Player | null> => {
    const answer = await ask(playerResponseSchema, method, path, body)
    return answer.ok ? ok(answer.value.player) : answer
  }
  const asLeague = async (path: string, body: object): Answer<League> => {
    const answer = await ask(leagueResponseSchema, 'POST', path, body)
    return answer.ok ? ok(answer.value.league) : answer
  }

  const { player, boards, scores, standings, leagues, joinLeague, friends } = LEADERBOARD_PATHS
  return {
    player: () => asPlayer('GET', player),
    setHandle: (handle) => asPlayer('PUT', player, { handle }),
    removePlayer: () => asPlayer('DELETE', player),
    joinBoard: (board) => asPlayer('PUT', boards, { board }),
    leaveBoard: (board) => asPlayer('DELETE', `${boards}?${query({ board })}`),
    publish: async (published) => {
      const answer = await ask(scoresResponseSchema, 'POST', scores, { scores: published })
      if (!answer.ok) return answer
      return answer.value.results.length === published.length ? ok(answer.value.results) : fail('unreachable')
    },
    standings: (view) => ask(standingsSchema, 'GET', `${standings}?${viewQuery(view)}`),
    createLeague: (name) => asLeague(leagues, { name }),
    joinLeague: (code) => asLeague(joinLeague, { code }),
    leaveLeague: async (id) => {
      const answer = await ask(z.object({}), 'DELETE', `${leagues}?${query({ id })}`)
      return answer.ok ? ok(undefined) : answer
    },
    addFriend: (handle) => asPlayer('PUT', friends, { handle }),
    removeFriend: (handle) => asPlayer('DELETE', `${friends}?${query({ handle })}`),
  }
}

/** A view as the server reads it. */
export function viewQuery({ board, period, scope, league }: View): string {
  return query({ board, period, scope, ...(league === undefined ? {} : { league }) })
}

const query = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString()

function problemOf(status: number, content: unknown): LeaderboardProblem {
  if (status === 401) return 'signed-out'
  if (status === 429) return 'too-many'
  const parsed = problemSchema.safeParse(content)
  const code = parsed.success ? parsed.data.code : undefined
  return LEADERBOARD_REFUSALS.find((refusal) => refusal === code) ?? 'unreachable'
}
