import type { Context } from 'hono'
import * as z from 'zod'
import { ACCOUNT_HEADERS, PROBLEM_CODES } from '../../shared/sync/account.ts'
import { PATHS } from '../../shared/sync/protocol.ts'
import { readJson } from '../security/json-body.ts'
import { cameByHttps } from '../security/origin.ts'
import type { Rates } from '../security/rates.ts'
import type { Route } from '../security/route.ts'
import type { Session } from '../security/session.ts'
import { tokenBuckets } from '../security/token-bucket.ts'
import { tooManyRequests } from '../security/too-many-requests.ts'
import { accountIdSchema } from './account-id.ts'
import { AUTH_ORIGIN, type Auth } from './auth.ts'
import { decoySignUp } from './decoy-sign-up.ts'
import type { AccountSessions } from './sessions.ts'
import { codeSchema } from './sign-in-by-code.ts'
import type { SignInThrottle } from './sign-in-throttle.ts'
import { admits, type SignUpPolicy } from './signup-policy.ts'

/** Bytes of a body of these routes. */
export const AUTH_BODY_BYTES = 16 * 1024

export interface AuthRoutesOptions {
  readonly auth: Auth
  readonly sessions: AccountSessions
  readonly policy: SignUpPolicy
  readonly throttle: SignInThrottle
  readonly rates: Rates
  readonly addressOf: (context: Context) => string
  readonly now: () => number
  readonly monotonicMs: () => number
}

const credentialsSchema = z.object({ email: z.string().max(254), password: z.string().max(1024) })
const signUpSchema = credentialsSchema.extend({ code: z.string().max(200).optional() })
const changeSchema = z.object({ currentPassword: z.string().max(1024), newPassword: z.string().max(1024) })

/** Those routes of better-auth's that OwnIt uses, and no other. What is not named here does not pass on to it either. */
export function authRoutes(options: AuthRoutesOptions): readonly Route[] {
  const { auth, sessions, policy, throttle, addressOf, now } = options
  const signUps = tokenBuckets(options.rates.signUpsOfAddress, options.monotonicMs)

  /** Who knows the password signs in; who does not learns nothing of whether the address is known. */
  async function signUp(context: Context): Promise<Response> {
    const body = await readBody(context, signUpSchema)
    if (body instanceof Response) return body
    const { email, password, code } = body
    const address = addressOf(context)
    const waitMs = signUps.take(address)
    if (waitMs > 0) return tooManyRequests(context, waitMs)
    const admitted = admits(policy, context.req.header(ACCOUNT_HEADERS.signUpCode) ?? code)
    if (admitted === 'closed')
      return context.json({ error: 'this server takes no new accounts', code: PROBLEM_CODES.signUpClosed }, 403)
    if (admitted === 'code')
      return context.json({ error: 'an invitation is needed', code: PROBLEM_CODES.signUpCode }, 403)
    const attempt = throttle.attempt(email, address)
    if ('waitMs' in attempt) return tooManyRequests(context, attempt.waitMs)

    const made = await ask(auth, context, '/sign-up/email', { email, password, name: '' })
    if (made.status !== 422) {
      if (made.ok) attempt.succeeded()
      return secured(context, made)
    }
    const signedIn = await ask(auth, context, '/sign-in/email', { email, password })
    if (!signedIn.ok) return secured(context, await decoySignUp(auth, email, now()))
    attempt.succeeded()
    const { token, user } = signedInSchema.parse(await signedIn.json())
    return secured(context, Response.json({ token, user }, { headers: signedIn.headers }))
  }

  async function signIn(context: Context): Promise<Response> {
    const body = await readBody(context, credentialsSchema)
    if (body instanceof Response) return body
    const { email, password } = body
    const attempt = throttle.attempt(email, addressOf(context))
    if ('waitMs' in attempt) return tooManyRequests(context, attempt.waitMs)
    const response = await ask(auth, context, '/sign-in/email', { email, password })
    if (response.ok) attempt.succeeded()
    return secured(context, response)
  }

  /** [V2] By a code that opens the vault, where the passphrase is not at hand or forgotten. */
  async function signInWithCode(context: Context): Promise<Response> {
    const body = await readBody(context, codeSchema)
    if (body instanceof Response) return body
    const attempt = throttle.attempt(body.email, addressOf(context))
    if ('waitMs' in attempt) return tooManyRequests(context, attempt.waitMs)
    const response = await ask(auth, context, '/sign-in/code', body)
    if (!response.ok) return secured(context, response)
    attempt.succeeded()
    if (body.newPassword !== undefined) {
      const { user } = z.object({ user: z.object({ id: accountIdSchema }) }).parse(await response.clone().json())
      sessions.ended(user.id)
    }
    return secured(context, response)
  }

  async function signOut(context: Context): Promise<Response> {
    const checked = await sessions.check(context.req.header('cookie'))
    const response = await ask(auth, context, '/sign-out', {})
    if (checked !== undefined) sessions.ended(checked.session)
    return secured(context, response)
  }

  /** Signs every other device out, whatever was asked for: a passphrase is changed because somebody may know it. */
  async function changePassword(context: Context, session: Session): Promise<Response> {
    const body = await readBody(context, changeSchema)
    if (body instanceof Response) return body
    const attempt = throttle.attempt(session.account, addressOf(context))
    if ('waitMs' in attempt) return tooManyRequests(context, attempt.waitMs)
    const { deviceName } = (await sessions.list(session.account)).find(({ id }) => id === session.id) ?? {}
    const response = await ask(
      auth,
      context,
      '/change-password',
      { ...body, revokeOtherSessions: true },
      deviceName === undefined ? undefined : encodeURIComponent(deviceName),
    )
    if (response.ok) {
      attempt.succeeded()
      sessions.ended(session.account)
    }
    return secured(context, response)
  }

  return [
    { method: 'POST', path: `${PATHS.auth}/sign-up/email`, authorisation: 'public', handle: signUp },
    { method: 'POST', path: `${PATHS.auth}/sign-in/email`, authorisation: 'public', handle: signIn },
    { method: 'POST', path: `${PATHS.auth}/sign-in/code`, authorisation: 'public', handle: signInWithCode },
    { method: 'POST', path: `${PATHS.auth}/sign-out`, authorisation: 'public', handle: signOut },
    {
      method: 'GET',
      path: `${PATHS.auth}/get-session`,
      authorisation: 'public',
      handle: async (context) => secured(context, await ask(auth, context, '/get-session')),
    },
    { method: 'POST', path: `${PATHS.auth}/change-password`, authorisation: 'account', handle: changePassword },
  ]
}

