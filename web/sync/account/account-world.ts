import { openVault } from '../vault/make-vault.ts'
import type { Argon2id } from '../vault/passphrase.ts'
import type { RandomBytes } from '../vault/vault-key.ts'
import { accountClient } from './account-client.ts'
import type { AccountPorts, OpenedAccount } from './account-flow.ts'
import { FakeAccountServer, type Fate } from './fake-account-server.ts'

export const EMAIL = 'ada@example.org'
export const OLD = 'plum radio seven harbour'
export const NEW = 'violet engine march ladder'

export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))

/** For tests: as Argon2id in all but its cost. */
const argon2: Argon2id = async ({ password, salt }) => {
  const input = new Uint8Array([...password, ...salt])
  return new Uint8Array(await crypto.subtle.digest('SHA-512', input))
}

/** For tests: a device of its own at the server, and how many requests it has made. */
export function device(server: FakeAccountServer, fate?: (request: number) => Fate) {
  const fetch = server.browser(fate)
  const ports: AccountPorts = { client: accountClient({ fetch }), argon2, randomBytes }
  return { ports, sent: fetch.sent }
}

/** What a document of the vault is called: the same for whoever holds the same vault key. */
export const nameIn = ({ accountId, keys }: OpenedAccount) =>
  openVault({ accountId, keys, randomBytes }).keyOf('day', '2026-11-23')

export { FakeAccountServer }
