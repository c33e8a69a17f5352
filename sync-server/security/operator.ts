import { createHash, timingSafeEqual } from 'node:crypto'

/**
 * Whether a request comes from who runs the server: `Authorization: Bearer` and the secret they have set. How long it takes does not
 * say how much of it was right.
 */
export function isOperator(authorization: string | undefined, secret: string): boolean {
  const [, sent = ''] = /^Bearer (.+)$/i.exec(authorization ?? '') ?? []
  return timingSafeEqual(digest(sent), digest(secret))
}

const digest = (text: string) => createHash('sha256').update(text).digest()
