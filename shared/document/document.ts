import { FORBIDDEN_NAME, problemOfJson, wellFormed } from './json.ts'
import { NO_STAMP, type Stamp } from './stamp.ts'

/** Any JSON value. `null` in a field means "no value": what was there has been cleared. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export type Fields = Readonly<Record<string, Json>>
export type Stamps = Readonly<Record<string, Stamp>>

/**
 * The unit of everything a person owns, of storage, of undo and of synchronisation.
 * `fields` is flat and `stamps` has exactly its keys.
 */
export interface Document {
  readonly collection: string
  readonly id: string
  readonly fields: Fields
  readonly stamps: Stamps
}

/** The field that deletes a document while `true`. */
export const DELETED = 'deleted'

/**
 * [M5] Whether a document is deleted: its `deleted` is `true` and no other field was written after that. So an edit made
 * elsewhere, by somebody who had not heard of the deletion, is not lost with it.
 */
export function isDeleted({ fields, stamps }: Pick<Document, 'fields' | 'stamps'>): boolean {
  if (fields[DELETED] !== true) return false
  const deleted = stamps[DELETED] ?? NO_STAMP
  return Object.values(stamps).every((stamp) => stamp <= deleted)
}

/**
 * The document after an edit: every field of `edit` is set and stamped. Fields not named are untouched.
 * Editing a deleted document brings it back, unless the edit is the deletion itself.
 * Half characters in texts are replaced, so every document can be compared and restored. Throws TypeError for a value
 * that is not JSON (NaN) and for the field name `__proto__`: only a mistake in the program makes one.
 */
export function editDocument(document: Document, edit: Fields, stamp: Stamp): Document {
  const revived = isDeleted(document) && !Object.hasOwn(edit, DELETED) ? { ...edit, [DELETED]: false } : edit
  const set = Object.entries(revived).map(([field, value]) => [field, storable(field, value)] as const)
  // Spread and not assigned: an assignment to a name such as __proto__ would not make a field.
  return {
    ...document,
    fields: { ...document.fields, ...Object.fromEntries(set) },
    stamps: { ...document.stamps, ...Object.fromEntries(set.map(([field]) => [field, stamp])) },
  }
}

function storable(field: string, value: Json): Json {
  const mended = wellFormed(value)
  const problem = field === FORBIDDEN_NAME ? 'no field may be called this' : problemOfJson(mended)
  if (problem !== undefined) throw new TypeError(`Field ${field}: ${problem}`)
  return mended
}

export function emptyDocument(collection: string, id: string): Document {
  return { collection, id, fields: {}, stamps: {} }
}
