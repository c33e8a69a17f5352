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

/** Periods of one metric beside earlier ones, each with the range of their difference. */
export function ComparisonCard({ lens, comparisons, words }: ComparisonCardProps) {
  return (
    <Card kicker={lens.metric.name} hue={lens.hue}>
      <ul className={styles['list']}>
        {comparisons.map((comparison) => {
          const { period, difference, ci95, against } = comparison
          return (
            <li key={`${period.from}-${period.to}-${against}`} className={styles['comparison']}>
              <Told
                about={`comparison:${comparison.metric}:${period.from}:${period.to}:${against}`}
                sentence={comparisonSentence(comparison, words.termsOf)}
              />
              <IntervalBar
                low={ci95[0]}
                value={difference}
                high={ci95[1]}
                hue={lens.hue}
                show={signedSize(words, comparison.metric, ci95)}
                label="95 % range"
                referenceLabel="no difference"
              />
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
