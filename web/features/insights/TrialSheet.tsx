import { useState } from 'react'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { readTyped, typedText } from '../../../shared/metric/typed-value.ts'
import { displayUnit } from '../../../shared/metric/unit.ts'
import { fieldsOfExperiment } from '../../insight/experiment/experiment.ts'
import { lockOf } from '../../insight/experiment/lock.ts'
import { EXPERIMENT_TEXT_LENGTH } from '../../insight/experiment/plan.ts'
import { experimentEdit } from '../../store/experiments.ts'
import { newId } from '../../store/identifiers.ts'
import { useCommit, useProfile } from '../../store/react.tsx'
import { FormSheet } from '../../ui/FormSheet.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './Trials.module.css'
import {
  blankTrial,
  LENGTHS,
  lengthText,
  planOfTrial,
  settlingText,
  type TrialDraft,
  type TrialProblems,
} from './trial-draft.ts'

export interface TrialSheetProps {
  readonly metrics: readonly Metric[]
  readonly today: CivilDate
  readonly onClose: () => void
}

/** Plans a trial. Once begun, nothing of it can be changed: that is what makes its answer worth something. */
export function TrialSheet({ metrics, today, onClose }: TrialSheetProps) {
  const commit = useCommit()
  const { units } = useProfile()
  const [draft, setDraft] = useState<TrialDraft>(() => blankTrial(metrics[0], today))
  const [problems, setProblems] = useState<TrialProblems>({})
  const [failure, setFailure] = useState<string>()
  const outcome = metrics.find(({ id }) => id === draft.outcome)

  const set = (change: Partial<TrialDraft>) => {
    setDraft({ ...draft, ...change })
    setProblems({})
  }
  const save = async () => {
    const [seed = 0] = crypto.getRandomValues(new Uint32Array(1))
    const made = planOfTrial(draft, { today, seed })
    if ('problems' in made) {
      setProblems(made.problems)
      return
    }
    const lock = await lockOf(made.plan, (bytes) => crypto.subtle.digest('SHA-256', bytes))
    const edits = [experimentEdit(newId(), fieldsOfExperiment(made.plan, lock))]
    const saved = await commit({ kind: 'edit', label: 'Trial planned', edits })
    if (saved.ok) onClose()
    else setFailure(saved.failure.message)
  }

  return (
    <FormSheet title="Plan a trial" submit="Lock the plan" onSubmit={save} onClose={onClose} failure={failure}>
      <TextField
        label="What you will try"
        placeholder="No screens after ten"
        maxLength={EXPERIMENT_TEXT_LENGTH}
        value={draft.change}
        error={problems.change}
        onValue={(change) => set({ change })}
      />
      <TextField
        label="And on the other days"
        maxLength={EXPERIMENT_TEXT_LENGTH}
        value={draft.usual}
        error={problems.usual}
        onValue={(usual) => set({ usual })}
      />
      <SelectField
        label="What to watch"
        value={draft.outcome}
        options={metrics.map(({ id, name }) => ({ value: id, label: name }))}
        error={problems.outcome}
        onValue={(id) => set({ outcome: id, smallestEffect: undefined })}
      />
      {outcome !== undefined && (
        <NumberField
          key={outcome.id}
          label="The smallest difference that would matter to you"
          value={draft.smallestEffect}
          error={problems.smallestEffect}
          unit={displayUnit(outcome, units)}
          step={outcome.step}
          read={(text) => readTyped(outcome, text, units)}
          show={(value) => typedText(outcome, value, units)}
          onValue={(smallestEffect) => set({ smallestEffect })}
        />
      )}
      <SelectField
        label="How long"
        hint={settlingText(draft.length)}
        value={draft.length}
        options={LENGTHS.map(({ value }) => ({ value, label: lengthText(value) }))}
        error={problems.blockDays ?? problems.pairs ?? problems.washOutDays}
        onValue={(length) => set({ length })}
      />
      <TextField
        label="First day"
        type="date"
        min={today}
        max="9989-12-31"
        value={draft.start}
        error={problems.start}
        onValue={(start) => set({ start })}
      />
      <p className={styles['soft']}>
        Chance deals the blocks, and the way of computing is locked now, before there is anything to see. You are told
        each day which kind it is; the answer comes after the last one.
      </p>
    </FormSheet>
  )
}
