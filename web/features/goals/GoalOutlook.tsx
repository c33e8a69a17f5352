import { useMemo } from 'react'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import type { GoalVersion } from '../../insight/goal/goal.ts'
import type { Rule } from '../../insight/goal/rule.ts'
import { notEnoughDataSentence } from '../../insight/wording/forecast-sentence.ts'
import { goalChanceSentence, goalSentence } from '../../insight/wording/goal-sentence.ts'
import { together } from '../../insight/wording/sentence.ts'
import { termsOf } from '../../insight/wording/terms.ts'
import { useAsked } from '../../store/insight-react.ts'
import { useProfile } from '../../store/react.tsx'
import { SentenceText } from '../../ui/SentenceText.tsx'
import styles from './Goals.module.css'

/** The same goal is told the same on every device. */
const SEED = 1

export interface GoalOutlookProps {
  readonly metric: Metric
  readonly version: GoalVersion
  readonly today: CivilDate
}

/** Whether a goal by a date is on course, as far as the person's own days say; of a range there is nothing to come to. */
export function GoalOutlook({ metric, version, today }: GoalOutlookProps) {
  const { units } = useProfile()
  const terms = useMemo(() => termsOf([metric], units), [metric, units])
  const { target, reach } = aimOf(version.rule) ?? {}
  const { value, error } = useAsked(
    target === undefined || reach === undefined
      ? undefined
      : (client, options) => client.project({ metric: metric.id, target, reach, seed: SEED }, options),
    [metric.id, target, reach],
  )
  if (error !== undefined) throw error
  if (value === undefined || version.until === undefined) return null
  const sentence =
    value.kind === 'not-enough-data'
      ? notEnoughDataSentence(value, terms)
      : together(goalSentence(value, terms), goalChanceSentence(value, today, version.until))
  return (
    <p className={styles['soft']} data-outlook={value.kind}>
      <SentenceText parts={sentence.parts} />
    </p>
  )
}

function aimOf(rule: Rule): { target: number; reach: 'at-least' | 'at-most' } | undefined {
  if (rule.kind === 'atLeast') return { target: rule.low, reach: 'at-least' }
  if (rule.kind === 'atMost') return { target: rule.high, reach: 'at-most' }
  return undefined
}
