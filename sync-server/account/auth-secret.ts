import { randomBytes } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result/result.ts'

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
  const draft = `${path}-${randomBytes(6).toString('hex')}`
  try {
    await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
    // Whole or not at all, and never over one that is there: two servers that start at once agree on the first.
    await link(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      return fail(`the secret cannot be kept: ${path} (${error instanceof Error ? error.message : String(error)})`)
  } finally {
    await rm(draft, { force: true })
  }
  const kept = (await readFile(path, 'utf8')).trim()
  return kept.length >= SHORTEST ? ok(kept) : fail(`${path} holds no secret: remove it, and a new one is made`)
}
