import type { Caveat, Finding } from '../../insight/analysis.ts'
import type { LensOf } from '../../ui/metric-lens.ts'

/** What a finding is about, in a few words: `Sleep → steps, next day`, `Steps, Sundays`, `Weight, last 90 days`. */
export function kickerOf(finding: Finding, lensOf: LensOf): string {
  const name = lensOf(finding.metricY)?.metric.name ?? finding.metricY
  switch (finding.kind) {
    case 'association': {
      const cause = lensOf(finding.metricX)?.metric.name ?? finding.metricX
      return `${cause} → ${name}, ${lagText(finding.lag)}`
    }
    case 'weekday':
      return `${name}, by weekday`
    case 'trend':
      return `${name}, last ${finding.windowDays} days`
  }
}

function lagText(lag: number): string {
  if (lag === 0) return 'same day'
  return lag === 1 ? 'next day' : `${lag} days later`
}

/** What the drawn interval is of. */
export function effectLabel(finding: Finding): string {
  switch (finding.kind) {
    case 'association':
      return 'difference'
    case 'weekday':
      return 'difference'
    case 'trend':
      return 'change a week'
  }
}

const CAVEATS: Readonly<Record<Caveat, string>> = {
  short: 'Under a year of days: a season may stand behind it.',
  'many-gaps': 'Over a third of the days between the first and the last are missing.',
  'few-values': 'The values take few steps, so sizes are rough.',
  'outliers-drawn-in': 'Values far from the rest were drawn in.',
  'mostly-zero': 'On most days nothing happened; it is about the days on which something did.',
  new: 'Seen in one weekly check so far; it counts as found after a second.',
}

export function caveatText(caveat: Caveat): string {
  return CAVEATS[caveat]
}

/** How many days the search for patterns needs before it says anything. */
export const PATTERN_DAYS = 30

export const dayCount = (days: number): string => (days === 1 ? '1 day' : `${days} days`)
