import { useMemo } from 'react'
import { Link } from 'wouter'
import { findingSentence } from '../../insight/wording/finding-sentence.ts'
import { nextStepText, riskSentence } from '../../insight/wording/risk-sentences.ts'
import { termsOf } from '../../insight/wording/terms.ts'
import { dismissEdit } from '../../store/dismissals.ts'
import { useTodayInsight } from '../../store/insight-react.ts'
import { readLoggedDays } from '../../store/logged-days.ts'
import { useCommit, useDatabase, useLive, useMetrics, useProfile, useToday } from '../../store/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/Card.tsx'
import { metricHue } from '../../ui/hue.ts'
import { SentenceText } from '../../ui/SentenceText.tsx'
import { splitBasis } from '../../ui/split-basis.ts'
import styles from './InsightCard.module.css'

/** How many logged days the search for patterns needs before it says anything. */
const PATTERN_DAYS = 30

/** The one thing worth reading today, or how many days it takes until there can be one. */
export default function InsightCard() {
  const db = useDatabase()
  const commit = useCommit()
  const today = useToday()
  const metrics = useMetrics()
  const { units } = useProfile()
  const { value: logged } = useLive(() => readLoggedDays(db), [db])
  const { value: insight } = useTodayInsight()
  const terms = useMemo(() => termsOf(metrics, units), [metrics, units])
  if (logged === undefined || insight === undefined) return null
  const { shown } = insight
  if (shown === undefined) {
    if (logged.length >= PATTERN_DAYS) return null
    return (
      <p className={styles['needs']}>
        Patterns need about {PATTERN_DAYS} logged days. {soFar(logged.length)}
      </p>
    )
  }
  const isRisk = shown.kind === 'risk'
  const metric = isRisk ? shown.risk.metric : shown.finding.metricY
  const sentence = isRisk ? riskSentence(shown.risk, terms) : findingSentence(shown.finding, terms)
  const { told, basis } = splitBasis(sentence.parts)
  const putAside = () => commit({ kind: 'edit', label: 'Put aside', edits: [dismissEdit(shown.id, today)] })
  return (
    <Card
      title={isRisk ? 'Worth attention' : 'A pattern in your days'}
      hue={metric === undefined ? undefined : metricHue(metric)}
    >
      <div className={styles['words']} data-about={shown.id}>
        <p className={styles['sentence']}>
          <SentenceText parts={told} />
        </p>
        {basis.length > 0 && (
          <p className={styles['basis']}>
            <SentenceText parts={basis} />
          </p>
        )}
      </div>
      {isRisk && <p>{nextStepText(shown.risk.step)}</p>}
      <div className={styles['actions']}>
        <Link href="/insights" className={buttonClass('quiet')}>
          See it in Insights
        </Link>
        <Button tone="plain" onClick={() => void putAside()}>
          Put aside
        </Button>
      </div>
    </Card>
  )
}

const soFar = (count: number) =>
  count === 0 ? 'Nothing is logged yet.' : count === 1 ? 'You have 1.' : `You have ${count}.`
