import { type SyntheticEvent, useId, useState } from 'react'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { newId } from '../../store/identifiers.ts'
import { type MoodEntry, overMood } from '../../store/moods.ts'
import { useCommit } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { dayText } from '../../ui/date-text.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { dropDraft, NEW_ENTRY } from './draft-storage.ts'
import { FacePicker } from './FacePicker.tsx'
import { LevelField } from './LevelField.tsx'
import styles from './MoodSheet.module.css'
import { blankDraft, type DraftProblems, draftOfEntry, entryOfDraft, problemsOfDraft } from './mood-draft.ts'
import { TagField } from './TagField.tsx'
import { useMoodDraft } from './use-mood-draft.ts'

export interface MoodSheetProps {
  /** None: a new one, of `date` and `time` unless the person says otherwise. */
  readonly entry: MoodEntry | undefined
  readonly date: CivilDate
  readonly time: string
  readonly today: CivilDate
  readonly suggestions: readonly string[]
  readonly onClose: () => void
}

/** Writes an entry of the journal, or changes one. */
export function MoodSheet({ entry, date, time, today, suggestions, onClose }: MoodSheetProps) {
  const commit = useCommit()
  const form = useId()
  const [id] = useState(() => entry?.id ?? newId())
  const slot = entry?.id ?? NEW_ENTRY
  const [opened] = useState(() => (entry === undefined ? blankDraft(date, time) : draftOfEntry(entry)))
  const { draft, change, discard, isContinued, isKept } = useMoodDraft(slot, opened)
  const [problems, setProblems] = useState<DraftProblems>({})
  const [failure, setFailure] = useState<string>()
  const [saving, setSaving] = useState(false)

  const set = (part: Parameters<typeof change>[0]) => {
    change(part)
    setProblems({})
  }
  const save = async (event: SyntheticEvent) => {
    event.preventDefault()
    const found = problemsOfDraft(draft, today)
    setProblems(found)
    const written = entryOfDraft(draft, id)
    if (Object.keys(found).length > 0 || written === undefined || saving) return
    setSaving(true)
    const label = `Mood on ${dayText(written.date)} ${entry === undefined ? 'saved' : 'changed'}`
    const saved = await commit({ kind: 'edit', label, edits: overMood(entry, written, newId) })
    setSaving(false)
    if (!saved.ok) return setFailure(saved.failure.message)
    dropDraft(slot)
    onClose()
  }

  return (
    <Sheet
      open
      onClose={onClose}
      title={entry === undefined ? 'Log mood' : 'Change the entry'}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button type="submit" form={form} tone="primary" busy={saving}>
            Save
          </Button>
        </>
      }
    >
      <form id={form} className={styles['form']} noValidate onSubmit={(event) => void save(event)}>
        {failure !== undefined && <Banner tone="danger">{failure} What you wrote is still here.</Banner>}
        {!isKept && (
          <Banner tone="warning">
            This device has no room to keep what you are writing. Save it before you leave.
          </Banner>
        )}
        {isContinued && (
          <Banner action={{ label: 'Start over', run: discard }}>You go on with an entry you had begun.</Banner>
        )}
        <FacePicker value={draft.rating} error={problems.rating} onValue={(rating) => set({ rating })} />
        <div className={styles['pair']}>
          <TextField
            label="Day"
            type="date"
            max={today}
            value={draft.date}
            error={problems.date}
            onValue={(next) => set({ date: next })}
          />
          <TextField
            label="Time"
            type="time"
            value={draft.time}
            error={problems.time}
            onValue={(next) => set({ time: next })}
          />
        </div>
        <LevelField label="Energy" value={draft.energy} onValue={(energy) => set({ energy })} />
        <LevelField label="Stress" value={draft.stress} onValue={(stress) => set({ stress })} />
        <TagField
          tags={draft.tags}
          text={draft.tagText}
          suggestions={suggestions}
          onChange={(tags, tagText) => set({ tags: [...tags], tagText })}
        />
        <TextArea
          label="What is on your mind?"
          rows={4}
          value={draft.reflection}
          error={problems.reflection}
          onValue={(reflection) => set({ reflection })}
        />
        <TextField
          label="Emoji"
          hint="One, from your keyboard. May stay empty."
          autoComplete="off"
          value={draft.emoji}
          onValue={(emoji) => set({ emoji })}
        />
      </form>
    </Sheet>
  )
}
