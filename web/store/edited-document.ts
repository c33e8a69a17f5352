import {
  DELETED,
  type Document,
  editDocument,
  emptyDocument,
  type Fields,
  isDeleted,
  type Json,
} from '../../shared/document/document.ts'
import { wellFormed } from '../../shared/document/json.ts'
import { NO_STAMP, nextStamp, type Stamp } from '../../shared/document/stamp.ts'
import type { Edit } from './change.ts'
import type { DocumentKey } from './database.ts'
import type { Replacement } from './logged-months.ts'

/**
 * Whether two values are the same JSON. No value at all and `null` are the same: nothing. Objects whose keys stand in
 * another order count as different, which costs a write that was not needed and loses nothing.
 */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  const left = a ?? null
  const right = b ?? null
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  return JSON.stringify(left) === JSON.stringify(right)
}

/** What an edit changes: the document before and after, or undefined where every field already says it. */
export function editedBy(before: Document | undefined, edit: Edit, stamp: Stamp): Replacement | undefined {
  const gone = before !== undefined && isDeleted(before)
  const fields: Record<string, Json> = {}
  // Whatever is edited in a deleted document brings it back, the same values too.
  let changes = gone && !Object.hasOwn(edit.fields, DELETED)
  for (const [field, typed] of Object.entries(edit.fields)) {
    // As it will be stored: compared as typed, half an emoji would be a change every time.
    const value = wellFormed(typed)
    if (field === DELETED ? gone === value : sameJson(before?.fields[field], value)) continue
    fields[field] = value
    changes = true
  }
  if (!changes) return undefined
  const document = before ?? emptyDocument(edit.collection, edit.id)
  return { before, after: editDocument(document, fields, stamp) }
}

/** The document with these fields, stamped. Unlike an edit it revives nothing: what was deleted stays so, unless `deleted` is set. */
export function stampFields(document: Document, fields: Fields, stamp: Stamp): Document {
  const names = Object.keys(fields)
  const stampAll = (written: Fields, at: Stamp): Document => ({
    ...document,
    fields: { ...document.fields, ...written },
    stamps: { ...document.stamps, ...Object.fromEntries(Object.keys(written).map((field) => [field, at])) },
  })
  if (!isDeleted(document) || Object.hasOwn(fields, DELETED)) return stampAll(fields, stamp)
  // Written as of the deletion, the fields are no later than it, and the deletion itself can still be undone.
  const deleted = document.stamps[DELETED] ?? NO_STAMP
  if (names.every((field) => (document.stamps[field] ?? NO_STAMP) < deleted)) return stampAll(fields, deleted)
  return stampAll({ ...fields, [DELETED]: true }, stamp)
}

/** [C3] A stamp above the clock's last and above every stamp of the documents about to be edited. */
export function stampAfter(now: number, last: Stamp, documents: Iterable<Document | undefined>): Stamp {
  let highest = last
  for (const document of documents) {
    if (document === undefined) continue
    for (const field in document.stamps) {
      const stamp = document.stamps[field] ?? NO_STAMP
      if (stamp > highest) highest = stamp
    }
  }
  return nextStamp(now, [highest])
}

export const keyOf = ({ collection, id }: { readonly collection: string; readonly id: string }): DocumentKey => [
  collection,
  id,
]

/** A document's key as one text, for maps. */
export const textKeyOf = ({ collection, id }: { readonly collection: string; readonly id: string }): string =>
  `${collection}\0${id}`
