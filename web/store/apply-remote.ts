import type { Document } from '../../shared/document/document.ts'
import { NO_STAMP, type Stamp } from '../../shared/document/stamp.ts'
import type { EnvelopeKey } from '../../shared/sync/messages.ts'
import type { Database, DocumentKey } from './database.ts'
import { textKeyOf } from './edited-document.ts'
import { type Replacement, updateLoggedMonths } from './logged-months.ts'
import { mergeRemote } from './merge-remote.ts'
import { readClock, readShared, writeClock, writeShared } from './meta.ts'
import { putUnsent } from './outbox.ts'
import type { PullLosses } from './pull-losses.ts'
import { type RemoteVersion, writeVersions } from './remote-versions.ts'
import { storedDocuments } from './stored-documents.ts'
import type { QuarantinedRow, SyncProgressRow } from './sync-rows.ts'

/** A document that the server took, as it was when it was sent. */
export interface SentDocument extends RemoteVersion {
  readonly collection: string
  readonly id: string
  /** Of its mark when it was read to be sent. */
  readonly token: string
}

/** A document as the server holds it. */
export interface IncomingDocument extends RemoteVersion {
  readonly document: Document
}

/** [E5] An envelope that could not be opened. */
export type UnopenedEnvelope = Pick<QuarantinedRow, 'key' | 'version' | 'problem' | 'envelope'> & RemoteVersion

/** What one answer of the server brings. No key stands in it twice. */
export interface RemotePage {
  readonly epoch: string
  readonly cursor: number
  readonly sent: readonly SentDocument[]
  readonly incoming: readonly IncomingDocument[]
  readonly unopened: readonly UnopenedEnvelope[]
  /** Keys under which the server turned out to hold nothing. */
  readonly missing: readonly EnvelopeKey[]
}

/**
 * [D2] Writes a page: merges what came in, takes the marks of what was sent, and moves the cursor. For a transaction over
 * all tables, so that it is all or nothing. Not in the journal: undoing is for what this person did here.
 */
export async function applyRemote(
  db: Database,
  progress: SyncProgressRow,
  page: RemotePage,
  losses: PullLosses,
): Promise<SyncProgressRow> {
  await clearSent(db, page.sent)
  await mergeIncoming(db, page.incoming, losses)
  await quarantine(db, page)
  const nothing = new Uint8Array(0)
  const missing = page.missing.map((key): RemoteVersion => ({ key, version: 0, part: nothing }))
  const noted = [...page.sent, ...page.incoming, ...page.unopened, ...missing]
  const digest = await writeVersions(db, noted, progress.digest)
  const after = { ...progress, epoch: page.epoch, cursor: page.cursor, digest }
  await db.sync.put(after)
  return after
}

/** [D1] A mark goes only if it is still the one that was there when the document was read. */
async function clearSent(db: Database, sent: readonly SentDocument[]): Promise<void> {
  if (sent.length === 0) return
  const marks = await db.outbox.bulkGet(sent.map(({ collection, id }): DocumentKey => [collection, id]))
  const cleared: DocumentKey[] = []
  sent.forEach(({ collection, id, token }, index) => {
    if (marks[index]?.token === token) cleared.push([collection, id])
  })
  await db.outbox.bulkDelete(cleared)
}

async function mergeIncoming(db: Database, incoming: readonly IncomingDocument[], losses: PullLosses): Promise<void> {
  if (incoming.length === 0) return
  const theirs = incoming.map(({ document }) => document)
  const stored = await storedDocuments(db, theirs)
  const replacements: Replacement[] = []
  const settled: DocumentKey[] = []
  const owing: Document[] = []
  for (const document of theirs) {
    const before = stored.get(textKeyOf(document))
    const { after, owes } = mergeRemote(before, document)
    if (after !== before) replacements.push({ before, after })
    if (owes) owing.push(after)
    else if (before !== undefined) settled.push([document.collection, document.id])
  }
  await losses.beforeWrite(db, replacements)
  await db.documents.bulkPut(replacements.map(({ after }) => after))
  await updateLoggedMonths(db, replacements)
  // What the server holds as we do is backed up, whoever sent it.
  await db.outbox.bulkDelete(settled)
  // Marked with a new token where it was marked: what may be on its way was read before this merge.
  await putUnsent(db, owing)
  await observe(db, theirs)
}

/** [C2] Raises the clock to the stamps seen, and notes that they are known elsewhere. */
async function observe(db: Database, documents: readonly Document[]): Promise<void> {
  const highest = highestStamp(documents)
  const [clock, shared] = await Promise.all([readClock(db), readShared(db)])
  if (highest > clock) await writeClock(db, highest)
  if (highest > shared) await writeShared(db, highest)
}

/** The highest stamp of all fields of the documents. */
export function highestStamp(documents: Iterable<Document>): Stamp {
  let highest: Stamp = NO_STAMP
  for (const { stamps } of documents) {
    for (const field in stamps) {
      const stamp = stamps[field] ?? NO_STAMP
      if (stamp > highest) highest = stamp
    }
  }
  return highest
}

async function quarantine(db: Database, { incoming, unopened }: RemotePage): Promise<void> {
  const at = db.now()
  const rows = unopened.map(({ key, version, problem, envelope }) => ({ key, version, problem, envelope, at }))
  if (rows.length > 0) await db.quarantine.bulkPut(rows)
  // Opened at last, or replaced by something that opens.
  const held = new Set(incoming.length === 0 ? [] : await db.quarantine.toCollection().primaryKeys())
  const freed = incoming.filter(({ key }) => held.has(key)).map(({ key }) => key)
  if (freed.length > 0) await db.quarantine.bulkDelete(freed)
}
