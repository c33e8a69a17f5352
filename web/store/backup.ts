import './zod-without-eval.ts'
import * as z from 'zod/mini'
import type { Document } from '../../shared/document/document.ts'
import { parseDocument } from '../../shared/document/document-schema.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import { batchesOf, eachBatchOfDocuments } from './batches.ts'
import type { Database } from './database.ts'
import { type Merged, mergeIncoming } from './merge-incoming.ts'
import { readMeta, writeMeta } from './meta.ts'
import type { SaveProblem } from './save-problem.ts'

const FORMAT = 'ownit-backup'
const VERSION = 1

/** A backup that has been read. */
export interface Backup {
  /** ms since 1970 UTC, or undefined where the file does not say. */
  readonly createdAt: number | undefined
  readonly documents: readonly Document[]
  /** Documents that could not be read: their place in the file (from 1) and why. The others are whole. */
  readonly refused: readonly { readonly place: number; readonly problem: string }[]
}

/** Why a file is no backup that this version can restore. `message` is for the person. */
export interface BackupProblem {
  readonly kind: 'not-a-backup' | 'newer-version' | 'damaged'
  readonly message: string
}

const LAST_BACKUP = 'last-backup'

/**
 * Everything the person owns, as a file. Deleted documents and those of newer versions are in it too. Notes the time for
 * `lastBackupAt`. Built in pieces, so no single text of everything is ever in memory.
 */
export async function makeBackup(db: Database): Promise<Blob> {
  const createdAt = db.now()
  const parts: string[] = [
    `{"format":"${FORMAT}","version":${VERSION},"createdAt":"${new Date(createdAt).toISOString()}","documents":[`,
  ]
  // One transaction, so that the file is one state and not a mixture of two.
  await db.transaction('r', db.documents, () => {
    let separator = '\n'
    return eachBatchOfDocuments(db, (documents) => {
      parts.push(separator, documents.map((document) => JSON.stringify(document)).join(',\n'))
      separator = ',\n'
    })
  })
  parts.push('\n]}\n')
  const noted = await writeMeta(db, LAST_BACKUP, createdAt)
  // The file is good all the same; only its age will be shown wrongly.
  if (!noted.ok) console.warn('The time of the backup was not noted', noted.failure)
  return new Blob(parts, { type: 'application/json' })
}

/** When the last backup was made on this device, ms since 1970 UTC, or undefined. */
export async function lastBackupAt(db: Database): Promise<number | undefined> {
  const at = await readMeta(db, LAST_BACKUP)
  return typeof at === 'number' ? at : undefined
}

/** A name for the file: `ownit-backup-2026-11-23.json`. */
export function backupFileName(today: string): string {
  return `${FORMAT}-${today}.json`
}

const backupSchema = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  createdAt: z.optional(z.string()),
  documents: z.optional(z.array(z.unknown())),
})

/** Reads a backup file. Whole documents are kept even where others are damaged. */
export async function readBackup(file: Blob): Promise<Result<Backup, BackupProblem>> {
  const content = parseJson(await file.text())
  if (!content.ok) return content
  const backup = backupSchema.safeParse(content.value)
  if (!backup.success) return fail(notABackup)
  const { version, createdAt, documents } = backup.data
  if (version > VERSION)
    return fail({
      kind: 'newer-version',
      message: 'This backup was made by a newer version of OwnIt. Update OwnIt, then restore it.',
    })
  if (documents === undefined)
    return fail({ kind: 'damaged', message: 'This is an OwnIt backup, but its documents are missing.' })
  const good: Document[] = []
  const refused: { place: number; problem: string }[] = []
  let place = 0
  for (const batch of batchesOf(documents)) {
    for (const input of batch) {
      place++
      const parsed = parseDocument(input)
      if ('document' in parsed) good.push(parsed.document)
      else refused.push({ place, problem: parsed.problem })
    }
    await nextTask()
  }
  const at = Date.parse(createdAt ?? '')
  return ok({ createdAt: Number.isNaN(at) ? undefined : at, documents: good, refused })
}

// Lets the page answer a finger between two batches.
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve))

const notABackup: BackupProblem = {
  kind: 'not-a-backup',
  message: 'This is not an OwnIt backup. A backup is a file named like ownit-backup-2026-11-23.json.',
}

function parseJson(text: string): Result<unknown, BackupProblem> {
  try {
    const value: unknown = JSON.parse(text)
    return ok(value)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    // A file that was cut off begins as a backup does.
    return text.slice(0, 100).includes(`"${FORMAT}"`)
      ? fail({ kind: 'damaged', message: 'This OwnIt backup is damaged: the file ends early or was changed.' })
      : fail(notABackup)
  }
}

/** Merges a backup into what is here: what is newer stays, nothing is wiped. Can be undone as one change. */
export async function restoreBackup(db: Database, backup: Backup): Promise<Result<Merged, SaveProblem>> {
  return mergeIncoming(db, backup.documents, { kind: 'restore', label: 'Restored a backup' })
}
