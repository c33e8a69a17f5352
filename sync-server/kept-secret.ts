import { randomBytes } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { fail, ok, type Result } from '../shared/result/result.ts'

/**
 * A text that is made at the first start and kept for its owner alone. Fails with a sentence for the person who starts the
 * server.
 */
export async function keptSecret(path: string, make: () => string | Promise<string>): Promise<Result<string, string>> {
  const draft = `${path}-${randomBytes(6).toString('hex')}`
  try {
    await writeFile(draft, `${await make()}\n`, { mode: 0o600, flag: 'wx' })
    // Whole or not at all, and never over one that is there: two servers that start at once agree on the first.
    await link(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      return fail(`the secret cannot be kept: ${path} (${error instanceof Error ? error.message : String(error)})`)
  } finally {
    await rm(draft, { force: true })
  }
  return ok((await readFile(path, 'utf8')).trim())
}
