import '../store/zod-without-eval.ts'
import * as z from 'zod/mini'
import type { Json } from '../../shared/document/document.ts'
import {
  type Player,
  playerSchema,
  type Standings,
  standingsSchema,
  type View,
} from '../../shared/leaderboard/messages.ts'
import type { Database } from '../store/database.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import { viewQuery } from './leaderboard-client.ts'

const NAME = 'community-seen'
/** So many boards are remembered, those that were seen last. */
const MOST = 12

const seenSchema = z.object({
  /** The turning-on of synchronisation with which they were seen: another account's are not shown. */
  turn: z.string(),
  player: playerSchema,
  /** By view, the last seen one last. `at`: ms since 1970 UTC. */
  boards: z.array(z.object({ view: z.string(), at: z.number(), standings: standingsSchema })),
})

/** What was last seen of the leaderboards, for when the server does not answer. Of this device alone. */
export type Seen = z.infer<typeof seenSchema>

export async function readSeen(db: Database, turn: string): Promise<Seen | undefined> {
  const kept = seenSchema.safeParse(await readMeta(db, NAME))
  return kept.success && kept.data.turn === turn ? kept.data : undefined
}

export const seenOf = (seen: Seen | undefined, view: View) => seen?.boards.find((one) => one.view === viewQuery(view))

/** Remembers a player as the server last told of them, and with `board` how a board stood. `null`: forgets all of it. */
export async function writeSeen(
  db: Database,
  turn: string,
  player: Player | null,
  board?: { readonly view: View; readonly standings: Standings },
): Promise<void> {
  if (player === null) {
    await writeMeta(db, NAME, null)
    return
  }
  const before = (await readSeen(db, turn))?.boards ?? []
  const fresh = board && { view: viewQuery(board.view), at: db.now(), standings: board.standings }
  const boards = fresh === undefined ? before : [...before.filter(({ view }) => view !== fresh.view), fresh]
  await writeMeta(db, NAME, asJson({ turn, player, boards: boards.slice(-MOST) }))
}

/** Without what is undefined, which no JSON has. */
function asJson(seen: Seen): Json {
  return JSON.parse(JSON.stringify(seen))
}
