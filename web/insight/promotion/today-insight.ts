import type { Analysis, Finding } from '../analysis.ts'
import { type Dismissal, isDismissed } from '../risk/dismissal.ts'
import type { Risk } from '../risk/risk.ts'
import { findingKey } from './finding-key.ts'
import { type WeeklyRun, weeksFound } from './weekly-runs.ts'

/** The one thing that the day's screen says. */
export type TodayInsight =
  | { readonly kind: 'risk'; readonly id: string; readonly risk: Risk }
  | { readonly kind: 'finding'; readonly id: string; readonly finding: Finding }

const RANK = { high: 0, medium: 1, low: 2 } as const

/**
 * At most one: the most serious risk that was not put aside, of equal ones the first; else the finding that was promoted
 * last, of equally old ones the surest; else nothing. What is new waits for its second weekly run. `id` is what puts it aside.
 */
export function todayInsight(
  analysis: Pick<Analysis, 'findings'>,
  risks: readonly Risk[],
  runs: readonly WeeklyRun[],
  dismissals: readonly Dismissal[],
): TodayInsight | undefined {
  const [risk] = risks
    .filter((candidate) => !isDismissed(candidate, dismissals))
    .toSorted((a, b) => RANK[a.severity] - RANK[b.severity])
  if (risk !== undefined) return { kind: 'risk', id: risk.id, risk }
  const aside = new Set(dismissals.map(({ risk: id }) => id))
  const [newest] = analysis.findings
    .filter(({ caveats }) => !caveats.includes('new'))
    .map((finding) => ({ id: findingKey(finding), finding }))
    .filter(({ id }) => !aside.has(id))
    .toSorted((a, b) => weeksFound(runs, a.id) - weeksFound(runs, b.id) || a.finding.q - b.finding.q)
  return newest === undefined ? undefined : { kind: 'finding', ...newest }
}
