import type { Stamp } from './stamp.ts'

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

/** The field that deletes a document: a later edit of any other field leaves it, a later `deleted: false` revives it. */
export const DELETED = 'deleted'

export function isDeleted(document: Pick<Document, 'fields'>): boolean {
  return document.fields[DELETED] === true
}

/**
 * The document after an edit: every field of `edit` is set and stamped. Fields not named are untouched.
 * Editing a deleted document brings it back, unless the edit is the deletion itself.
 */
export function editDocument(document: Document, edit: Fields, stamp: Stamp): Document {
  const revived = isDeleted(document) && !(DELETED in edit) ? { ...edit, [DELETED]: false } : edit
  const stamps: Record<string, Stamp> = { ...document.stamps }
  for (const field of Object.keys(revived)) stamps[field] = stamp
  return { ...document, fields: { ...document.fields, ...revived }, stamps }
}

export function emptyDocument(collection: string, id: string): Document {
  return { collection, id, fields: {}, stamps: {} }
}
