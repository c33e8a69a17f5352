import type { Json } from './document.ts'

/** How deep lists and objects may nest in one field. Ours nest one deep (tags). */
export const JSON_DEPTH = 32

/** No field and no key may be called this: assigned to an object, it would become its prototype and not a field. */
export const FORBIDDEN_NAME = '__proto__'

/** What keeps `value` from being stored and compared as JSON (RFC 8785), or undefined where nothing does. */
export function problemOfJson(value: unknown, depth = JSON_DEPTH): string | undefined {
  if (value === null || typeof value === 'boolean') return undefined
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'a number that JSON does not have'
  if (typeof value === 'string') return value.isWellFormed() ? undefined : 'a text with half a character'
  if (typeof value !== 'object') return `a ${typeof value} is not JSON`
  if (depth === 0) return `nested more than ${JSON_DEPTH} deep`
  if (Array.isArray(value)) return firstProblem(value, (item) => problemOfJson(item, depth - 1))
  if (!isPlainObject(value)) return 'not a plain object'
  return firstProblem(Object.entries(value), ([key, item]) =>
    key === FORBIDDEN_NAME ? `a key called ${key}` : (problemOfJson(key) ?? problemOfJson(item, depth - 1)),
  )
}

/** The value with every half of a surrogate pair (half an emoji, cut by a length limit) replaced by U+FFFD. */
export function wellFormed(value: Json): Json {
  if (typeof value === 'string') return value.toWellFormed()
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map(wellFormed)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toWellFormed(), wellFormed(item)]))
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

// Array.isArray does not narrow a readonly array.
const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

function firstProblem<Item>(items: readonly Item[], problemOf: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const problem = problemOf(item)
    if (problem !== undefined) return problem
  }
  return undefined
}
