import { Lightbulb, Printer } from 'lucide-react'
import { useMemo } from 'react'
import { Link } from 'wouter'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Insights } from '../../store/insight-cache.ts'
import { useDismissals, useInsights } from '../../store/insight-react.ts'
import { useMetrics, useProfile, useToday } from '../../store/react.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { AheadView } from './AheadView.tsx'
import { ChangesView } from './ChangesView.tsx'
import { CompareView } from './CompareView.tsx'
import styles from './Insights.module.css'
import { PARTS } from './insights-view.ts'
import { PatternsView } from './PatternsView.tsx'
import { RiskList } from './RiskList.tsx'
import { TrialsView } from './TrialsView.tsx'
import { useInsightsView } from './use-insights-view.ts'
import { type RecordedDays, useRecordedDays } from './use-series.ts'
import { WeeklyReportView } from './WeeklyReportView.tsx'
import { wordsOf } from './words.ts'

/** What a person's own days say, and what they do not. */
export default function InsightsPage() {
  const metrics = useMetrics()
  const today = useToday()
  const { value, error } = useInsights()
  const recorded = useRecordedDays(metrics, today)
  if (error !== undefined && value === undefined) throw error
  const insights = value?.insights
  if (recorded.logged === 0) return <NothingYet />
  if (insights === undefined || recorded.logged === undefined) {
    return (
      <div className={styles['page']}>
        <PageHeader title="Insights" />
        <Skeleton height="70vh" label="Looking at your days" />
      </div>
    )
  }
  return <Shown insights={insights} recorded={recorded} logged={recorded.logged} today={today} />
}

interface ShownProps {
  readonly insights: Insights
  readonly recorded: RecordedDays
  readonly logged: number
  readonly today: CivilDate
}

function Shown({ insights, recorded, logged, today }: ShownProps) {
  const { units } = useProfile()
  const metrics = useMetrics()
  const [view, setView] = useInsightsView()
  const { value: dismissals } = useDismissals()
  const words = useMemo(() => wordsOf(metrics, units), [metrics, units])
  const { analysis, risks } = insights
  const props = { analysis, seriesOf: recorded.seriesOf, words }
  const { part } = view
  if (part === 'report') return <WeeklyReportView words={words} onBack={() => setView({ part: 'patterns' })} />
  return (
    <div className={styles['page']}>
      <PageHeader
        title="Insights"
        eyebrow={`From ${logged === 1 ? '1 day' : `${logged} days`}`}
        actions={
          <IconButton label="Weekly report" onClick={() => setView({ part: 'report' })}>
            <Printer aria-hidden="true" />
          </IconButton>
        }
      />
      {dismissals !== undefined && <RiskList risks={risks} dismissals={dismissals} today={today} words={words} />}
      <Tabs label="Insights" tabs={PARTS} selected={part} onSelect={(id) => setView({ part: id })}>
        {part === 'patterns' && <PatternsView {...props} logged={logged} />}
        {part === 'ahead' && <AheadView {...props} />}
        {part === 'changes' && <ChangesView {...props} />}
        {part === 'trials' && <TrialsView words={words} today={today} />}
        {part === 'compare' && <CompareView {...props} today={today} view={view} onView={setView} />}
      </Tabs>
    </div>
  )
}

function NothingYet() {
  return (
    <div className={styles['page']}>
      <PageHeader title="Insights" />
      <Card>
        <EmptyState
          icon={<Lightbulb />}
          title="Nothing to look at yet."
          action={
            <Link href="/import" className={buttonClass('primary')}>
              Import a file
            </Link>
          }
        >
          A forecast needs 14 recorded days, patterns about 30, level changes 60. Days from another app count from the
          first.
        </EmptyState>
      </Card>
    </div>
  )
}
