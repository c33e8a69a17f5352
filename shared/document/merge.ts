import { canonicalJson } from './canonical-json.ts'
import type { Document } from './document.ts'
import { NO_STAMP, type Stamp } from './stamp.ts'

/**
 * [M1-M5] Two states of one document become one: per field the higher stamp wins, a tie goes to the greater canonical
 * JSON. Fields that only one side has are kept, known or not.
 * Returns `mine` itself when nothing of `theirs` wins, so a caller can see by identity that there is nothing to write.
 * Throws TypeError when the two are not the same document.
 */
export function mergeDocuments(mine: Document, theirs: Document): Document {
  if (mine.collection !== theirs.collection || mine.id !== theirs.id)
    throw new TypeError(`Cannot merge ${theirs.collection}/${theirs.id} into ${mine.collection}/${mine.id}`)
  const won = Object.keys(theirs.fields).filter((field) => wins(theirs, mine, field))
  if (won.length === 0) return mine
  // Spread and not assigned: an assignment to a name such as __proto__ would not make a field.
  return {
    ...mine,
    fields: { ...mine.fields, ...Object.fromEntries(won.map((field) => [field, theirs.fields[field] ?? null])) },
    stamps: { ...mine.stamps, ...Object.fromEntries(won.map((field) => [field, stampOf(theirs, field)])) },
  }
}

function wins(challenger: Document, holder: Document, field: string): boolean {
  if (!Object.hasOwn(holder.fields, field)) return true
  const ours = stampOf(holder, field)
  const other = stampOf(challenger, field)
  if (other !== ours) return other > ours
  const value = challenger.fields[field] ?? null
  const held = holder.fields[field] ?? null
  return value !== held && canonicalJson(value) > canonicalJson(held)
}

function stampOf(document: Document, field: string): Stamp {
  return Object.hasOwn(document.stamps, field) ? (document.stamps[field] ?? NO_STAMP) : NO_STAMP
}
