import type { Finding } from '../analysis.ts'

/**
 * Names what a finding says, whatever its size: the same in every run that finds the same. The direction is in the name,
 * because a link that turned round is another one; the window of a trend and the weekday that differs most are not, because
 * what was tested is that there is a trend, and that weekdays differ.
 */
export function findingKey(finding: Finding): string {
  const sign = finding.effect < 0 ? 'down' : 'up'
  switch (finding.kind) {
    case 'association':
      return `association:${finding.metricX}>${finding.metricY}:${finding.lag}:${sign}`
    case 'weekday':
      return `weekday:${finding.metricY}`
    case 'trend':
      return `trend:${finding.metricY}:${sign}`
  }
}
