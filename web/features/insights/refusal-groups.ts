import type { Refusal } from '../../insight/analysis.ts'

/** What was looked for in one way and is not said. */
export interface RefusalGroup {
  readonly looked: Refusal['looked']
  readonly title: string
  readonly refusals: readonly Refusal[]
}

const TITLES: Readonly<Record<Refusal['looked'], string>> = {
  association: 'Links between two metrics',
  weekday: 'Weekdays',
  trend: 'Trends',
  change: 'Level changes',
  anomaly: 'Unusual days',
  forecast: 'Forecasts',
  comparison: 'Comparisons',
}

const ORDER: readonly Refusal['looked'][] = [
  'association',
  'weekday',
  'trend',
  'change',
  'anomaly',
  'forecast',
  'comparison',
]

/** The refusals by what was looked for; first those that were looked for and not seen, then those that need more days. */
export function refusalGroups(refusals: readonly Refusal[]): RefusalGroup[] {
  return ORDER.flatMap((looked) => {
    const group = refusals.filter((refusal) => refusal.looked === looked)
    if (group.length === 0) return []
    const sorted = group.toSorted((a, b) => rank(a) - rank(b) || (a.needed ?? 0) - a.n - ((b.needed ?? 0) - b.n))
    return [{ looked, title: TITLES[looked], refusals: sorted }]
  })
}

const rank = ({ reason }: Refusal) => (reason === 'nothing-seen' || reason === 'too-small' ? 0 : 1)

/** Names what was looked for: no two refusals of an analysis share it. */
export function refusalKey({ looked, metricX, aspectX, metricY, aspectY }: Refusal): string {
  return ['refusal', looked, metricX ?? '', aspectX ?? '', metricY, aspectY ?? ''].join(':')
}
