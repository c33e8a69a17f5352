import type { Span } from '../goal/history.ts'

/**
 * Those of the spans that share no day, as many as there can be: by their ends, each that begins after the last one taken.
 * So what two devices began at once, or one began again over the same days, counts once, whichever is looked at first.
 */
export function countedOnce<One extends Span>(spans: readonly One[]): One[] {
  const byEnd = [...spans].sort((a, b) => compare(a.until, b.until) || compare(a.from, b.from))
  const taken: One[] = []
  for (const span of byEnd) {
    const last = taken.at(-1)
    if (last === undefined || span.from > last.until) taken.push(span)
  }
  return taken
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
