import { useMemo } from 'react'
import type { Aspect, Finding } from '../../insight/analysis.ts'
import type { DailySeries } from '../../insight/daily-series.ts'
import { findingKey } from '../../insight/promotion/finding-key.ts'
import { findingSentence } from '../../insight/wording/finding-sentence.ts'
import { Card } from '../../ui/Card.tsx'
import { IntervalBar } from '../../ui/IntervalBar.tsx'
import type { LensOf } from '../../ui/metric-lens.ts'
import { AssociationPicture } from './AssociationPicture.tsx'
import { lensInAspect, seriesInAspect } from './aspect.ts'
import { caveatText, effectLabel, kickerOf } from './finding-text.ts'
import { HowComputed } from './HowComputed.tsx'
import styles from './InsightCard.module.css'
import { Told } from './Told.tsx'
import { TrendPicture } from './TrendPicture.tsx'
import { WeekdayPicture } from './WeekdayPicture.tsx'
import { signedSize, type Words } from './words.ts'

export type SeriesOf = (metricId: string) => DailySeries | undefined

export interface FindingCardProps {
  readonly finding: Finding
  readonly words: Words
  readonly seriesOf: SeriesOf
}

/** One pattern: what it says, how large it is and how surely, and the days it stands on. */
export function FindingCard({ finding, words, seriesOf }: FindingCardProps) {
  const { lensOf, termsOf } = words
  const whole = lensOf(finding.metricY)
  if (whole === undefined) return null
  const lens = lensInAspect(whole, finding.aspectY)
  const show = finding.aspectY === 'whether' ? lens.difference : signedSize(words, finding.metricY, finding.ci95)
  // What is new stands under a heading that says so.
  const caveats = finding.caveats.filter((caveat) => caveat !== 'new')
  const [low, high] = finding.ci95
  return (
    <Card kicker={kickerOf(finding, lensOf)} hue={lens.hue}>
      <Told about={findingKey(finding)} sentence={findingSentence(finding, termsOf)} />
      <Picture finding={finding} lensOf={lensOf} seriesOf={seriesOf} show={show} />
      <IntervalBar
        low={low}
        value={finding.effect}
        high={high}
        hue={lens.hue}
        show={show}
        label={`95 % range of the ${effectLabel(finding)}`}
        referenceLabel="no difference"
      />
      {caveats.length > 0 && (
        <ul className={styles['caveats']} aria-label="What limits it">
          {caveats.map((caveat) => (
            <li key={caveat}>{caveatText(caveat)}</li>
          ))}
        </ul>
      )}
      <HowComputed of={finding.kind} />
    </Card>
  )
}

interface PictureProps {
  readonly finding: Finding
  readonly lensOf: LensOf
  readonly seriesOf: SeriesOf
  readonly show: (difference: number) => string
}

function Picture({ finding, lensOf, seriesOf, show }: PictureProps) {
  const y = useAspect(finding.metricY, finding.aspectY, lensOf, seriesOf)
  const isLink = finding.kind === 'association'
  const cause = isLink ? finding.metricX : finding.metricY
  const x = useAspect(cause, isLink ? finding.aspectX : undefined, lensOf, seriesOf)
  if (y.lens === undefined) return null
  if (finding.kind === 'weekday') return <WeekdayPicture finding={finding} lens={y.lens} show={show} />
  if (y.series === undefined || x.series === undefined || x.lens === undefined) {
    return <div className={styles['waiting']} data-kind={finding.kind} />
  }
  if (finding.kind === 'trend') return <TrendPicture finding={finding} series={y.series} lens={y.lens} />
  return <AssociationPicture finding={finding} seriesX={x.series} seriesY={y.series} x={x.lens} y={y.lens} />
}

/** The days of a metric, and the words for them, as a finding looks at them. */
function useAspect(metric: string, aspect: Aspect | undefined, lensOf: LensOf, seriesOf: SeriesOf) {
  return useMemo(() => {
    const lens = lensOf(metric)
    const series = seriesOf(metric)
    return {
      lens: lens && lensInAspect(lens, aspect),
      series: series && seriesInAspect(series, aspect),
    }
  }, [metric, aspect, lensOf, seriesOf])
}
