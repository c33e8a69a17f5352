import { fail, ok, type Result } from '../../../shared/result/result.ts'
import { type CodeSecret, codeOf, secretOf } from './secret-code.ts'

/** What one device shows and another takes: the account it is about, and the secret of a slot of kind `device`. */
export interface Pairing {
  readonly email: string
  readonly secret: CodeSecret
}

/** The path of the screen that takes a pairing link. */
export const PAIRING_PATH = '/sync'

/**
 * The text of a pairing QR: an address of this app at `origin`, so that any camera opens it. Everything is behind the `#`,
 * which a browser sends to no server.
 */
export function pairingLink(origin: string, { email, secret }: Pairing): string {
  const link = new URL(PAIRING_PATH, origin)
  link.hash = new URLSearchParams({ pair: codeOf(secret), email }).toString()
  return link.href
}

export interface PairingLinkProblem {
  readonly kind: 'no-link' | 'damaged'
  readonly message: string
}

/** What a pairing link says. `text` is the whole address, or the part from `#` on. */
export function parsePairingLink(text: string): Result<Pairing, PairingLinkProblem> {
  const fragment = new URLSearchParams(text.slice(text.indexOf('#') + 1))
  const [code, email] = [fragment.get('pair'), fragment.get('email')]
  if (!text.includes('#') || code === null || email === null || email === '')
    return fail({ kind: 'no-link', message: 'This is no link from another device.' })
  const secret = secretOf(code)
  if (!secret.ok) return fail({ kind: 'damaged', message: `The link is damaged. ${secret.failure.message}` })
  return ok({ email, secret: secret.value })
}
