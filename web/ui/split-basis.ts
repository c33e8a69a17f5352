import type { SentencePart } from './SentenceText.tsx'

/** A sentence in two: what it says, and what that rests on. */
export interface SplitSentence {
  readonly told: readonly SentencePart[]
  /** What stood in parentheses at its end, without them; empty where nothing did. */
  readonly basis: readonly SentencePart[]
}

/** Takes what a sentence ends with in parentheses off it, so that it can stand below in smaller type. */
export function splitBasis(parts: readonly SentencePart[]): SplitSentence {
  const whole = { told: parts, basis: [] }
  const last = parts.at(-1)
  if (typeof last !== 'string' || !last.endsWith(').')) return whole
  const opening = openingOfLast(parts)
  const before = opening === undefined ? undefined : parts[opening.part]
  if (opening === undefined || typeof before !== 'string') return whole
  const rest = [before.slice(opening.at + 1), ...parts.slice(opening.part + 1)]
  const end = rest.at(-1)
  const basis = [...rest.slice(0, -1), typeof end === 'string' ? end.slice(0, -2) : '']
  return {
    told: [...parts.slice(0, opening.part), `${before.slice(0, opening.at).trimEnd()}.`],
    basis: basis.filter((part) => part !== ''),
  }
}

/** Where the last parenthesis of a sentence opens; a person's own words may hold others. */
function openingOfLast(parts: readonly SentencePart[]): { readonly part: number; readonly at: number } | undefined {
  let open = 0
  for (let part = parts.length - 1; part >= 0; part -= 1) {
    const text = parts[part]
    if (typeof text !== 'string') continue
    for (let at = text.length - 1; at >= 0; at -= 1) {
      if (text[at] === ')') open += 1
      else if (text[at] === '(') open -= 1
      if (text[at] === '(' && open === 0) return { part, at }
    }
  }
  return undefined
}
