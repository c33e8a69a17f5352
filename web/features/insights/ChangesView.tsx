import { Activity } from 'lucide-react'
import { Link } from 'wouter'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { alertSentence, anomalySentence, changeSentence } from '../../insight/wording/change-sentences.ts'
import { Card } from '../../ui/Card.tsx'
import { dayText } from '../../ui/date-text.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { ChangeCard } from './ChangeCard.tsx'
import { HowComputed } from './HowComputed.tsx'
import styles from './Insights.module.css'
import type { ViewProps } from './PatternsView.tsx'
import { SentenceList } from './SentenceList.tsx'

/** Shown before somebody asks for the rest: what is long past is history. */
const RECENT = 6

/** Levels that moved, days that keep to one side, and single days far off; the latest first. */
export function ChangesView({ analysis, seriesOf, words }: ViewProps) {
  const { lensOf, termsOf } = words
  const changes = analysis.changes.toSorted(latestFirst)
  const alerts = analysis.alerts.toSorted(latestFirst)
  const anomalies = analysis.anomalies.toSorted(latestFirst)
  const cards = (list: typeof changes) => (
    <ul className={styles['cards']}>
      {list.map((change) => {
        const lens = lensOf(change.metric)
        return (
          lens !== undefined && (
            <li key={`${change.metric}-${change.date}`}>
              <ChangeCard
                change={change}
                sentence={changeSentence(change, termsOf)}
                series={seriesOf(change.metric)}
                lens={lens}
              />
            </li>
          )
        )
      })}
    </ul>
  )
  return (
    <div className={styles['page']}>
      {changes.length + alerts.length + anomalies.length === 0 && (
        <Card>
          <EmptyState icon={<Activity />} title="Nothing moved.">
            Levels are looked at from 60 recorded days of a metric on, single days from 30. So far all of them are what
            the days before let expect.
          </EmptyState>
        </Card>
      )}
      {alerts.length > 0 && (
        <Card title="Keeping to one side">
          <SentenceList
            items={alerts.slice(0, RECENT).map((alert) => ({
              key: `alert:${alert.metric}:${alert.date}`,
              lens: lensOf(alert.metric),
              sentence: alertSentence(alert, termsOf),
            }))}
          />
          <HowComputed of="alert" />
        </Card>
      )}
      {changes.length > 0 && (
        <section className={styles['section']} aria-labelledby="levels">
          <h2 id="levels">Levels that moved</h2>
          {cards(changes.slice(0, RECENT))}
          {changes.length > RECENT && (
            <Fold summary={`${changes.length - RECENT} earlier`}>{cards(changes.slice(RECENT))}</Fold>
          )}
        </section>
      )}
      {anomalies.length > 0 && (
        <Card title="Days far off" aside={anomalies.length}>
          <SentenceList
            items={anomalies.slice(0, 2 * RECENT).map((anomaly) => ({
              key: `anomaly:${anomaly.metric}:${anomaly.date}`,
              lens: lensOf(anomaly.metric),
              sentence: anomalySentence(anomaly, termsOf),
              detail: <DayLink metric={anomaly.metric} date={anomaly.date} />,
            }))}
          />
          <HowComputed of="anomaly" />
        </Card>
      )}
    </div>
  )
}

function DayLink({ metric, date }: { readonly metric: string; readonly date: CivilDate }) {
  const search = new URLSearchParams({ metric, range: 'M', until: date })
  return <Link href={`/history?${search}`}>{dayText(date)} in History</Link>
}

const latestFirst = (a: { readonly date: CivilDate }, b: { readonly date: CivilDate }) => (a.date < b.date ? 1 : -1)
