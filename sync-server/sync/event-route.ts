import type { Context } from 'hono'
import { PATHS } from '../../shared/sync/protocol.ts'
import { inOwnRequest } from '../security/in-own-request.ts'
import type { Route } from '../security/route.ts'
import type { EndedSessions, Session, Sessions } from '../security/session.ts'
import { tooManyRequests } from '../security/too-many-requests.ts'
import type { Pokes } from '../store/ports.ts'
import { type EventStreams, KEEP_ALIVE_MS } from './event-streams.ts'

/** Answers with a stream of pokes for as long as the session lasts. `subscribe` returns how to stop listening. */
export type AnswerWithPokes = (
  context: Context,
  session: Session,
  subscribe: (listener: () => void) => () => void,
) => Response

/** [S9] `GET /api/sync/events`: pokes for as long as the session lasts. */
export function eventRoute(answer: AnswerWithPokes, pokes: Pokes): Route {
  return {
    method: 'GET',
    path: PATHS.events,
    authorisation: 'account',
    handle: (context, session) => answer(context, session, (listener) => pokes.subscribe(session.account, listener)),
  }
}

/** Answers with a stream of these, or with 429 where the account has as many as it may. */
export function answerWithPokes(streams: EventStreams, sessions: Sessions & EndedSessions): AnswerWithPokes {
  return (context, session, subscribe) => {
    const headers = {
      'Content-Type': 'text/event-stream',
      // nginx holds answers back to fill its buffers, unless told not to.
      'X-Accel-Buffering': 'no',
    }
    // Nobody would read the stream, and nobody end it.
    if (context.req.method === 'HEAD') return new Response(null, { headers })
    const cookies = context.req.header('cookie')
    const stream = streams.open({
      account: session.account,
      onPoke: subscribe,
      onEnd: (listener) => sessions.onEnd(session, inOwnRequest(listener)),
      isValid: () => sessions.isValid(cookies),
    })
    if (stream === 'full') return tooManyRequests(context, KEEP_ALIVE_MS)
    return new Response(stream, { headers })
  }
}
