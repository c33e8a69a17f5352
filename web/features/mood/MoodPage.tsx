import { Plus } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useSearchParams } from 'wouter'
import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import { wallClockAt } from '../../../shared/calendar/day-clock.ts'
import { deleteMoodEdit, type MoodEntry } from '../../store/moods.ts'
import { timeZoneOf } from '../../store/profile.ts'
import { useCommit, useDatabase, useLive, useProfile, useToday } from '../../store/react.tsx'
import { recentMoods } from '../../store/recent-moods.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { dayText } from '../../ui/date-text.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { MoodCalendar } from './MoodCalendar.tsx'
import { MoodHistory } from './MoodHistory.tsx'
import styles from './MoodPage.module.css'
import { MoodSheet } from './MoodSheet.tsx'
import { timeText } from './mood-draft.ts'
import { frequentTags } from './tag-text.ts'

type Form = { readonly entry: MoodEntry | undefined; readonly date: CivilDate; readonly time: string }
type View = 'journal' | 'calendar'

const VIEWS = [
  { value: 'journal', label: 'Journal' },
  { value: 'calendar', label: 'Calendar' },
] as const

const TAGS_LOOKED_AT = 300

/** The mood journal. `?log=1` opens with the form. */
export default function MoodPage() {
  const db = useDatabase()
  const commit = useCommit()
  const today = useToday()
  const zone = timeZoneOf(useProfile())
  const [parameters, setParameters] = useSearchParams()
  const [form, setForm] = useState<Form>()
  const [view, setView] = useState<View>('journal')
  const [problem, setProblem] = useState<string>()
  const tags = useLive(async () => frequentTags(await recentMoods(db, TAGS_LOOKED_AT)), [db])

  const now = () => timeText(wallClockAt(db.now(), zone).minutes)
  const log = (date: CivilDate = today) => setForm({ entry: undefined, date, time: now() })
  const isAsked = parameters.has('log')
  const openAsked = useEffectEvent(() => {
    // Out of the address before the form is open: closing it goes back in the history, which would ask again.
    setParameters({}, { replace: true })
    log()
  })
  useEffect(() => {
    if (isAsked) openAsked()
  }, [isAsked])
  const edit = (entry: MoodEntry) => setForm({ entry, date: entry.date, time: entry.time })
  const remove = async (entry: MoodEntry) => {
    const label = `Mood on ${dayText(entry.date)} deleted`
    const saved = await commit({ kind: 'delete', label, edits: [deleteMoodEdit(entry.id)] })
    setProblem(saved.ok ? undefined : saved.failure.message)
  }
  const acts = { onEdit: edit, onDelete: (entry: MoodEntry) => void remove(entry) }

  return (
    <div className={styles['page']}>
      <PageHeader
        title="Mood"
        actions={
          <Button tone="primary" icon={<Plus aria-hidden="true" />} onClick={() => log()}>
            Log mood
          </Button>
        }
      />
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      <div className={styles['views']}>
        <Segmented label="View" options={VIEWS} value={view} onValue={setView} />
      </div>
      <div className={styles['columns']} data-view={view}>
        <div data-pane="journal">
          <Card title="Journal">
            <MoodHistory onLog={() => log()} {...acts} />
          </Card>
        </div>
        <div data-pane="calendar">
          <Card title="Calendar">
            <MoodCalendar today={today} onLog={log} {...acts} />
          </Card>
        </div>
      </div>
      {form !== undefined && (
        <MoodSheet
          key={form.entry?.id ?? 'new'}
          {...form}
          today={today}
          suggestions={tags.value ?? []}
          onClose={() => setForm(undefined)}
        />
      )}
    </div>
  )
}
