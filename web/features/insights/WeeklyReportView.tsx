import { ArrowLeft, Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { findingKey } from '../../insight/promotion/finding-key.ts'
import type { WeeklyReport } from '../../insight/report/weekly-report.ts'
import { alertSentence, anomalySentence, changeSentence } from '../../insight/wording/change-sentences.ts'
import { comparisonSentence } from '../../insight/wording/comparison-sentence.ts'
import { findingSentence } from '../../insight/wording/finding-sentence.ts'
import {
  daysAheadSentence,
  metricWeekSentence,
  streakSentence,
  suggestionSentence,
} from '../../insight/wording/report-sentences.ts'
import { riskSentence } from '../../insight/wording/risk-sentences.ts'
import type { Sentence } from '../../insight/wording/sentence.ts'
import { useAsked } from '../../store/insight-react.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { periodText } from '../../ui/period-text.ts'
import { SentenceText } from '../../ui/SentenceText.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './WeeklyReportView.module.css'
import type { Words } from './words.ts'

export interface WeeklyReportViewProps {
  readonly words: Words
  readonly onBack: () => void
}

/** The last whole week on one page, for the screen and for paper. */
export function WeeklyReportView({ words, onBack }: WeeklyReportViewProps) {
  const { value: report, error } = useAsked((client, options) => client.report(options), [])
  return (
    <div className={styles['page']}>
      <PageHeader
        title="Your week"
        eyebrow={report ? periodText(report) : 'The last whole week'}
        actions={
          <>
            <IconButton label="Back to Insights" onClick={onBack}>
              <ArrowLeft aria-hidden="true" />
            </IconButton>
            <IconButton label="Print" disabled={!report} onClick={() => window.print()}>
              <Printer aria-hidden="true" />
            </IconButton>
          </>
        }
      />
      {error !== undefined && <Banner tone="danger">The report could not be made. Try again.</Banner>}
      {report === undefined && error === undefined && <Skeleton height="70vh" label="Looking at the week" />}
      {report === null && (
        <Card>
          <EmptyState icon={<Printer />} title="No report yet.">
            It is made from the days of a whole week, and is here when your days have been looked at.
          </EmptyState>
        </Card>
      )}
      {report && <Report report={report} words={words} />}
    </div>
  )
}

/** More than this of one kind does not fit on the page, and the screen has it. */
const MOST = 5

function Report({ report, words: { termsOf } }: { readonly report: WeeklyReport; readonly words: Words }) {
  const { metrics, risks, suggestion, streak, ahead } = report
  const week = metrics.flatMap((metric) => [
    { key: metric.metric, sentence: metricWeekSentence(metric, termsOf) },
    ...('reason' in metric.before
      ? []
      : [{ key: `${metric.metric}-before`, sentence: comparisonSentence(metric.before, termsOf), isDetail: true }]),
  ])
  const moved = [
    ...report.changes.map((change) => ({
      key: `change-${change.metric}-${change.date}`,
      sentence: changeSentence(change, termsOf),
    })),
    ...report.alerts.map((alert) => ({
      key: `alert-${alert.metric}-${alert.date}`,
      sentence: alertSentence(alert, termsOf),
    })),
    ...report.anomalies.map((anomaly) => ({
      key: `anomaly-${anomaly.metric}-${anomaly.date}`,
      sentence: anomalySentence(anomaly, termsOf),
    })),
  ]
  const found = (findings: WeeklyReport['keptFindings']) =>
    findings.map((finding) => ({ key: findingKey(finding), sentence: findingSentence(finding, termsOf) }))
  return (
    <article className={styles['report']} aria-label={`Your week, ${periodText(report)}`}>
      <h2 className={styles['paper']}>OwnIt · Your week, {periodText(report)}</h2>
      <section className={styles['try']}>
        <h3>One thing to try</h3>
        <p>
          <SentenceText parts={suggestionSentence(suggestion, termsOf).parts} />
        </p>
        <p className={styles['detail']}>
          <SentenceText parts={streakSentence(streak).parts} />
        </p>
      </section>
      <Part title="The week" items={week} most={week.length}>
        Nothing was recorded in this week and the one before.
      </Part>
      <Part
        title="Worth attention"
        items={risks.map((risk) => ({ key: risk.id, sentence: riskSentence(risk, termsOf) }))}
      />
      <Part title="Found" items={found(report.keptFindings)}>
        No pattern that chance could not make, which is an answer too.
      </Part>
      <Part title="New, seen once" items={found(report.newFindings)} />
      <Part title="What moved" items={moved} />
      <Part
        title="The next seven days"
        items={ahead.map((days) => ({ key: days.metric, sentence: daysAheadSentence(days, termsOf) }))}
        most={ahead.length}
      />
    </article>
  )
}

interface PartProps {
  readonly title: string
  readonly items: readonly { readonly key: string; readonly sentence: Sentence; readonly isDetail?: boolean }[]
  readonly most?: number | undefined
  /** Said where there is nothing; without it the part is left out then. */
  readonly children?: ReactNode
}

function Part({ title, items, most = MOST, children }: PartProps) {
  if (items.length === 0 && children === undefined) return null
  return (
    <section>
      <h3>{title}</h3>
      {items.length === 0 && <p className={styles['detail']}>{children}</p>}
      <ul>
        {items.slice(0, most).map(({ key, sentence, isDetail = false }) => (
          <li key={key} className={isDetail ? styles['detail'] : undefined} data-about={`report:${key}`}>
            <SentenceText parts={sentence.parts} />
          </li>
        ))}
      </ul>
      {items.length > most && <p className={styles['detail']}>And {items.length - most} more in Insights.</p>}
    </section>
  )
}
