import { canonicalJson } from './canonical-json.ts'
import type { Document, Json } from './document.ts'
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
  let fields: Record<string, Json> | undefined
  let stamps: Record<string, Stamp> | undefined
  for (const field of Object.keys(theirs.fields)) {
    if (!wins(theirs, mine, field)) continue
    fields ??= { ...mine.fields }
    stamps ??= { ...mine.stamps }
    fields[field] = theirs.fields[field] ?? null
    stamps[field] = theirs.stamps[field] ?? NO_STAMP
  }
  return fields === undefined || stamps === undefined ? mine : { ...mine, fields, stamps }
}

function wins(challenger: Document, holder: Document, field: string): boolean {
  if (!Object.hasOwn(holder.fields, field)) return true
  const ours = holder.stamps[field] ?? NO_STAMP
  const other = challenger.stamps[field] ?? NO_STAMP
  if (other !== ours) return other > ours
  return canonicalJson(challenger.fields[field] ?? null) > canonicalJson(holder.fields[field] ?? null)
}
