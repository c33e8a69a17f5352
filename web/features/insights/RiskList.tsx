import { useRef, useState } from 'react'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { type Dismissal, isDismissed } from '../../insight/risk/dismissal.ts'
import type { Risk } from '../../insight/risk/risk.ts'
import { riskSentence } from '../../insight/wording/risk-sentences.ts'
import { dismissEdit } from '../../store/dismissals.ts'
import { useCommit } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { SentenceText } from '../../ui/SentenceText.tsx'
import styles from './Insights.module.css'
import { RiskCard } from './RiskCard.tsx'
import type { Words } from './words.ts'

export interface RiskListProps {
  readonly risks: readonly Risk[]
  readonly dismissals: readonly Dismissal[]
  readonly today: CivilDate
  readonly words: Words
}

/** More than this at once and none is read. */
const SHOWN = 2

/** What is worth attention, the gravest first, and what was put aside. Nothing where there is nothing. */
export function RiskList({ risks, dismissals, today, words }: RiskListProps) {
  const commit = useCommit()
  const heading = useRef<HTMLHeadingElement>(null)
  const [problem, setProblem] = useState<string>()
  const open = risks.filter((risk) => !isDismissed(risk, dismissals))
  const aside = risks.filter((risk) => isDismissed(risk, dismissals))
  if (risks.length === 0) return null

  const put = async (risk: Risk, on: CivilDate | null) => {
    const label = on === null ? 'Shown again' : 'Put aside'
    const saved = await commit({ kind: 'edit', label, edits: [dismissEdit(risk.id, on)] })
    setProblem(saved.ok ? undefined : saved.failure.message)
    // The button that was pressed is gone.
    if (saved.ok) heading.current?.focus()
  }
  const cardOf = (risk: Risk) => (
    <li key={risk.id}>
      <RiskCard risk={risk} words={words} onDismiss={() => void put(risk, today)} />
    </li>
  )
  return (
    <section className={styles['section']} aria-labelledby="risks">
      <h2 id="risks" ref={heading} tabIndex={-1} className={styles['heading']}>
        Worth attention
      </h2>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      {open.length === 0 && <p className={styles['soft']}>All of it is put aside.</p>}
      {open.length > 0 && <ul className={styles['cards']}>{open.slice(0, SHOWN).map(cardOf)}</ul>}
      {open.length > SHOWN && (
        <Fold summary={`${open.length - SHOWN} more`}>
          <ul className={styles['cards']}>{open.slice(SHOWN).map(cardOf)}</ul>
        </Fold>
      )}
      {aside.length > 0 && (
        <Fold summary={`Put aside: ${aside.length}`}>
          <ul>
            {aside.map((risk) => (
              <li key={risk.id} className={styles['row']}>
                <p>
                  <SentenceText parts={riskSentence(risk, words.termsOf).parts} />
                </p>
                <Button onClick={() => void put(risk, null)}>Show again</Button>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </section>
  )
}
