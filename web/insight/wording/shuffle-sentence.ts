import type { ShuffleResult } from '../shuffle/shuffle-test.ts'
import { type Figure, type Sentence, say, together } from './sentence.ts'

/** How many patterns chance makes, beside how many there are. */
export function shuffleSentence({ found, runs, runsWithAny, mean }: ShuffleResult): Sentence {
  if (runs === 0) return say`Your weeks were not shuffled yet.`
  const count = (key: string, value: number): Figure => ({ key, value, text: String(value) })
  const average = { key: 'mean', value: mean, text: String(Number(mean.toFixed(mean < 1 ? 2 : 1))) }
  return together(
    say`Your weeks were shuffled ${count('runs', runs)} ${runs === 1 ? 'time' : 'times'}, each metric on its own. In ${count('runsWithAny', runsWithAny)} of them chance alone made at least one pattern, ${average} on average.`,
    say`In your days as they were there ${found === 1 ? 'is' : 'are'} ${count('found', found)}, weekdays left aside.`,
  )
}
