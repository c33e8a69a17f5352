import { copyFile, rename, rm } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { fail, ok, type Result } from '../../../shared/result/result.ts'
import { copyDatabase, leaveLog } from './back-up.ts'
import { isFile } from './is-file.ts'

export interface Restore {
  /** The backup, which stays as it is. */
  readonly backup: string
  /** The database file whose place it takes. */
  readonly path: string
  readonly newEpoch: () => string
}

/**
 * [S6] Puts a backup in the place of the database at `path` while no server uses it, and gives the data a new epoch, so that
 * devices offer all that they hold. What was there is kept beside it; the answer is its path, or undefined where there was
 * nothing. Fails with a sentence for the person who asked, and then nothing has changed. Sessions are restored with the
 * rest: a device that was signed out since the backup is signed in again.
 */
export async function restoreSqlite({ backup, path, newEpoch }: Restore): Promise<Result<string | undefined, string>> {
  if (!(await isFile(backup))) return fail(`there is no file ${backup}`)
  const problem = problemOf(backup)
  if (problem !== undefined) return fail(`${backup} cannot be restored: ${problem}`)

  const hasOld = await isFile(path)
  if (hasOld && isInUse(path)) return fail(`${path} is in use: stop the server first`)
  const incoming = `${path}.incoming`
  const replaced = `${path}.replaced`
  try {
    await copyDatabase(backup, incoming)
    renewEpoch(incoming, newEpoch())
    // A copy, so that there is a database under the name at every moment.
    if (hasOld) await copyFile(path, replaced)
    // What a damaged database leaves in its log, SQLite would take for the log of the one that is put there.
    for (const log of ['-wal', '-shm'])
      if (await isFile(`${path}${log}`)) await rename(`${path}${log}`, `${replaced}${log}`)
    await rename(incoming, path)
    return ok(hasOld ? replaced : undefined)
  } finally {
    await rm(incoming, { force: true })
  }
}

/** Why a file is no backup that is whole, if so. */
function problemOf(path: string): string | undefined {
  try {
    const database = new Database(path, { readonly: true, fileMustExist: true })
    try {
      const found = database.pragma('quick_check', { simple: true })
      if (found !== 'ok') return 'it is damaged'
      database.prepare('SELECT epoch FROM server_meta, account_state, documents, keyslots, user LIMIT 1').get()
      return undefined
    } finally {
      database.close()
    }
  } catch (error) {
    return error instanceof Database.SqliteError ? `it is no database of OwnIt (${error.message})` : unexpected(error)
  }
}

/** Whether a process has the database open. If not, its file is all there is, unless it is damaged. */
function isInUse(path: string): boolean {
  try {
    leaveLog(path)
    return false
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return true
    // A damaged database is a reason to restore one, and holds nobody up.
    if (error instanceof Database.SqliteError) return false
    return unexpected(error)
  }
}

function renewEpoch(path: string, epoch: string): void {
  const database = new Database(path, { fileMustExist: true })
  try {
    database.prepare('UPDATE server_meta SET epoch = ?').run(epoch)
  } finally {
    database.close()
  }
}

function unexpected(error: unknown): never {
  throw error
}
