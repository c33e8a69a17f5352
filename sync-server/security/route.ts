import type { Context, Hono } from 'hono'
import { PROBLEM_CODES } from '../../shared/sync/account.ts'
import { isOperator } from './operator.ts'
import type { RequestVariables } from './request-id.ts'
import type { Session, Sessions } from './session.ts'
import type { TokenBuckets } from './token-bucket.ts'
import { tooManyRequests } from './too-many-requests.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Answer = Response | Promise<Response>

/**
 * A route of the API, saying who may use it: everybody, who runs the server, or only who is signed in to an account, and then as
 * that account.
 */
export type Route = { readonly method: Method; readonly path: string } & (
  | { readonly authorisation: 'public' | 'operator'; readonly handle: (context: Context<RequestVariables>) => Answer }
  | {
      readonly authorisation: 'account'
      readonly handle: (context: Context<RequestVariables>, session: Session) => Answer
    }
)

export interface Guard {
  readonly sessions: Sessions
  /** How often an account may ask, by account. */
  readonly byAccount: TokenBuckets
  /** Known to who runs the server and what they have call it; undefined: nobody may. */
  readonly operatorSecret: string | undefined
}

/**
 * Puts routes in place behind what they declare. An `account` route answers 401 where there is no session and 429 where the
 * account asks too often, before anything of the request is read; an `operator` route 403 where no secret is set, and 401 to who
 * does not know it.
 */
export function mountRoutes(app: Hono<RequestVariables>, routes: readonly Route[], guard: Guard): void {
  for (const route of routes)
    app.on(route.method, route.path, (context) => {
      if (route.authorisation === 'account') return handleAs(context, route.handle, guard)
      if (route.authorisation === 'operator') return handleForOperator(context, route.handle, guard)
      return route.handle(context)
    })
}

function handleForOperator(
  context: Context<RequestVariables>,
  handle: (context: Context<RequestVariables>) => Answer,
  { operatorSecret }: Guard,
): Answer {
  if (operatorSecret === undefined) return context.json({ error: 'no secret is set: see JOBS_SECRET' }, 403)
  if (isOperator(context.req.header('authorization'), operatorSecret)) return handle(context)
  return context.json({ error: 'that is not the secret' }, 401)
}

async function handleAs(
  context: Context<RequestVariables>,
  handle: (context: Context<RequestVariables>, session: Session) => Answer,
  { sessions, byAccount }: Guard,
): Promise<Response> {
  const checked = await sessions.check(context.req.header('cookie'))
  if (checked === undefined) return context.json({ error: 'not signed in', code: PROBLEM_CODES.signedOut }, 401)
  const waitMs = byAccount.take(checked.session.account)
  const response = waitMs > 0 ? tooManyRequests(context, waitMs) : await handle(context, checked.session)
  if (checked.setCookies.length === 0) return response
  // What the handler itself sets, at the end of a session, stands.
  const headers = new Headers(response.headers)
  if (!headers.has('set-cookie')) for (const cookie of checked.setCookies) headers.append('set-cookie', cookie)
  return new Response(response.body, { status: response.status, headers })
}
