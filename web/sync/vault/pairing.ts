import { type CodeSecret, codeOf } from './secret-code.ts'

/** What one device shows and another takes: the account it is about, and the secret of a slot of kind `device`. */
export interface Pairing {
  readonly email: string
  readonly secret: CodeSecret
}

/** The path of the screen that takes a pairing link. */
const PAIRING_PATH = '/sync'

/**
 * The text of a pairing QR: an address of this app at `origin`, so that any camera opens it. Everything is behind the `#`,
 * as `pair` and `email`, which a browser sends to no server.
 */
export function pairingLink(origin: string, { email, secret }: Pairing): string {
  const link = new URL(PAIRING_PATH, origin)
  link.hash = new URLSearchParams({ pair: codeOf(secret), email }).toString()
  return link.href
}
