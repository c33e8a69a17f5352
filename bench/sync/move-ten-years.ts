import type { Document } from '../../shared/document/document.ts'
import type { VaultKeys } from '../../web/sync/vault/derive-keys.ts'
import { benchDevice, newVaultKeys } from './device.ts'
import type { SyncServer } from './sync-server.ts'
import { tenYearsOfDocuments } from './ten-years-documents.ts'

/** What moving ten years took, in ms, and what it was done with. */
export interface Move {
  readonly push: number
  readonly bootstrap: number
  readonly keys: VaultKeys
  readonly documents: readonly Document[]
}

const written = tenYearsOfDocuments()

/** One device sends ten years of documents to a new account, and then a new device takes them. */
export async function moveTenYears(server: SyncServer): Promise<Move> {
  const [a, b] = await server.newAccount()
  const keys = await newVaultKeys()
  const [first, second] = [benchDevice(a, keys), benchDevice(b, keys)]
  for (const { collection, id, fields } of written) first.replica.edit(collection, id, fields)
  for (const { replica } of [first, second]) replica.turnOn()
  const push = await timed(first.sync)
  const bootstrap = await timed(second.sync)
  if (second.replica.documents.size !== written.length) throw new Error('the second device has not everything')
  return { push, bootstrap, keys, documents: [...first.replica.documents.values()] }
}

/** How long it took, in ms. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
