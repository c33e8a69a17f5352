import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { fail, ok, type Result } from '../shared/result/result.ts'

/** Makes the data folder, readable by its owner only, and checks that it can be written. Fails with a sentence for the person who starts the server. */
export async function prepareDataDirectory(path: string): Promise<Result<string, string>> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return ok(path)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return fail(`DATA_DIR cannot be used: ${path} is not a folder that can be written (${reason})`)
  }
}
