import { memoryReplica } from '../../web/sync/engine/memory-replica.ts'
import { type DeviceClock, runSync } from '../../web/sync/engine/run-sync.ts'
import { httpTransport } from '../../web/sync/runtime/http-transport.ts'
import { deriveKeys, type VaultKeys } from '../../web/sync/vault/derive-keys.ts'
import { openVault } from '../../web/sync/vault/make-vault.ts'
import { makeVaultKey } from '../../web/sync/vault/vault-key.ts'
import type { SignedIn } from './sync-server.ts'

/** The account's name as far as envelopes are concerned; the server's own has as many characters. */
export const ACCOUNT = 'bench-account-0123456789abcdefgh'

export const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
export const newVaultKeys = (): Promise<VaultKeys> => deriveKeys(makeVaultKey(randomBytes))

const clock: DeviceClock = { now: () => Date.now(), steady: () => performance.now() }

/**
 * A device in this process: the app's engine, vault and transport on Node's own fetch. Its documents are held in memory,
 * because Node has no IndexedDB, so what is measured is sealing, merging and moving, and not a disk.
 */
export function benchDevice({ url, cookie }: SignedIn, keys: VaultKeys) {
  const replica = memoryReplica({ now: clock.now })
  const vault = openVault({ accountId: ACCOUNT, keys, randomBytes })
  const transport = httpTransport({
    fetch: (path, { headers, ...init }) => {
      const own = new Headers(headers)
      own.set('cookie', cookie)
      return fetch(new URL(path, url), { ...init, headers: own })
    },
  })
  return {
    replica,
    /** One run, which must come to its end. */
    async sync(): Promise<void> {
      const outcome = await runSync({ replica, transport, vault, clock }, new AbortController().signal)
      if (outcome.kind !== 'done') throw new Error(`a run of the engine ended as ${JSON.stringify(outcome)}`)
    },
  }
}

export type BenchDevice = ReturnType<typeof benchDevice>
