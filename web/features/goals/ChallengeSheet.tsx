import { useState } from 'react'
import type { Metric } from '../../../shared/metric/metric.ts'
import { CHALLENGE_NAME_LENGTH, type ChallengePlan } from '../../insight/challenge/challenge.ts'
import { FormSheet } from '../../ui/FormSheet.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Bound } from './Bound.tsx'
import {
  blankChallenge,
  type ChallengeDraft,
  type ChallengeProblems,
  LOGGED,
  planOfDraft,
  SHAPES,
  TASK_KINDS,
} from './challenge-draft.ts'
import styles from './Goals.module.css'

export interface ChallengeSheetProps {
  readonly metrics: readonly Metric[]
  /** Answers whether it was saved. */
  readonly onBegin: (plan: ChallengePlan) => Promise<boolean>
  readonly onClose: () => void
}

/** A challenge of the person's own. Once begun it cannot be changed: begin another. */
export function ChallengeSheet({ metrics, onBegin, onClose }: ChallengeSheetProps) {
  const [draft, setDraft] = useState<ChallengeDraft>(() =>
    blankChallenge((metrics.find(({ id }) => id === 'steps') ?? metrics[0])?.id ?? LOGGED),
  )
  const [problems, setProblems] = useState<ChallengeProblems>({})
  const metric = metrics.find(({ id }) => id === draft.metric)

  const set = (change: Partial<ChallengeDraft>) => {
    setDraft({ ...draft, ...change })
    setProblems({})
  }
  const begin = async () => {
    const made = planOfDraft(draft, metrics)
    if ('problems' in made) setProblems(made.problems)
    else if (await onBegin(made.plan)) onClose()
  }

  return (
    <FormSheet title="Make your own challenge" submit="Start today" onSubmit={begin} onClose={onClose}>
      <TextField
        label="Name"
        placeholder="A walk a day"
        maxLength={CHALLENGE_NAME_LENGTH}
        value={draft.name}
        error={problems.name}
        onValue={(name) => set({ name })}
      />
      <SelectField
        label="What each day takes"
        value={draft.metric}
        options={[
          ...metrics.map(({ id, name }) => ({ value: id as string, label: name })),
          { value: LOGGED, label: 'Any entry' },
        ]}
        error={problems.metric}
        onValue={(id) => set({ metric: id, low: undefined, high: undefined })}
      />
      {metric !== undefined && (
        <>
          <Segmented
            label="How much"
            showLabel
            options={TASK_KINDS}
            value={draft.kind}
            onValue={(kind) => set({ kind })}
          />
          <div className={styles['bounds']}>
            {(draft.kind === 'atLeast' || draft.kind === 'between') && (
              <Bound
                key={`low ${metric.id}`}
                label={draft.kind === 'between' ? 'From' : 'At least'}
                metric={metric}
                value={draft.low}
                error={problems.low}
                onValue={(low) => set({ low })}
              />
            )}
            {(draft.kind === 'atMost' || draft.kind === 'between') && (
              <Bound
                key={`high ${metric.id}`}
                label={draft.kind === 'between' ? 'To' : 'At most'}
                metric={metric}
                value={draft.high}
                error={problems.high}
                onValue={(high) => set({ high })}
              />
            )}
          </div>
        </>
      )}
      <NumberField
        label="Days"
        value={draft.days}
        error={problems.days}
        read={(text) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined)}
        show={String}
        onValue={(days) => set({ days })}
      />
      <div>
        <Segmented
          label="Which days"
          showLabel
          options={SHAPES}
          value={draft.shape}
          onValue={(shape) => set({ shape })}
        />
        <p className={styles['hint']}>
          {draft.shape === 'each'
            ? 'The first day that is missed ends it.'
            : 'A missed day begins the count again. It expires after twice as many days.'}
        </p>
      </div>
    </FormSheet>
  )
}
