import { DELETED, type Document, type Fields, type Json } from '../../shared/document/document.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import type { ChangeId } from './change.ts'
import { hasNaturalIds } from './collections.ts'
import type { Database } from './database.ts'
import { stampAfter, stampFields, textKeyOf } from './edited-document.ts'
import type { Replacement } from './logged-months.ts'
import type { PreviousDocument } from './rows.ts'
import type { SaveProblem } from './save-problem.ts'
import { storedDocuments } from './stored-documents.ts'
import { type ClockReading, writeDocuments } from './write-documents.ts'
import { inOrder } from './write-order.ts'

/** `not-found`: there is no such change, it has been undone already, or it is too old to be. */
export type UndoFailure = SaveProblem | NotFound

export interface NotFound {
  readonly kind: 'not-found'
  /** A sentence for the person. */
  readonly message: string
}

/**
 * Takes a change back: fields that still hold what the change wrote get their values from before it. Fields written since
 * stay, and are counted in `keptNewer`. Undoing is itself a change, and can be undone.
 */
export function undoChange(db: Database, id: ChangeId): Promise<Result<Undone, UndoFailure>> {
  return inOrder(db, () => undoInTurn(db, id))
}

/** Counts of fields: taken back, and left because they were written since. */
export interface Undone {
  readonly undone: number
  readonly keptNewer: number
}

async function undoInTurn(db: Database, id: ChangeId): Promise<Result<Undone, UndoFailure>> {
  const row = await db.changes.get(id)
  if (row === undefined || row.undone || !row.canUndo)
    return fail({ kind: 'not-found', message: 'This change can no longer be undone.' })
  const label = row.kind === 'undo' ? 'Undo taken back' : `Undone: ${row.label}`
  const written = await writeDocuments(db, { kind: 'undo', label }, async (clock) => {
    const undoing = await prepareUndo(db, id, clock)
    await db.changes.update(id, { undone: true })
    return undoing
  })
  if (!written.ok) return written
  const { undone, keptNewer } = written.value.prepared
  return ok({ undone, keptNewer })
}

async function prepareUndo(db: Database, id: ChangeId, { now, last }: ClockReading) {
  const replacements: Replacement[] = []
  let stamp = last
  let undone = 0
  let keptNewer = 0
  for (let part = 0; ; part++) {
    const previous = await db.previousValues.get([id, part])
    if (previous === undefined) return { replacements, stamp, undone, keptNewer }
    const stored = await storedDocuments(db, previous.documents)
    const later = stampAfter(now, stamp, stored.values())
    for (const before of previous.documents) {
      const document = stored.get(textKeyOf(before))
      const untouched = document === undefined ? [] : fieldsUntouchedSince(document, before)
      undone += untouched.length
      keptNewer += Object.keys(before.written).length - untouched.length
      if (document === undefined || untouched.length === 0) continue
      stamp = later
      replacements.push({ before: document, after: stampFields(document, valuesBefore(before, untouched), later) })
    }
  }
}

/**
 * Which of the change's fields are still as it wrote them. A document that the change made is undone whole or not at all:
 * taking the rating out of a mood entry whose words were edited since would leave something nobody wrote.
 */
function fieldsUntouchedSince(document: Document, { existed, collection, written }: PreviousDocument): string[] {
  const fields = Object.keys(written).filter((field) => document.stamps[field] === written[field])
  if (existed || hasNaturalIds(collection)) return fields
  return fields.length === Object.keys(document.fields).length ? fields : []
}

function valuesBefore({ existed, collection, before }: PreviousDocument, fields: readonly string[]): Fields {
  if (!(existed || hasNaturalIds(collection))) return { [DELETED]: true }
  const values: Record<string, Json> = {}
  for (const field of fields) values[field] = before[field] ?? (field === DELETED ? false : null)
  return values
}
