import { useState } from 'react'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { newId } from '../../store/identifiers.ts'
import { pauseEdit } from '../../store/pause-edits.ts'
import type { Pause } from '../../store/pauses.ts'
import { useCommit } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { FormSheet } from '../../ui/FormSheet.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './PauseList.module.css'
import {
  draftOfPause,
  type PauseDraft,
  type PauseProblems,
  pauseOfDraft,
  problemsOfPause,
  REASONS,
  spanText,
} from './pause-draft.ts'

// Keeps the field to years of four digits, which it would leave room for six of.
const LAST_DATE = '9999-12-31'

export interface PauseSheetProps {
  /** None: a new one. */
  readonly pause: Pause | undefined
  readonly others: readonly Pause[]
  readonly today: CivilDate
  readonly onClose: () => void
}

/** Adds or changes a pause. */
export function PauseSheet({ pause, others, today, onClose }: PauseSheetProps) {
  const commit = useCommit()
  const [draft, setDraft] = useState<PauseDraft>(
    pause === undefined ? { from: today, until: '', reason: 'vacation', other: '' } : draftOfPause(pause),
  )
  const [problems, setProblems] = useState<PauseProblems>({})
  const [failure, setFailure] = useState<string>()

  const set = (change: Partial<PauseDraft>) => {
    setDraft({ ...draft, ...change })
    setProblems({})
  }
  const save = async () => {
    const found = problemsOfPause(draft, others)
    setProblems(found)
    const span = pauseOfDraft(draft)
    if (Object.keys(found).length > 0 || span === undefined) return
    const saved = await commit({
      kind: 'edit',
      label: `Pause ${spanText(span)} saved`,
      edits: [pauseEdit({ id: pause?.id ?? newId(), ...span })],
    })
    if (saved.ok) onClose()
    else setFailure(saved.failure.message)
  }

  return (
    <FormSheet
      title={pause === undefined ? 'Add a pause' : 'Change the pause'}
      submit="Save"
      onSubmit={save}
      onClose={onClose}
      failure={failure}
    >
      <div className={styles['dates']}>
        <TextField
          label="First day"
          type="date"
          max={LAST_DATE}
          value={draft.from}
          error={problems.from}
          onValue={(from) => set({ from })}
        />
        <TextField
          label="Last day"
          type="date"
          max={LAST_DATE}
          hint="Empty: open end."
          value={draft.until}
          error={problems.until}
          onValue={(until) => set({ until })}
        />
      </div>
      {problems.overlap !== undefined && <Banner tone="danger">{problems.overlap}</Banner>}
      <Segmented
        label="Reason"
        showLabel
        options={REASONS}
        value={draft.reason}
        onValue={(reason) => set({ reason })}
      />
      {draft.reason === 'other' && (
        <TextField
          label="In your words"
          placeholder="Moving house"
          value={draft.other}
          error={problems.other}
          onValue={(other) => set({ other })}
        />
      )}
    </FormSheet>
  )
}