const signedInSchema = z.object({ token: z.string(), user: z.record(z.string(), z.unknown()) })

async function readBody<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.output<Schema> | Response> {
  const body = await readJson(context, AUTH_BODY_BYTES)
  if (!body.ok) return context.json({ error: body.failure.error }, body.failure.status)
  const parsed = schema.safeParse(body.value)
  return parsed.success ? parsed.data : context.json({ error: 'the body is not what this route takes' }, 400)
}

/** Asks better-auth, with nothing of the request but its cookies and what its device is called. */
async function ask(
  auth: Auth,
  context: Context,
  path: string,
  body?: Readonly<Record<string, unknown>>,
  deviceName = context.req.header(ACCOUNT_HEADERS.deviceName),
): Promise<Response> {
  const headers = new Headers()
  const copied = { cookie: context.req.header('cookie'), 'user-agent': context.req.header('user-agent') }
  for (const [name, value] of Object.entries({ ...copied, [ACCOUNT_HEADERS.deviceName]: deviceName }))
    if (value !== undefined) headers.set(name, value)
  if (body !== undefined) headers.set('content-type', 'application/json')
  const request = new Request(`${AUTH_ORIGIN}${PATHS.auth}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  })
  const response = await auth.handler(request)
  // What went wrong is in the log already.
  if (response.status >= 500) throw new Error(`better-auth answered ${path} with ${response.status}`)
  return response
}

/** Cookies of a request that came by HTTPS are never sent without it. */
function secured(context: Context, response: Response): Response {
  const headers = new Headers()
  for (const name of ['content-type', 'set-cookie'] as const)
    for (const value of name === 'set-cookie' ? response.headers.getSetCookie() : [response.headers.get(name) ?? ''])
      if (value !== '') headers.append(name, name === 'set-cookie' && cameByHttps(context) ? `${value}; Secure` : value)
  return new Response(response.body, { status: response.status, headers })
}
