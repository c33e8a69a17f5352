import { useMemo } from 'react'
import type { Metric } from '../../../shared/metric/metric.ts'
import type { UnitPreference } from '../../../shared/metric/unit.ts'
import type { LevelChange } from '../../insight/analysis.ts'
import { changeSentence } from '../../insight/wording/change-sentences.ts'
import { forecastSentence } from '../../insight/wording/forecast-sentence.ts'
import { termsOf } from '../../insight/wording/terms.ts'
import { Fold } from '../../ui/Fold.tsx'
import { SentenceText } from '../../ui/SentenceText.tsx'
import { splitBasis } from '../../ui/split-basis.ts'
import styles from './OutlookNotes.module.css'
import type { Outlook } from './outlook.ts'
import type { Period } from './range.ts'

export interface OutlookNotesProps {
  readonly outlook: Outlook
  readonly metric: Metric
  readonly period: Period
  readonly units: UnitPreference
}

/** Levels that moved and are said before somebody asks for the rest. */
const SHOWN = 2

/** What the drawing shows of levels and days to come, in words. */
export default function OutlookNotes({ outlook, metric, period, units }: OutlookNotesProps) {
  const terms = useMemo(() => termsOf([metric], units), [metric, units])
  const { forecast } = outlook
  const changes = outlook.changes.filter(({ date }) => date >= period.from && date <= period.to)
  if (forecast === undefined && changes.length === 0) {
    return (
      <p className={styles['note']}>No level moved in this period, and there are too few late days for a forecast.</p>
    )
  }
  const latestFirst = changes.toSorted((a, b) => (a.date < b.date ? 1 : -1))
  const itemOf = (change: LevelChange) => (
    <li key={change.date} data-about={`change:${change.metric}:${change.date}`}>
      <SentenceText parts={splitBasis(changeSentence(change, terms).parts).told} />
    </li>
  )
  return (
    <>
      <ul className={styles['notes']}>
        {forecast !== undefined && (
          <li data-about={`forecast:${forecast.metric}`}>
            <SentenceText parts={forecastSentence(forecast, terms).parts} />
          </li>
        )}
        {latestFirst.slice(0, SHOWN).map(itemOf)}
      </ul>
      {latestFirst.length > SHOWN && (
        <Fold summary={`${latestFirst.length - SHOWN} earlier`}>
          <ul className={styles['notes']}>{latestFirst.slice(SHOWN).map(itemOf)}</ul>
        </Fold>
      )}
    </>
  )
}
