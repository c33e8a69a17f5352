import canonicalize from 'canonicalize'
import type { Json } from './document.ts'

/** RFC 8785: one text for one value, whatever the order its keys were written in. */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Not a JSON value')
  return text
}
