import { isDeleted } from '../../shared/document/document.ts'
import { BOARDS, type Board } from '../../shared/leaderboard/board.ts'
import type { Edit } from './change.ts'
import { PROFILE } from './collections.ts'
import type { Database } from './database.ts'
import { ME } from './profile.ts'

/** In the profile, so that a second device knows; the value is the account with which it was agreed, so that no other gets a score. */
const fieldOf = (board: Board): string => `publish@${board}`

/** The boards for which the person has agreed that their scores go to a server's account. */
export async function readPublishedBoards(db: Database, account: string): Promise<readonly Board[]> {
  const document = await db.documents.get([PROFILE, ME])
  if (document === undefined || isDeleted(document)) return []
  return BOARDS.filter((board) => document.fields[fieldOf(board)] === account)
}

/** Agrees for some boards, or takes it back with `null`. */
export function publishedBoardsEdit(boards: readonly Board[], account: string | null): Edit {
  return { collection: PROFILE, id: ME, fields: Object.fromEntries(boards.map((board) => [fieldOf(board), account])) }
}
