import { COACH_PATHS } from '../../shared/coach/protocol.ts'
import type { Database } from '../store/database.ts'
import { allowedBody, isAgreed, noteSent, readConsent } from './consent.ts'
import { changePending, readPending } from './pending-turns.ts'

/**
 * Sends the questions that were asked without a network, with no page open: the server runs each once, whoever asks for it, and
 * keeps its answer until a page fetches it. Answers whether some could not be sent and are to be tried again.
 */
export async function sendWaiting(
  db: Database,
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): Promise<boolean> {
  for (const turn of await readPending(db)) {
    const consent = await readConsent(db)
    if (turn.tried || !isAgreed(consent, turn.agent)) continue
    const allowed = allowedBody(turn, consent)
    await changePending(db, turn.turnId, { ...allowed, tried: true })
    await noteSent(db, allowed.body)
    if (await isTaken(allowed.body, fetch)) continue
    await changePending(db, turn.turnId, { tried: false })
    return true
  }
  return false
}

async function isTaken(body: string, fetch: (url: string, init: RequestInit) => Promise<Response>): Promise<boolean> {
  try {
    const answer = await fetch(COACH_PATHS.turns, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'error',
    })
    // The answer is read by a page: it waits at the server.
    await answer.body?.cancel()
    return answer.status < 500
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
