import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import { keptSecret } from '../kept-secret.ts'

const FILE = 'auth-secret'
const SHORTEST = 32

/**
 * The secret that session cookies are signed with: the configured one, else one made at the first start and kept in the data
 * folder for its owner alone. Losing it signs every device out and costs nothing else. Fails with a sentence for the person
 * who starts the server.
 */
export async function authSecret(configured: string | undefined, dataDir: string): Promise<Result<string, string>> {
  if (configured !== undefined) return ok(configured)
  const path = join(dataDir, FILE)
  const kept = await keptSecret(path, () => randomBytes(32).toString('base64url'))
  if (!kept.ok || kept.value.length >= SHORTEST) return kept
  return fail(`${path} holds no secret: remove it, and a new one is made`)
}
