import { parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Finding } from '../analysis.ts'

const from = parseCivilDate('2026-01-01')
const to = parseCivilDate('2026-11-20')
if (from === undefined || to === undefined) throw new Error('No dates')

const BASE = {
  ci95: [100, 300],
  n: 200,
  from,
  to,
  p: 0.001,
  method: 'test',
  version: 1,
  evidence: 'strong',
} as const

/** For tests: a link from one metric to another a day later. */
export function link(
  metricX: string,
  metricY: string,
  { effect = 200, q = 0.01 }: { readonly effect?: number; readonly q?: number } = {},
): Finding {
  return {
    ...BASE,
    kind: 'association',
    metricX,
    metricY,
    effect,
    q,
    lag: 1,
    threshold: 7,
    r: 0.4,
    slope: 80,
    slopeError: 20,
    caveats: [],
  }
}
