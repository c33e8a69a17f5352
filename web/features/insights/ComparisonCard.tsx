import { daysBetween } from '../../../shared/calendar/civil-date.ts'
import type { Comparison } from '../../insight/analysis.ts'
import { comparisonSentence } from '../../insight/wording/comparison-sentence.ts'
import { Card } from '../../ui/Card.tsx'
import { IntervalBar } from '../../ui/IntervalBar.tsx'
import type { MetricLens } from '../../ui/metric-lens.ts'
import styles from './ComparisonCard.module.css'
import { Told } from './Told.tsx'
import { signedSize, type Words } from './words.ts'

export interface ComparisonCardProps {
  readonly lens: MetricLens
  /** All of this metric. */
  readonly comparisons: readonly Comparison[]
  readonly words: Words
}

/** Periods of one metric beside earlier ones. */
export function ComparisonCard({ lens, comparisons, words }: ComparisonCardProps) {
  return (
    <Card kicker={lens.metric.name} hue={lens.hue}>
      <ul>
        {comparisons.map((comparison) => (
          <li key={aboutOf(comparison)} className={styles['comparison']}>
            <ComparedPeriods comparison={comparison} lens={lens} words={words} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface ComparedPeriodsProps {
  readonly comparison: Comparison
  readonly lens: MetricLens
  readonly words: Words
}

/** One period beside an earlier one, with the range of their difference. */
export function ComparedPeriods({ comparison, lens, words }: ComparedPeriodsProps) {
  const { metric, difference, ci95 } = comparison
  return (
    <div className={styles['pair']}>
      <p className={styles['what']}>{periodsText(comparison)}</p>
      <Told about={aboutOf(comparison)} sentence={comparisonSentence(comparison, words.termsOf)} />
      <IntervalBar
        low={ci95[0]}
        value={difference}
        high={ci95[1]}
        hue={lens.hue}
        show={signedSize(words, metric, ci95)}
        label="95 % range"
        referenceLabel="no difference"
      />
    </div>
  )
}

/** `28 days, beside the 28 before`, `28 days, beside a year ago`. */
function periodsText({ period, against }: Comparison): string {
  const days = daysBetween(period.from, period.to) + 1
  return `${days === 1 ? '1 day' : `${days} days`}, beside ${against === 'year-ago' ? 'a year ago' : `the ${days} before`}`
}

const aboutOf = ({ metric, period, against }: Comparison) =>
  `comparison:${metric}:${period.from}:${period.to}:${against}`
