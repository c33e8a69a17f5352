import { EVERYDAY, LEXICON } from './lexicon.ts'

/** The words a question may be about: those of the lexicon and those that metrics are called by. */
export interface Vocabulary {
  readonly words: readonly string[]
  readonly known: ReadonlySet<string>
}

export function vocabularyOf(metricWords: Iterable<string>): Vocabulary {
  const words = [...new Set([...metricWords, ...LEXICON])]
  return { words, known: new Set(words) }
}

/** Shorter words have too many neighbours to guess at. */
const SHORTEST = 4

/** The word that was most likely meant; the word itself where it is known, or none is near. */
export function corrected(word: string, { words, known }: Vocabulary): string {
  if (known.has(word) || EVERYDAY.has(word) || word.length < SHORTEST || !/^[a-z]+$/.test(word)) return word
  let best = word
  const most = slipsIn(word)
  let least = most + 1
  for (const candidate of words) {
    if (candidate.length < SHORTEST || candidate.includes(' ')) continue
    if (Math.abs(candidate.length - word.length) > 1) continue
    const slips = distance(word, candidate)
    // Hardly anybody mistypes the first letter, but two letters that changed places.
    const first = candidate[0] === word[0] || (candidate[0] === word[1] && candidate[1] === word[0])
    const weighed = first ? slips : slips + 1
    // Of two as near, the one that begins alike for longer.
    const cost = weighed - sharedStart(candidate, word) / 100
    if (weighed <= most && cost < least) {
      least = cost
      best = candidate
    }
  }
  return best
}

function sharedStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}

const slipsIn = (word: string) => (word.length >= 7 ? 2 : 1)

/**
 * Letters left out, put in, replaced, or swapped with the next one: optimal string alignment, the restricted
 * Damerau-Levenshtein distance.
 */
export function distance(a: string, b: string): number {
  let twoBack: number[] = []
  let oneBack = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (oneBack[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let cost = Math.min(replaced, (oneBack[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (twoBack[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    twoBack = oneBack
    oneBack = row
  }
  return oneBack[b.length] ?? 0
}
