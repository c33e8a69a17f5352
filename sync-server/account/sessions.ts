import { parse } from 'hono/utils/cookie'
import type { CheckedSession, EndedSessions, Session, SessionOfAccount, Sessions } from '../security/session.ts'
import type { AccountId } from '../store/ports.ts'
import { accountIdSchema } from './account-id.ts'
import type { Auth } from './auth.ts'

/** For so long a session found valid is believed, in ms. Ended on this process it is over at once, on another one then. */
export const BELIEVED_MS = 5000
const MOST_BELIEVED = 10_000
/** How exact "last seen" is, in ms: each time is one write. */
const SEEN_EVERY_MS = 10 * 60_000

export interface AccountSessions extends Sessions, EndedSessions {
  /** To be told when sessions ended elsewhere than here: all those of the account, or the one. */
  ended(over: Session | AccountId): void
}

/**
 * Sessions as better-auth keeps them. Asking it costs a signature and a join, and a device asks up to twenty times a second;
 * so what it said is believed for a few seconds, by cookie.
 */
export function accountSessions(auth: Auth, now: () => number): AccountSessions {
  const believed = new Map<string, { session: Session; until: number }>()
  const waiting = new Set<{ session: Session; listener: () => void }>()
  // An answer that was under way when a session ended says nothing of it.
  let endings = 0

  function believe(cookie: string, session: Session): void {
    believed.set(cookie, { session, until: now() + BELIEVED_MS })
    const [oldest] = believed.keys()
    if (believed.size > MOST_BELIEVED && oldest !== undefined) believed.delete(oldest)
  }

  function ended(over: Session | AccountId): void {
    const isOver = ({ id, account }: Session) => (typeof over === 'string' ? account === over : id === over.id)
    endings += 1
    for (const [cookie, { session }] of believed) if (isOver(session)) believed.delete(cookie)
    for (const entry of [...waiting]) {
      if (!isOver(entry.session)) continue
      waiting.delete(entry)
      entry.listener()
    }
  }

  async function check(cookies: string | undefined): Promise<CheckedSession | undefined> {
    const cookie = await sessionCookie(auth, cookies)
    if (cookie === undefined) return undefined
    const known = believed.get(cookie)
    if (known !== undefined && known.until > now()) return { session: known.session, setCookies: [] }
    believed.delete(cookie)
    const before = endings
    const { headers, response } = await auth.api.getSession({ headers: new Headers({ cookie }), returnHeaders: true })
    if (response === null) return undefined
    const session = { id: response.session.id, account: accountIdSchema.parse(response.user.id) }
    if (endings === before) believe(cookie, session)
    await noteSeen(auth, response.session, now())
    return { session, setCookies: headers.getSetCookie() }
  }

  return {
    check,
    ended,
    async isValid(cookies) {
      const cookie = await sessionCookie(auth, cookies)
      if (cookie === undefined) return false
      const headers = new Headers({ cookie })
      return (await auth.api.getSession({ headers, query: { disableRefresh: true } })) !== null
    },
    async list(account) {
      return (await rowsOf(auth, account)).map(describe)
    },
    async end(account, id) {
      const row = (await rowsOf(auth, account)).find((session) => session.id === id)
      if (row === undefined) return false
      await (await auth.$context).internalAdapter.deleteSession(row.token)
      ended({ id, account })
      return true
    },
    onEnd(session, listener) {
      const entry = { session, listener }
      waiting.add(entry)
      return () => void waiting.delete(entry)
    },
  }
}

/** The one cookie that counts, as `name=value`; the others of a browser are nothing to remember. */
async function sessionCookie(auth: Auth, cookies: string | undefined): Promise<string | undefined> {
  if (cookies === undefined) return undefined
  const { name } = (await auth.$context).authCookies.sessionToken
  const value = parse(cookies, name)[name]
  return value === undefined ? undefined : `${name}=${encodeURIComponent(value)}`
}

const rowsOf = async (auth: Auth, account: AccountId) =>
  (await auth.$context).internalAdapter.listSessions(account, { onlyActiveSessions: true })

async function noteSeen(auth: Auth, row: { token: string; updatedAt: Date }, now: number): Promise<void> {
  if (now - row.updatedAt.getTime() < SEEN_EVERY_MS) return
  await (await auth.$context).internalAdapter.updateSession(row.token, { updatedAt: new Date(now) })
}

interface SessionRow {
  readonly id: string
  readonly userAgent?: string | null | undefined
  readonly createdAt: Date
  readonly updatedAt: Date
}

const describe = ({ id, userAgent, createdAt, updatedAt }: SessionRow): SessionOfAccount => ({
  id,
  deviceName: userAgent ?? '',
  createdAt: createdAt.getTime(),
  lastSeenAt: updatedAt.getTime(),
})
