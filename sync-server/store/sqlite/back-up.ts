import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { fail, ok, type Result } from '../../../shared/result/result.ts'
import { isFile, isFolder } from './is-file.ts'

/** Pages that are copied at a time: all of them, or a server that goes on writing would make the copy begin again and again. */
const ALL_PAGES = 0x7fff_ffff

/**
 * Copies the database at `path` into the new file `target`, as it is at one moment, while a server may be using it. The copy
 * is whole or not there. Fails with a sentence for the person who asked.
 */
export async function backUpSqlite(path: string, target: string): Promise<Result<void, string>> {
  if (!(await isFile(path))) return fail(`there is no database at ${path}`)
  if (await isFile(target)) return fail(`${target} exists already: give a name that does not`)
  if (!(await isFolder(dirname(target)))) return fail(`there is no folder ${dirname(target)}`)
  const unfinished = `${target}.unfinished`
  try {
    await copyDatabase(path, unfinished)
    await rename(unfinished, target)
    return ok(undefined)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** Copies a database with what is still in its log. The copy is one file, read by its owner only, and is on the disk. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  await rm(to, { force: true })
  // Made before it is filled, so that there is no moment at which others can read it.
  await (await open(to, 'wx', 0o600)).close()
  const source = new Database(from, { readonly: true, fileMustExist: true })
  try {
    await source.backup(to, { progress: () => ALL_PAGES })
  } finally {
    source.close()
  }
  leaveLog(to)
  const copy = await open(to, 'r+')
  try {
    await copy.sync()
  } finally {
    await copy.close()
  }
}

/**
 * Carries what is in a database's log over into its file, so that the file is all there is and can be read without writing
 * beside it. Throws while another process has the database open.
 */
export function leaveLog(path: string): void {
  const database = new Database(path, { fileMustExist: true, timeout: 0 })
  try {
    database.pragma('journal_mode = DELETE')
  } finally {
    database.close()
  }
}
