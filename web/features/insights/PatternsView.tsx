import { Lightbulb } from 'lucide-react'
import type { Analysis, Finding } from '../../insight/analysis.ts'
import { findingKey } from '../../insight/promotion/finding-key.ts'
import { findingSentence } from '../../insight/wording/finding-sentence.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FindingCard, type SeriesOf } from './FindingCard.tsx'
import { PATTERN_DAYS } from './finding-text.ts'
import styles from './Insights.module.css'
import { NotFound } from './NotFound.tsx'
import { SentenceList } from './SentenceList.tsx'
import { ShuffleCard } from './ShuffleCard.tsx'
import type { Words } from './words.ts'

export interface ViewProps {
  readonly analysis: Analysis
  readonly seriesOf: SeriesOf
  readonly words: Words
}

/** What goes together, which weekdays differ and what moves, what nearly does, and what was looked for in vain. */
export function PatternsView({ analysis, seriesOf, words, logged }: ViewProps & { readonly logged: number }) {
  const { findings, maybe, refusals } = analysis
  const kept = findings.filter(({ caveats }) => !caveats.includes('new'))
  const fresh = findings.filter(({ caveats }) => caveats.includes('new'))
  const cards = (list: readonly Finding[]) => (
    <ul className={styles['cards']}>
      {list.map((finding) => (
        <li key={`${findingKey(finding)}:${finding.aspectY}`}>
          <FindingCard finding={finding} words={words} seriesOf={seriesOf} />
        </li>
      ))}
    </ul>
  )
  return (
    <div className={styles['page']}>
      {findings.length === 0 && <NoPattern logged={logged} />}
      {kept.length > 0 && (
        <section className={styles['section']} aria-labelledby="found">
          <h2 id="found">Found</h2>
          {cards(kept)}
        </section>
      )}
      {fresh.length > 0 && (
        <section className={styles['section']} aria-labelledby="new">
          <h2 id="new">New, seen once</h2>
          <p className={styles['soft']}>What is seen in a second weekly check counts as found. Chance seldom stays.</p>
          {cards(fresh)}
        </section>
      )}
      {maybe.length > 0 && (
        <Card title="Maybe; keep logging">
          <SentenceList
            items={maybe.map((finding) => ({
              key: findingKey(finding),
              lens: words.lensOf(finding.metricY),
              sentence: findingSentence(finding, words.termsOf),
            }))}
          />
        </Card>
      )}
      <NotFound refusals={refusals} words={words} />
      <ShuffleCard />
    </div>
  )
}

function NoPattern({ logged }: { readonly logged: number }) {
  return (
    <Card>
      {logged < PATTERN_DAYS ? (
        <EmptyState icon={<Lightbulb />} title="Not enough days for patterns yet.">
          Patterns need about {PATTERN_DAYS} days on which both things are recorded, and strong ones about three months.
          You have {logged === 1 ? '1 day' : `${logged} days`} so far.
        </EmptyState>
      ) : (
        <EmptyState icon={<Lightbulb />} title="No pattern that chance could not make.">
          That is an answer, and a common one. What was looked for, and how large it would have to be to be seen, stands
          below.
        </EmptyState>
      )}
    </Card>
  )
}
