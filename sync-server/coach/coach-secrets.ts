import { createHmac, timingSafeEqual } from 'node:crypto'

/** What the server says of texts and people without telling them: HMACs under keys that are made of its one secret. */
export interface CoachSecrets {
  /** By which an agent's service knows this server: lowercase hex. */
  readonly instance: string
  /** By which an agent's service knows an account: lowercase hex. */
  pseudonym(account: string): string
  /** Tells a text of the account's from every other. */
  mark(account: string, text: string): string
  /** Tells a request from every other. */
  request(account: string, canonical: string): Uint8Array
  /** Tells a turn's key from every other. */
  proof(account: string, turnId: string, key: string): Uint8Array
}

export function coachSecrets(secret: string): CoachSecrets {
  const keys = (['instance', 'pseudonym', 'mark', 'request', 'proof'] as const).map((use) =>
    createHmac('sha256', secret).update(`ownit coach ${use}`).digest(),
  )
  const [instanceKey, pseudonymKey, markKey, requestKey, proofKey] = keys
  /** Each part with its length before it, so that no two lists of parts are one text. */
  const hmac = (key: Buffer | undefined, ...parts: readonly string[]) => {
    if (key === undefined) throw new Error('a key was made for each use')
    const hash = createHmac('sha256', key)
    for (const part of parts) hash.update(`${part.length}:${part}`)
    return hash.digest()
  }
  return {
    instance: hmac(instanceKey).subarray(0, 8).toString('hex'),
    pseudonym: (account) => hmac(pseudonymKey, account).subarray(0, 16).toString('hex'),
    mark: (account, text) => hmac(markKey, account, text).subarray(0, 16).toString('base64url'),
    request: (account, canonical) => hmac(requestKey, account, canonical),
    proof: (account, turnId, key) => hmac(proofKey, account, turnId, key),
  }
}

/** How long it takes does not say how much of it is the same. */
export const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b)
