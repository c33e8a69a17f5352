import { useState } from 'react'
import { addDays } from '../../../shared/calendar/civil-date.ts'
import type { Metric } from '../../../shared/metric/metric.ts'
import { fieldsOfGoal, fieldsOfVersion, type Goal } from '../../insight/goal/goal.ts'
import { highOf, lowOf } from '../../insight/goal/rule.ts'
import { SUGGESTION_DAYS, suggestGoal } from '../../insight/goal/suggestion.ts'
import { goalText, ruleText } from '../../insight/wording/goal-words.ts'
import type { GoalRecords } from '../../store/goal-records.ts'
import { goalEdit } from '../../store/goals.ts'
import { newId } from '../../store/identifiers.ts'
import { useCommit, useProfile } from '../../store/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { FormSheet } from '../../ui/FormSheet.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Bound } from './Bound.tsx'
import styles from './Goals.module.css'
import {
  blankGoal,
  CADENCE_HINTS,
  CADENCES,
  draftOfGoal,
  type GoalDraft,
  type GoalProblems,
  KINDS,
  versionOfDraft,
} from './goal-draft.ts'

export interface GoalSheetProps {
  /** None: a new one. */
  readonly goal: Goal | undefined
  readonly metrics: readonly Metric[]
  readonly records: GoalRecords
  readonly onClose: () => void
}

/** Sets a goal, or changes one from today on. */
export function GoalSheet({ goal, metrics, records, onClose }: GoalSheetProps) {
  const commit = useCommit()
  const { units, weekStart } = useProfile()
  const { today } = records
  const [draft, setDraft] = useState<GoalDraft>(() =>
    goal === undefined
      ? blankGoal(metrics.find(({ id }) => id === 'steps') ?? metrics[0], today)
      : draftOfGoal(goal, today),
  )
  const [problems, setProblems] = useState<GoalProblems>({})
  const [failure, setFailure] = useState<string>()
  const metric = metrics.find(({ id }) => id === draft.metric)

  const set = (change: Partial<GoalDraft>) => {
    setDraft({ ...draft, ...change })
    setProblems({})
  }
  const save = async () => {
    const made = versionOfDraft(draft, metric, today)
    if ('problems' in made) {
      setProblems(made.problems)
      return
    }
    if (metric === undefined) return
    const { version } = made
    const text = goalText(metric, version, units)
    const saved = await commit({
      kind: 'edit',
      label: goal === undefined ? `Goal set: ${text}` : `Goal changed: ${text}`,
      edits: [
        goal === undefined
          ? goalEdit(newId(), fieldsOfGoal(metric.id, weekStart, version))
          : goalEdit(goal.id, fieldsOfVersion(version)),
      ],
    })
    if (saved.ok) onClose()
    else setFailure(saved.failure.message)
  }

  return (
    <FormSheet
      title={goal === undefined ? 'Set a goal' : 'Change the goal'}
      submit={goal === undefined ? 'Set the goal' : 'Save'}
      onSubmit={save}
      onClose={onClose}
      failure={failure}
    >
      {goal === undefined && (
        <SelectField
          label="What for"
          value={draft.metric}
          options={metrics.map(({ id, name }) => ({ value: id, label: name }))}
          error={problems.metric}
          onValue={(id) => {
            setDraft(
              blankGoal(
                metrics.find((one) => one.id === id),
                today,
              ),
            )
            setProblems({})
          }}
        />
      )}
      {metric !== undefined && (
        <>
          {goal === undefined && <SuggestedGoal metric={metric} records={records} onUse={set} />}
          <Segmented label="How much" showLabel options={KINDS} value={draft.kind} onValue={(kind) => set({ kind })} />
          <div className={styles['bounds']}>
            {draft.kind !== 'atMost' && (
              <Bound
                key={`low ${metric.id}`}
                label={draft.kind === 'between' ? 'From' : 'At least'}
                metric={metric}
                value={draft.low}
                error={problems.low}
                onValue={(low) => set({ low })}
              />
            )}
            {draft.kind !== 'atLeast' && (
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
      <div>
        <Segmented
          label="How often"
          showLabel
          options={CADENCES}
          value={draft.cadence}
          onValue={(cadence) => set({ cadence })}
        />
        <p className={styles['hint']}>{CADENCE_HINTS[draft.cadence]}</p>
      </div>
      {draft.cadence === 'byDate' && (
        <TextField
          label="By"
          type="date"
          min={addDays(today, 1)}
          max="9999-12-31"
          value={draft.until}
          error={problems.until}
          onValue={(until) => set({ until })}
        />
      )}
      {goal !== undefined && (
        <p className={styles['soft']}>The change holds from today. The days before stay as they were judged.</p>
      )}
    </FormSheet>
  )
}

interface SuggestedGoalProps {
  readonly metric: Metric
  readonly records: GoalRecords
  readonly onUse: (change: Partial<GoalDraft>) => void
}

/** What the person's last four weeks suggest, and how often that was reached in them. */
function SuggestedGoal({ metric, records, onUse }: SuggestedGoalProps) {
  const { units } = useProfile()
  const values = Array.from({ length: SUGGESTION_DAYS }, (_, back) =>
    records.valueOn(metric.id, addDays(records.today, -1 - back)),
  )
  const suggestion = suggestGoal(metric, values)
  if (suggestion === undefined) return null
  const { rule, held, recorded } = suggestion
  return (
    <div className={styles['suggestion']}>
      <p>
        From your last four weeks: <strong>{ruleText(metric, rule, units)}</strong>. You did that on {held} of the{' '}
        {recorded} days with a value, so expect to do it about half of the time, and raise it when it has become easy.
      </p>
      <Button onClick={() => onUse({ kind: rule.kind, low: lowOf(rule), high: highOf(rule), cadence: 'day' })}>
        Use this
      </Button>
    </div>
  )
}
