import '../../store/zod-without-eval.ts'
import * as z from 'zod/mini'
import { fail, ok, type Result } from '../../../shared/result/result.ts'
import { ACCOUNT_HEADERS } from '../../../shared/sync/account.ts'
import {
  type Device,
  devicesSchema,
  type Keyslot,
  type KeyslotDraft,
  keyslotsSchema,
} from '../../../shared/sync/messages.ts'
import { PATHS } from '../../../shared/sync/protocol.ts'
import { type AccountProblem, type Answer, problemOfAnswer } from './account-problem.ts'

/** An answer that takes longer is not waited for, in ms. */
export const ANSWER_WITHIN_MS = 30_000

/** An account, as whoever is signed in sees it. */
export interface SignedIn {
  readonly accountId: string
  readonly email: string
}

/** `password` is what the passphrase gives for the server, never the passphrase. */
export interface Credentials {
  readonly email: string
  readonly password: string
}

type Outcome<Value> = Promise<Result<Value, AccountProblem>>

/** The server's accounts and keyslots, as the device that is signed in may use them. Never throws for what a network does. */
export interface AccountClient {
  /** Creates the account, or signs in where it is there already with these credentials. `invitation` where one is needed. */
  signUp(credentials: Credentials & { readonly invitation?: string }): Outcome<SignedIn>
  signIn(credentials: Credentials): Outcome<SignedIn>
  /**
   * Signs in by the proof of a code that has a keyslot. A recovery code may set a new password with it, which signs every
   * other device out.
   */
  signInByCode(code: {
    readonly email: string
    readonly proof: string
    readonly newPassword?: string
  }): Outcome<SignedIn>
  signOut(): Outcome<void>
  /** Who is signed in; undefined: nobody. */
  session(): Outcome<SignedIn | undefined>
  /** Signs every other device out. */
  changePassword(change: { readonly currentPassword: string; readonly newPassword: string }): Outcome<void>
  keyslots(): Outcome<readonly Keyslot[]>
  /** Creates the slot, or replaces the one of this id. */
  putKeyslot(slot: KeyslotDraft): Outcome<void>
  /** Good also where there is none of this id any more. */
  deleteKeyslot(id: string): Outcome<void>
  devices(): Outcome<readonly Device[]>
  /** Signs another device out. Good also where it is out already. */
  revokeDevice(id: string): Outcome<void>
  /** Deletes the account and everything that the server holds of it. */
  deleteAccount(password: string): Outcome<void>
}

export interface AccountClientOptions {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** What this device is called in the list of devices; the server else names its browser. */
  readonly deviceName?: string
  /** Aborts after so many ms. Default: the platform's own. */
  readonly timeout?: (ms: number) => AbortSignal
}

const user = z.object({ user: z.object({ id: z.string(), email: z.string() }) })
const signedIn = z.pipe(
  user,
  z.transform(({ user: { id, email } }): SignedIn => ({ accountId: id, email })),
)
const nothing = z.pipe(
  z.unknown(),
  z.transform(() => undefined),
)

/** Speaks to our own origin's server; the session is the browser's cookie. */
export function accountClient({
  fetch,
  deviceName,
  timeout = AbortSignal.timeout,
}: AccountClientOptions): AccountClient {
  const named: Record<string, string> =
    deviceName === undefined ? {} : { [ACCOUNT_HEADERS.deviceName]: encodeURIComponent(deviceName) }

  async function ask<Schema extends z.ZodMiniType>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    schema: Schema,
    { body, headers, also }: { body?: unknown; headers?: Record<string, string>; also?: number } = {},
  ): Outcome<z.output<Schema>> {
    let answer: Answer
    try {
      const response = await fetch(path, {
        method,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        body: body === undefined ? null : JSON.stringify(body),
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal: timeout(ANSWER_WITHIN_MS),
      })
      answer = {
        status: response.status,
        retryAfter: response.headers.get('retry-after'),
        body: jsonOf(await response.text()),
      }
    } catch {
      // Refused, cut off or timed out: what fetch throws says no more than that no answer came.
      return fail({ kind: 'offline' })
    }
    if (answer.status !== 200 && answer.status !== also) return fail(problemOfAnswer(answer))
    const parsed = schema.safeParse(answer.body)
    return parsed.success ? ok(parsed.data) : fail({ kind: 'unexpected', status: answer.status })
  }

  return {
    signUp: ({ invitation, ...credentials }) =>
      ask('POST', `${PATHS.auth}/sign-up/email`, signedIn, {
        body: { name: '', ...credentials },
        headers: { ...named, ...(invitation === undefined ? {} : { [ACCOUNT_HEADERS.signUpCode]: invitation }) },
      }),
    signIn: (credentials) =>
      ask('POST', `${PATHS.auth}/sign-in/email`, signedIn, { body: credentials, headers: named }),
    signInByCode: (code) => ask('POST', `${PATHS.auth}/sign-in/code`, signedIn, { body: code, headers: named }),
    signOut: () => ask('POST', `${PATHS.auth}/sign-out`, nothing, { body: {} }),
    session: async () => {
      const session = await ask('GET', `${PATHS.auth}/get-session`, z.nullable(signedIn))
      return session.ok ? ok(session.value ?? undefined) : session
    },
    changePassword: (change) => ask('POST', `${PATHS.auth}/change-password`, nothing, { body: change }),
    keyslots: async () => {
      const held = await ask('GET', PATHS.keyslots, keyslotsSchema)
      return held.ok ? ok(held.value.keyslots) : held
    },
    putKeyslot: (slot) => ask('PUT', PATHS.keyslots, nothing, { body: slot }),
    deleteKeyslot: (id) => ask('DELETE', `${PATHS.keyslots}?id=${encodeURIComponent(id)}`, nothing, { also: 404 }),
    devices: async () => {
      const held = await ask('GET', PATHS.devices, devicesSchema)
      return held.ok ? ok(held.value.devices) : held
    },
    revokeDevice: (id) => ask('DELETE', `${PATHS.devices}?id=${encodeURIComponent(id)}`, nothing, { also: 404 }),
    deleteAccount: (password) => ask('DELETE', PATHS.account, nothing, { body: { password } }),
  }
}

function jsonOf(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text)
    return body
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
