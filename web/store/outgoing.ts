import type { Document, Json } from '../../shared/document/document.ts'
import { parseDayField } from '../../shared/metric/day-value.ts'
import { DAY, MOODS, SAMPLE } from './collections.ts'
import { SAMPLE_SOURCE } from './sample-mark.ts'

/**
 * What of a document leaves this device: all of it but sample data, which is there to be looked at and is nobody's. The
 * document itself where it holds none, undefined where it holds nothing else.
 */
export function outgoing(document: Document): Document | undefined {
  if (document.collection === SAMPLE) return undefined
  if (document.collection === MOODS) return document.fields['source'] === SAMPLE_SOURCE ? undefined : document
  if (document.collection !== DAY) return document
  const names = Object.keys(document.fields)
  const kept = names.filter((field) => !isSampleField(field))
  if (kept.length === names.length) return document
  if (kept.length === 0) return undefined
  // Built from entries, because an assignment to a name such as __proto__ would not make a field.
  return {
    ...document,
    fields: Object.fromEntries(kept.map((field): [string, Json] => [field, document.fields[field] ?? null])),
    stamps: Object.fromEntries(Object.entries(document.stamps).filter(([field]) => !isSampleField(field))),
  }
}

/** Whether something that leaves this device was written: `before` became `after`. */
export function changesOutgoing(before: Document | undefined, after: Document): boolean {
  const sent = outgoing(after)
  if (sent === undefined) return false
  for (const field in sent.stamps) if (sent.stamps[field] !== before?.stamps[field]) return true
  return false
}

// Most fields are typed ones, without a source.
const isSampleField = (field: string) => field.includes(SAMPLE_SOURCE) && parseDayField(field)?.source === SAMPLE_SOURCE
