import type { Database } from '../store/database.ts'
import type { CoachClient } from './coach-client.ts'
import { allowed, isAgreed, readConsent } from './consent.ts'
import { changePending, readPending } from './pending-turns.ts'

/**
 * Sends the questions that were asked without a network, with no page open: the server runs each once, whoever asks for it, and
 * keeps its answer until a page fetches it. Answers whether some could not be sent and are to be tried again.
 */
export async function sendWaiting(
  db: Database,
  client: Pick<CoachClient, 'ask'>,
): Promise<{ readonly again: boolean }> {
  for (const { request, tried, agent } of await readPending(db)) {
    const consent = await readConsent(db)
    if (tried || !isAgreed(consent, agent)) continue
    await changePending(db, request.turnId, { tried: true })
    const controller = new AbortController()
    const asked = await client.ask(allowed(request, consent), controller.signal)
    // It has been taken; the answer is read by a page.
    controller.abort()
    if (asked.ok || asked.failure.kind !== 'offline') continue
    await changePending(db, request.turnId, { tried: false })
    return { again: true }
  }
  return { again: false }
}
