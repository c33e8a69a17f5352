import './zod-without-eval.ts'
import * as z from 'zod/mini'
import { DELETED, type Document, isDeleted } from '../../shared/document/document.ts'
import { BOARDS } from '../../shared/leaderboard/board.ts'
import { type Handle, parseHandle } from '../../shared/leaderboard/handle.ts'
import {
  inOrder,
  type League,
  type LeagueId,
  type PlayerKeys,
  parseLeagueId,
  parseLeagueName,
  parsePlayerKey,
  parseSeed,
} from '../../shared/score-card/league.ts'
import type { Edit } from './change.ts'
import { LEAGUES } from './collections.ts'
import type { Database } from './database.ts'

/** A league without a server, and who this person is in it. */
export interface OwnLeague extends League {
  readonly handle: Handle
  readonly keys: PlayerKeys
  /** When the person came to it, ms since 1970 UTC. */
  readonly joined: number
}

/** The leagues that this person is in, the first one first. */
export async function readLeagues(db: Database): Promise<OwnLeague[]> {
  const documents = await db.documents.where('[collection+id]').between([LEAGUES, ''], [LEAGUES, '\uffff']).toArray()
  return documents
    .filter((document) => !isDeleted(document))
    .flatMap((document) => leagueOf(document) ?? [])
    .sort((a, b) => a.joined - b.joined || (a.id < b.id ? -1 : 1))
}

/**
 * [L6] The key this person has in a league, or had before they left it: who comes back is the same player, and what others hold of
 * them stays theirs.
 */
export async function keysInLeague(db: Database, id: LeagueId): Promise<PlayerKeys | undefined> {
  const document = await db.documents.get([LEAGUES, id])
  return document === undefined ? undefined : leagueOf(document)?.keys
}

/** Makes a league or joins one. Key and seed are one field, so that two devices which join apart end with one of the two, whole. */
export function joinLeagueEdit({ id, name, boards, handle, keys, joined }: OwnLeague): Edit {
  const { player, seed } = keys
  return { collection: LEAGUES, id, fields: { name, boards, handle, joined, keys: { player, seed } } }
}

/** Another handle in a league: for the cards that are issued from now on. */
export function handleEdit(id: LeagueId, handle: Handle): Edit {
  return { collection: LEAGUES, id, fields: { handle } }
}

/** Leaves a league. What others sent is cleared with it: see `clearCardsEdits`. */
export function leaveLeagueEdit(id: LeagueId): Edit {
  return { collection: LEAGUES, id, fields: { [DELETED]: true } }
}

const fieldsSchema = z.object({
  name: z.string(),
  boards: z.array(z.string()),
  handle: z.string(),
  joined: z.number(),
  keys: z.object({ player: z.string(), seed: z.string() }),
})

function leagueOf({ id: idText, fields }: Document): OwnLeague | undefined {
  const parsed = fieldsSchema.safeParse(fields)
  if (!parsed.success) return undefined
  const { data } = parsed
  const id = parseLeagueId(idText)
  const name = parseLeagueName(data.name)
  const handle = parseHandle(data.handle)
  const player = parsePlayerKey(data.keys.player)
  const seed = parseSeed(data.keys.seed)
  const boards = inOrder(BOARDS.filter((board) => data.boards.includes(board)))
  if (id === undefined || name === undefined || handle === undefined || boards.length === 0) return undefined
  if (player === undefined || seed === undefined) return undefined
  return { id, name, boards, handle, joined: data.joined, keys: { player, seed } }
}
