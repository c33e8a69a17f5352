import { DELETED, isDeleted } from '../../shared/document/document.ts'
import type { Stamp } from '../../shared/document/stamp.ts'
import { batchesOf } from './batches.ts'
import type { ChangeHeader, ChangeId } from './change.ts'
import type { Database } from './database.ts'
import { changeIdOf, firstChangeIdAt } from './identifiers.ts'
import type { Replacement } from './logged-months.ts'
import type { PreviousDocument } from './rows.ts'

/** The journal keeps this many changes ... */
export const JOURNAL_CHANGES = 500
/** ... and none older than this. */
export const JOURNAL_DAYS = 90
/** Of changes of `LARGE_CHANGE` documents or more, only this many can still be undone: each keeps a lot. */
export const JOURNAL_LARGE = 20
/** From this many documents on, a change is bulk. */
export const LARGE_CHANGE = 50
/** The bounds are looked after once in this many changes of a tab: a typed value should not pay for it each time. */
const TRIM_EVERY = 50

const MS_PER_DAY = 86_400_000

/**
 * Lists a change whose documents have been written, inside the change's transaction, and answers its id. `parts` is what
 * it replaced. Further edits of a session go into its first entry, whose values before are kept, so one undo takes the
 * whole session back.
 */
export async function recordChange(
  db: Database,
  header: ChangeHeader,
  parts: readonly (readonly PreviousDocument[])[],
  stamp: Stamp,
): Promise<ChangeId> {
  const earlier = header.session === undefined ? undefined : await openSession(db, header.session)
  const written = earlier === undefined ? parts : batchesOf(joinPrevious(earlier.documents, parts.flat()))
  const id = earlier?.id ?? changeIdOf(stamp)
  const size = written.reduce((total, part) => total + part.length, 0)
  await db.changes.put({ ...header, id, at: db.now(), size, undone: false, canUndo: true })
  for (const [part, documents] of written.entries()) await db.previousValues.put({ id, part, documents })
  return id
}

async function openSession(db: Database, session: string) {
  const row = await db.changes.where('session').equals(session).last()
  if (row === undefined || row.undone || !row.canUndo) return undefined
  const parts = await db.previousValues.where('id').equals(row.id).toArray()
  return { id: row.id, documents: parts.flatMap(({ documents }) => documents) }
}

/** What undo must know of a document: only the fields that the change wrote. */
export function previousOf({ before, after }: Replacement): PreviousDocument {
  const values: Record<string, PreviousDocument['before'][string]> = {}
  const written: Record<string, Stamp> = {}
  for (const field of Object.keys(after.stamps)) {
    const stamp = after.stamps[field]
    if (stamp === undefined || stamp === before?.stamps[field]) continue
    written[field] = stamp
    // A deletion that a later edit had outlived was none.
    const value = field === DELETED && before !== undefined ? isDeleted(before) : before?.fields[field]
    if (value !== undefined) values[field] = value
  }
  return { collection: after.collection, id: after.id, existed: before !== undefined, before: values, written }
}

function joinPrevious(first: readonly PreviousDocument[], later: readonly PreviousDocument[]): PreviousDocument[] {
  const joined = new Map(first.map((previous) => [keyOf(previous), previous]))
  for (const next of later) {
    const held = joined.get(keyOf(next))
    joined.set(
      keyOf(next),
      held === undefined
        ? next
        : {
            ...held,
            // A field that the session had already written keeps the value from before the session, absent included.
            before: { ...omit(next.before, held.written), ...held.before },
            written: { ...held.written, ...next.written },
          },
    )
  }
  return [...joined.values()]
}

const keyOf = (previous: PreviousDocument) => `${previous.collection}\0${previous.id}`

function omit(values: PreviousDocument['before'], names: PreviousDocument['written']): PreviousDocument['before'] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !Object.hasOwn(names, name)))
}

/** Whether a change asks for a recovery point: it writes many documents, or deletes several. */
export function isBulk(header: ChangeHeader, replacements: readonly Replacement[]): boolean {
  if (header.kind === 'import' || header.kind === 'restore' || header.kind === 'sample') return true
  if (replacements.length >= LARGE_CHANGE) return true
  if (replacements.length < 2) return false
  return replacements.filter(({ before, after }) => isDeleted(after) && !(before && isDeleted(before))).length > 1
}

const sinceTrim = new WeakMap<Database, number>()

/** Holds the journal to its bounds, now and then. Inside the change's transaction, so a crash leaves nothing half done. */
export async function trimJournalNowAndThen(db: Database, bulk: boolean, now: number): Promise<void> {
  const changes = (sinceTrim.get(db) ?? TRIM_EVERY - 1) + 1
  if (changes < TRIM_EVERY && !bulk) {
    sinceTrim.set(db, changes)
    return
  }
  sinceTrim.set(db, 0)
  await trimJournal(db, now)
}

/** `now` is the time that stamps are made with, because changes are named by their stamps; ms since 1970 UTC. */
export async function trimJournal(db: Database, now: number): Promise<void> {
  const old = await db.changes
    .where('id')
    .below(firstChangeIdAt(now - JOURNAL_DAYS * MS_PER_DAY))
    .primaryKeys()
  const surplus = await db.changes.orderBy('id').reverse().offset(JOURNAL_CHANGES).primaryKeys()
  const gone = [...new Set([...old, ...surplus])]
  if (gone.length > 0)
    await Promise.all([db.changes.bulkDelete(gone), db.previousValues.where('id').anyOf(gone).delete()])
  const large = await db.changes.where('size').aboveOrEqual(LARGE_CHANGE).primaryKeys()
  const frozen = large.sort().slice(0, -JOURNAL_LARGE)
  if (frozen.length === 0) return
  await db.previousValues.where('id').anyOf(frozen).delete()
  await db.changes.where('id').anyOf(frozen).modify({ canUndo: false })
}
