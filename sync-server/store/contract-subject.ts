import { betterAuth } from 'better-auth'
import { type EnvelopeKey, envelopeKeySchema } from '../../shared/sync/messages.ts'
import { LIMITS } from '../../shared/sync/protocol.ts'
import type { AccountId, Exchange, ExchangeOutcome, Push, Store } from './ports.ts'

/** A store under test, and what a contract does with it. */
export interface Subject {
  readonly store: Store
  /** Another process's store of the same data; undefined where one process has the data to itself. */
  readonly otherProcess?: Store
  /** Another connection to the same data, of this process or of another. */
  readonly otherConnection?: Store
  /** Lets go of everything, the data too. */
  dispose(): Promise<void>
}

/** Signs up as people do, so that an account has all that it has in life: user, credentials and a session. */
export async function newAccount(store: Store): Promise<AccountId> {
  const auth = authOf(store)
  const email = `person-${crypto.randomUUID()}@example.org`
  const { user } = await auth.api.signUpEmail({ body: { email, password: 'a derived key', name: 'Person' } })
  return user.id as AccountId
}

/** Accounts on a store; the password's hash is left out for its cost. */
export const authOf = (store: Store) =>
  betterAuth({
    database: store.auth,
    secret: 'a secret that only tests use, long enough for any check',
    baseURL: 'http://localhost:8787',
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      password: { hash: async (password) => password, verify: async ({ hash, password }) => hash === password },
    },
  })

/** An account's side of the exchange, with the usual limits where a test says nothing else. */
export function deviceOf(store: Store, account: AccountId) {
  let epoch: string | undefined
  const exchange = async (request: Partial<Exchange> = {}): Promise<ExchangeOutcome> => {
    epoch ??= (await store.sync.exchange(account, { ...USUAL, epoch: '' })).epoch
    return store.sync.exchange(account, { ...USUAL, epoch, ...request })
  }
  return {
    exchange,
    push: async (...push: Push[]) => (await exchange({ push, cursor: Number.MAX_SAFE_INTEGER })).results,
    pull: async (cursor = 0) => (await exchange({ cursor })).changes,
  }
}

const USUAL: Omit<Exchange, 'epoch'> = {
  cursor: 0,
  push: [],
  quotaBytes: LIMITS.quotaBytes,
  pageDocuments: LIMITS.documents,
  pageBytes: LIMITS.bodyBytes,
}

/** The key of number `n`. */
export function keyOf(n: number): EnvelopeKey {
  const bytes = Buffer.alloc(16, 0xfb)
  bytes.writeUInt32BE(n)
  return envelopeKeySchema.parse(bytes.toString('base64url'))
}

/** Bytes that look sealed: the same for the same `seed`, others for another. */
export function sealed(seed: number, length = 200): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = seed * 2_654_435_761 + 1
  for (let index = 0; index < length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    bytes[index] = state >>> 24
  }
  return bytes
}

/** Bytes as text, which fails readably when it is not the same. */
export const hex = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : Buffer.from(bytes).toString('hex')
