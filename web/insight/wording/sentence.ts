/**
 * A figure in a sentence: the value as the analysis has it, and as the person reads it. `key` is where it stands in what
 * the sentence is about (`effect`, `ci95.0`), so that whoever doubts a sentence can hold it against the numbers.
 */
export interface Figure {
  readonly key: string
  readonly value: number | string
  readonly text: string
}

export type Part = string | Figure

/** Words and figures in their order. */
export interface Sentence {
  readonly parts: readonly Part[]
}

/** Writes a sentence: figures and other sentences are put in as they are. */
export function say(words: TemplateStringsArray, ...inserts: readonly (Part | Sentence)[]): Sentence {
  const parts: Part[] = []
  words.forEach((word, index) => {
    append(parts, word)
    const insert = inserts[index]
    if (insert === undefined) return
    if (typeof insert === 'object' && 'parts' in insert) for (const part of insert.parts) append(parts, part)
    else append(parts, insert)
  })
  return { parts }
}

export const textOf = ({ parts }: Sentence): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')

export const figuresOf = ({ parts }: Sentence): Figure[] => parts.filter((part) => typeof part !== 'string')

/** The same with its first letter in upper case. */
export function capitalised({ parts: [first = '', ...rest] }: Sentence): Sentence {
  const upper = (text: string) => text.replace(/^./u, (letter) => letter.toUpperCase())
  return { parts: [typeof first === 'string' ? upper(first) : { ...first, text: upper(first.text) }, ...rest] }
}

/** One after the other, with spaces between them. */
export function together(...sentences: readonly (Sentence | undefined)[]): Sentence {
  const parts: Part[] = []
  for (const sentence of sentences) {
    if (sentence === undefined || sentence.parts.length === 0) continue
    if (parts.length > 0) append(parts, ' ')
    for (const part of sentence.parts) append(parts, part)
  }
  return { parts }
}

function append(parts: Part[], part: Part): void {
  const last = parts.at(-1)
  if (part === '') return
  if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part
  else parts.push(part)
}
