import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { GUIDELINES } from '../../insight/risk/guidelines.ts'
import type { Risk } from '../../insight/risk/risk.ts'
import { nextStepText, riskSentence } from '../../insight/wording/risk-sentences.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { IntervalBar } from '../../ui/IntervalBar.tsx'
import type { MetricLens } from '../../ui/metric-lens.ts'
import { periodText } from '../../ui/period-text.ts'
import { dayCount } from './finding-text.ts'
import { HowComputed } from './HowComputed.tsx'
import styles from './RiskCard.module.css'
import { Told } from './Told.tsx'
import { signedSize, type Words } from './words.ts'

export interface RiskCardProps {
  readonly risk: Risk
  readonly words: Words
  readonly onDismiss: () => void
}

const LOOKS = {
  high: { Icon: TriangleAlert, name: 'Worth acting on' },
  medium: { Icon: CircleAlert, name: 'Worth a look' },
  low: { Icon: Info, name: 'Good to know' },
} as const

/** One thing worth attention: what was found, what it is held against and by whom, and one next step. */
export function RiskCard({ risk, words, onDismiss }: RiskCardProps) {
  const { Icon, name } = LOOKS[risk.severity]
  const { metric } = risk
  const lens = metric === undefined ? undefined : words.lensOf(metric)
  const scale = lens === undefined ? undefined : scaleOf(risk, lens, words)
  return (
    <Card>
      <div className={styles['head']} data-severity={risk.severity}>
        <Icon aria-hidden="true" size={20} />
        <p className={styles['severity']}>{name}</p>
        <p className={styles['period']}>{periodText(risk)}</p>
      </div>
      <Told about={risk.id} sentence={riskSentence(risk, words.termsOf)} />
      {lens !== undefined && scale !== undefined && (
        <IntervalBar
          low={scale.low}
          value={risk.value}
          high={scale.high}
          reference={risk.threshold}
          hue={lens.hue}
          show={scale.show}
          label="95 % range"
          referenceLabel={scale.referenceLabel}
        />
      )}
      <p className={styles['step']}>{nextStepText(risk.step)}</p>
      <p className={styles['fine']}>{guidelineText(risk)}</p>
      <div className={styles['foot']}>
        <p className={styles['fine']}>From {dayCount(risk.n)}.</p>
        <Button onClick={onDismiss}>Put aside</Button>
      </div>
      <HowComputed of="risk" />
    </Card>
  )
}

/** How a risk that is an estimate is drawn; counts of days have nothing to draw. */
function scaleOf({ measure, ci95, threshold }: Risk, lens: MetricLens, words: Words) {
  if (ci95 === undefined || measure === 'recorded-days' || measure === 'days-since') return undefined
  const [low, high] = ci95
  const show = measure === 'level' ? lens.show : signedSize(words, lens.metric.id, ci95)
  const referenceLabel =
    measure === 'shift' ? 'as expected' : `${show(threshold)}${measure === 'pace' ? ' a week' : ''}`
  return { low, high, show, referenceLabel }
}

function guidelineText({ guideline }: Risk): string {
  const { name, year, says } = GUIDELINES[guideline]
  return `${says} (${name}, ${year})`
}
