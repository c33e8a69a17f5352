import { useMemo, useState } from 'react'
import { addDays, type CivilDate, daysBetween, parseCivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Comparison, Refusal } from '../../insight/analysis.ts'
import { refusalSentence } from '../../insight/wording/refusal-sentence.ts'
import { useAsked } from '../../store/insight-react.ts'
import { useMetrics } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Card } from '../../ui/Card.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { SentenceText } from '../../ui/SentenceText.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { byMetric } from './by-metric.ts'
import styles from './CompareView.module.css'
import { ComparedPeriods, ComparisonCard } from './ComparisonCard.tsx'
import { HowComputed } from './HowComputed.tsx'
import type { InsightsView } from './insights-view.ts'
import type { ViewProps } from './PatternsView.tsx'
import type { Words } from './words.ts'

interface CompareViewProps extends ViewProps {
  readonly today: CivilDate
  readonly view: InsightsView
  readonly onView: (change: Partial<InsightsView>) => void
}

/** Any period beside an earlier one, and the usual ones of every metric. */
export function CompareView({ analysis, words, ...any }: CompareViewProps) {
  const groups = useMemo(() => [...byMetric(analysis.comparisons)], [analysis.comparisons])
  return (
    <div className={styles['page']}>
      <AnyPeriod {...any} words={words} />
      <h2>
        <VisuallyHidden>The usual periods</VisuallyHidden>
      </h2>
      <ul className={styles['cards']}>
        {groups.map(([metric, comparisons]) => {
          const lens = words.lensOf(metric)
          return (
            lens !== undefined && (
              <li key={metric}>
                <ComparisonCard lens={lens} comparisons={comparisons} words={words} />
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

const AGAINST = [
  { value: 'period-before', label: 'Before', spoken: 'The period before' },
  { value: 'year-ago', label: 'A year ago' },
] as const

type AnyPeriodProps = Omit<CompareViewProps, 'analysis' | 'seriesOf'>

function AnyPeriod({ words, today, view, onView }: AnyPeriodProps) {
  const metrics = useMetrics()
  const [metric, setMetric] = useState<string>(metrics[0]?.id ?? '')
  const [against, setAgainst] = useState<Comparison['against']>('period-before')
  const to = view.to ?? addDays(today, -1)
  const from = view.from ?? addDays(to, -27)
  const isPeriod = daysBetween(from, to) >= 0
  const { value, error } = useAsked(
    isPeriod ? (client, options) => client.compare({ metric, from, to, against }, options) : undefined,
    [metric, from, to, against, isPeriod],
  )
  const set = (bound: 'from' | 'to') => (text: string) => onView({ [bound]: parseCivilDate(text) })
  return (
    <Card title="Any period">
      <div className={styles['form']}>
        <SelectField
          label="Metric"
          value={metric}
          options={metrics.map(({ id, name }) => ({ value: id, label: name }))}
          onValue={setMetric}
        />
        <TextField label="First day" type="date" value={from} max={to} onValue={set('from')} />
        <TextField
          label="Last day"
          type="date"
          value={to}
          min={from}
          max={today}
          onValue={set('to')}
          error={isPeriod ? undefined : 'The last day comes before the first.'}
        />
        <Segmented label="Beside" options={AGAINST} value={against} onValue={setAgainst} showLabel />
      </div>
      <div role="status" className={styles['answer']}>
        {value !== undefined && <Answer answer={value} words={words} />}
      </div>
      {error !== undefined && <Banner tone="danger">The periods could not be compared. Try again.</Banner>}
      <HowComputed of="comparison" />
    </Card>
  )
}

function Answer({ answer, words }: { readonly answer: Comparison | Refusal; readonly words: Words }) {
  if ('looked' in answer) return <SentenceText parts={refusalSentence(answer, words.termsOf).parts} />
  const lens = words.lensOf(answer.metric)
  return lens && <ComparedPeriods comparison={answer} lens={lens} words={words} />
}
