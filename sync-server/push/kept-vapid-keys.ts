import { join } from 'node:path'
import { fail, type Result } from '../../shared/result/result.ts'
import { keptSecret } from '../kept-secret.ts'
import { makeVapidKeys, readVapidKeys, type VapidKeys } from './vapid.ts'

const FILE = 'push-keys'

/**
 * The configured keys, else those made at the first start and kept in the data folder for its owner alone. Losing them ends
 * every subscription; devices that are opened subscribe anew. Fails with a sentence for the person who starts the server.
 */
export async function keptVapidKeys(
  configured: string | undefined,
  dataDir: string,
): Promise<Result<VapidKeys, string>> {
  if (configured !== undefined) return said('PUSH_KEYS', await readVapidKeys(configured))
  const path = join(dataDir, FILE)
  const kept = await keptSecret(path, makeVapidKeys)
  return kept.ok ? said(path, await readVapidKeys(kept.value)) : kept
}

const said = (name: string, keys: Result<VapidKeys, string>): Result<VapidKeys, string> =>
  keys.ok ? keys : fail(`${name} ${keys.failure}`)
