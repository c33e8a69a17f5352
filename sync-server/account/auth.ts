import { betterAuth } from 'better-auth/minimal'
import { ACCOUNT_HEADERS } from '../../shared/sync/account.ts'
import { PATHS } from '../../shared/sync/protocol.ts'
import { errorForLog } from '../error-for-log.ts'
import type { Log } from '../log.ts'
import type { Store, SyncStore } from '../store/ports.ts'
import { deviceName } from './device-name.ts'
import { signInByCode } from './sign-in-by-code.ts'

export const SESSION_DAYS = 30
const DAY_SECONDS = 24 * 60 * 60

/** better-auth asks where it stands for links in e-mails and for redirects. It sends no e-mail and redirects nobody. */
export const AUTH_ORIGIN = 'http://ownit.invalid'

export interface AuthOptions {
  readonly database: Store['auth']
  /** Of an account, for who signs in by a code that has one. */
  readonly keyslots: SyncStore['keyslots']
  /** Signs the session cookies. */
  readonly secret: string
  readonly log: Log
  /** ms since 1970 UTC. better-auth itself asks the machine's clock. */
  readonly now: () => number
}

/**
 * Accounts, credentials and sessions: better-auth, with what we use of it. Origins, rates and the routes that are open are
 * judged before a request comes here, by one rule for the whole API.
 */
export function createAuth({ database, keyslots, secret, log, now }: AuthOptions) {
  return betterAuth({
    appName: 'OwnIt',
    baseURL: AUTH_ORIGIN,
    basePath: PATHS.auth,
    secret,
    database,
    plugins: [signInByCode(keyslots, now)],
    // What comes as the password is derived from the passphrase on the device: 43 characters that nobody types.
    emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128 },
    session: { expiresIn: SESSION_DAYS * DAY_SECONDS, updateAge: DAY_SECONDS, cookieCache: { enabled: false } },
    databaseHooks: {
      session: {
        create: {
          // Addresses and user agents tell where somebody was and with what. A name is all that a list of devices needs.
          before: async (session, context) => ({
            data: { ...session, ipAddress: null, userAgent: nameFrom(context?.headers ?? context?.request?.headers) },
          }),
        },
      },
    },
    advanced: {
      cookiePrefix: 'ownit',
      // `Secure` is put on by the request: one server may be reached with TLS and, at home, without.
      useSecureCookies: false,
      disableCSRFCheck: true,
      disableOriginCheck: true,
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its own lines name addresses of people.
    logger: { disabled: true },
    onAPIError: {
      onError: (error) => {
        if (!isAnswer(error)) log('error', 'accounts failed', { error: errorForLog(error) })
      },
    },
  })
}

export type Auth = ReturnType<typeof createAuth>

const nameFrom = (headers: Headers | undefined) =>
  deviceName(headers?.get(ACCOUNT_HEADERS.deviceName) ?? null, headers?.get('user-agent') ?? null)

/** better-auth throws its answers 4xx. */
function isAnswer(error: unknown): boolean {
  return (
    error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500
  )
}
