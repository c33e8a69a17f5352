import { Ellipsis, Square, Trash2 } from 'lucide-react'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Experiment } from '../../insight/experiment/experiment.ts'
import { lastDayOf } from '../../insight/experiment/plan.ts'
import { stateOn } from '../../insight/experiment/schedule.ts'
import { experimentStateSentence } from '../../insight/wording/experiment-sentences.ts'
import { Card } from '../../ui/Card.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { periodText } from '../../ui/period-text.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { HowComputed } from './HowComputed.tsx'
import { Told } from './Told.tsx'
import { TrialBlocks } from './TrialBlocks.tsx'
import { TrialResult } from './TrialResult.tsx'
import styles from './Trials.module.css'
import type { Words } from './words.ts'

export interface TrialCardProps {
  readonly trial: Experiment
  readonly today: CivilDate
  readonly words: Words
  readonly onKept: (kept: boolean) => void
  readonly onStop: () => void
  readonly onDelete: () => void
}

const KEPT = [
  { value: 'yes', label: 'I did' },
  { value: 'no', label: 'I did not' },
] as const

/** One trial: what today asks for, where in it today lies, and after the last day what came out. */
export function TrialCard({ trial, today, words, onKept, onStop, onDelete }: TrialCardProps) {
  const { id, plan, stopped, kept } = trial
  const lens = words.lensOf(plan.outcome)
  const state = stateOn(plan, today)
  const isOver = state.phase === 'over' || stopped !== undefined
  const isUnderWay = !isOver && state.phase !== 'before'
  const keptToday = kept.get(today)
  const period = periodText({ from: plan.start, to: lastDayOf(plan) })
  return (
    <Card kicker={`${lens?.metric.name ?? words.termsOf(plan.outcome).name}, ${period}`} hue={lens?.hue}>
      <div className={styles['head']}>
        <h2 className={styles['name']}>
          {plan.change} <span className={styles['versus']}>or</span> {plan.usual}
        </h2>
        <Menu
          label={`More about ${plan.change}`}
          look="bare"
          items={[
            ...(isOver ? [] : [{ label: 'Stop it now', icon: <Square aria-hidden="true" />, run: onStop }]),
            { label: 'Delete', icon: <Trash2 aria-hidden="true" />, tone: 'danger' as const, run: onDelete },
          ]}
        >
          <Ellipsis aria-hidden="true" />
        </Menu>
      </div>
      <TrialBlocks plan={plan} today={today} hue={lens?.hue ?? '--accent'} />
      {isOver ? (
        <TrialResult trial={trial} words={words} />
      ) : (
        <Told about={`experiment:${id}`} sentence={experimentStateSentence(state, plan)} />
      )}
      {isUnderWay && (
        <Segmented
          label="Did you keep to it today?"
          showLabel
          options={KEPT}
          value={keptToday === undefined ? undefined : keptToday ? 'yes' : 'no'}
          onValue={(value) => onKept(value === 'yes')}
        />
      )}
      <HowComputed of="experiment" />
    </Card>
  )
}
