import type { Database } from '../store/database.ts'
import type { CoachClient } from './coach-client.ts'
import { readPending } from './pending-turns.ts'
import type { TurnDesk } from './turn-desk.ts'

/** The page's desk and the server behind it, which who asks no agent never loads. */

export async function lateDesk(db: Database): Promise<TurnDesk> {
  return (await import('./page-desk.ts')).pageDesk(db)
}

export async function lateClient(): Promise<CoachClient> {
  return (await import('./page-desk.ts')).pageClient
}

/** These questions are gone: where some are still with the desk it is told. */
export async function dropTurns(db: Database, questions: readonly string[]): Promise<void> {
  const pending = await readPending(db)
  if (pending.some(({ question }) => questions.includes(question))) await (await lateDesk(db)).drop(questions)
}
