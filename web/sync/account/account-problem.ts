import '../../store/zod-without-eval.ts'
import * as z from 'zod/mini'
import { PROBLEM_CODES } from '../../../shared/sync/account.ts'

/** Why the server did not do what was asked of it, as far as a screen can say something about it. */
export type AccountProblem =
  /** No network, no server, or the answer was cut off: it may have been done all the same. */
  | { readonly kind: 'offline' }
  /** The address, the passphrase or the code is wrong; the server does not say which. */
  | { readonly kind: 'wrong-credentials' }
  /** There is an account with this address, and the passphrase is not its own. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'invalid-email' }
  | { readonly kind: 'signup-closed' }
  /** An invitation is needed, and none or another came. */
  | { readonly kind: 'code-needed' }
  /** Too many attempts. `afterMs` as the server asks. */
  | { readonly kind: 'throttled'; readonly afterMs: number | undefined }
  /** The session is over. */
  | { readonly kind: 'signed-out' }
  /** The account has as many keyslots as it may. */
  | { readonly kind: 'keyslots-full' }
  /** An answer that means nothing here: a proxy's page, a server of another version. */
  | { readonly kind: 'unexpected'; readonly status: number | undefined }

export interface Answer {
  readonly status: number
  readonly retryAfter: string | null
  /** Undefined where it is no JSON. */
  readonly body: unknown
}

/** The problem that an answer other than 200 states. */
export function problemOfAnswer({ status, retryAfter, body }: Answer): AccountProblem {
  if (status === 429 || status === 503) return { kind: 'throttled', afterMs: msOf(retryAfter) }
  // A proxy that does not reach the server.
  if (status === 502 || status === 504) return { kind: 'offline' }
  const said = withCode.safeParse(body)
  return BY_CODE.get(said.success ? said.data.code : '') ?? { kind: 'unexpected', status }
}

const withCode = z.object({ code: z.string() })

const BY_CODE: ReadonlyMap<string, AccountProblem> = new Map([
  [PROBLEM_CODES.signedOut, { kind: 'signed-out' }],
  [PROBLEM_CODES.signUpClosed, { kind: 'signup-closed' }],
  [PROBLEM_CODES.signUpCode, { kind: 'code-needed' }],
  [PROBLEM_CODES.wrongPassword, { kind: 'wrong-credentials' }],
  [PROBLEM_CODES.keyslotsFull, { kind: 'keyslots-full' }],
  // better-auth's own: at a sign-in, at a change of password, and at a sign-up.
  ['INVALID_EMAIL_OR_PASSWORD', { kind: 'wrong-credentials' }],
  ['INVALID_PASSWORD', { kind: 'wrong-credentials' }],
  ['INVALID_EMAIL', { kind: 'invalid-email' }],
  // Of what we send it, the address alone can be of the wrong form.
  ['VALIDATION_ERROR', { kind: 'invalid-email' }],
  ['USER_ALREADY_EXISTS', { kind: 'taken' }],
  ['USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL', { kind: 'taken' }],
])

// Seconds, which is what our server sends.
function msOf(retryAfter: string | null): number | undefined {
  return retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) * 1000 : undefined
}
