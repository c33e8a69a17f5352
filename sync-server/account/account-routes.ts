import type { Context } from 'hono'
import * as z from 'zod'
import type { PublishedScore } from '../../shared/leaderboard/judge-score.ts'
import type { Player } from '../../shared/leaderboard/messages.ts'
import type { Result } from '../../shared/result/result.ts'
import { PROBLEM_CODES } from '../../shared/sync/account.ts'
import { PATHS, PROTOCOL_VERSION } from '../../shared/sync/protocol.ts'
import { readJson } from '../security/json-body.ts'
import type { Route } from '../security/route.ts'
import type { Session } from '../security/session.ts'
import { tooManyRequests } from '../security/too-many-requests.ts'
import type { TurnRecord } from '../store/coach-port.ts'
import type { AccountExport, AccountId, Store } from '../store/ports.ts'
import type { KeptDevice } from '../store/push-port.ts'
import type { Auth } from './auth.ts'
import { AUTH_BODY_BYTES } from './auth-routes.ts'
import type { AccountSessions } from './sessions.ts'
import type { SignInThrottle } from './sign-in-throttle.ts'

export interface AccountRoutesOptions {
  readonly auth: Auth
  readonly sessions: AccountSessions
  readonly store: Pick<Store, 'sync' | 'leaderboard' | 'push' | 'coach'>
  readonly coach: ForgettingCoach
  readonly throttle: SignInThrottle
  readonly addressOf: (context: Context) => string
}

/** What has an agent at some service forget the account. */
export interface ForgettingCoach {
  standing(account: AccountId): Promise<{ readonly remembered: boolean }>
  /** A failure says that something may be left. */
  forget(account: AccountId): Promise<Result<unknown, string>>
}

const passwordSchema = z.object({ password: z.string().max(1024) })

/** What an owner may do with the account as a whole: take everything along, and delete everything. */
export function accountRoutes(options: AccountRoutesOptions): readonly Route[] {
  const { auth, sessions, store, coach, throttle, addressOf } = options
  const { sync, leaderboard } = store

  /** Asks for the password again: a device left open must not be enough to delete what all of them share. */
  async function deleteAccount(context: Context, session: Session): Promise<Response> {
    const body = await readJson(context, AUTH_BODY_BYTES)
    if (!body.ok) return context.json({ error: body.failure.error }, body.failure.status)
    const parsed = passwordSchema.safeParse(body.value)
    if (!parsed.success) return context.json({ error: 'the password is needed' }, 400)
    const attempt = throttle.attempt(session.account, addressOf(context))
    if ('waitMs' in attempt) return tooManyRequests(context, attempt.waitMs)
    if (!(await isPassword(auth, session, parsed.data.password)))
      return context.json({ error: 'that is not the password', code: PROBLEM_CODES.wrongPassword }, 403)
    attempt.succeeded()
    // Before the account, with which the way to its agent goes; and the account goes whatever the agent's service says.
    const isAsked = (await store.coach.turnsOf(session.account)).some(({ state }) => state === 'running')
    const agent = await forgetAgent(coach, session.account, isAsked)
    await sync.deleteAccount(session.account)
    sessions.ended(session.account)
    const { name } = (await auth.$context).authCookies.sessionToken
    return context.json({ agent }, 200, { 'Set-Cookie': `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax` })
  }

  return [
    { method: 'DELETE', path: PATHS.account, authorisation: 'account', handle: deleteAccount },
    {
      method: 'GET',
      path: PATHS.accountExport,
      authorisation: 'account',
      handle: async (_, { account }) => {
        const [player, scores] = [await leaderboard.player(account), await leaderboard.scores(account)]
        const shown = player === undefined ? null : { ...player, scores }
        const { remembered } = await coach.standing(account)
        const turns = { remembered, turns: await store.coach.turnsOf(account) }
        const reminded = await store.push.devicesOf(account)
        return exported(await sync.exportAccount(account), { leaderboard: shown, reminded, coach: turns })
      },
    },
  ]
}

/** `none`: there was no agent. `kept`: its service may still hold something of the person, which an operator has to see to. */
async function forgetAgent(coach: ForgettingCoach, account: AccountId, isAsked: boolean) {
  // A turn that is running may be making one.
  if (!isAsked && !(await coach.standing(account)).remembered) return 'none'
  return (await coach.forget(account)).ok ? 'forgotten' : 'kept'
}

async function isPassword(auth: Auth, session: Session, password: string): Promise<boolean> {
  const { internalAdapter, password: hashes } = await auth.$context
  const hash = (await internalAdapter.findCredentialAccount(session.account))?.password
  return typeof hash === 'string' && (await hashes.verify({ hash, password }))
}

/** What others see of the account on leaderboards; null where it is on none. */
type ShownExport = (Player & { readonly scores: readonly PublishedScore[] }) | null

/** Beside what is sealed. Of turns with an agent there is nothing to read here: the conversation is in the documents. */
interface OpenExport {
  readonly leaderboard: ShownExport
  /** Devices that want to be woken: where, for what, and when. */
  readonly reminded: readonly KeptDevice[]
  readonly coach: { readonly remembered: boolean; readonly turns: readonly TurnRecord[] }
}

/**
 * `{ v, epoch, keyslots, leaderboard, reminded, coach, documents: [{ key, version, envelope }] }`, written as it is sent: an
 * account may hold 64 MiB.
 */
function exported({ epoch, documents, keyslots }: AccountExport, open: OpenExport): Response {
  function* parts(): Generator<string> {
    yield `${JSON.stringify({ v: PROTOCOL_VERSION, epoch, keyslots, ...open }).slice(0, -1)},"documents":[`
    for (const [index, { key, version, envelope }] of documents.entries())
      yield `${index === 0 ? '' : ','}${JSON.stringify({ key, version, envelope: Buffer.from(envelope).toString('base64url') })}`
    yield ']}'
  }
  const rest = parts()
  const encoder = new TextEncoder()
  const stream = new ReadableStream({
    pull(controller) {
      const part = rest.next()
      if (part.done === true) controller.close()
      else controller.enqueue(encoder.encode(part.value))
    },
  })
  return new Response(stream, {
    headers: {
      'Content-Type': 'application/json',
      'Content-Disposition': 'attachment; filename="ownit-account.json"',
    },
  })
}
