import type { CivilDate } from '../../../shared/calendar/civil-date.ts'
import type { MoodEntry } from '../../store/moods.ts'
import { dayText } from '../../ui/date-text.ts'
import { MoodEntryItem } from './MoodEntryItem.tsx'
import styles from './MoodHistory.module.css'

export interface MoodEntryListProps {
  /** Newest first, or of one day. */
  readonly entries: readonly MoodEntry[]
  /** Without the date above the entries, where the place already says it. */
  readonly hideDate?: boolean
  readonly onEdit: (entry: MoodEntry) => void
  readonly onDelete: (entry: MoodEntry) => void
}

/** Entries under the day they belong to. */
export function MoodEntryList({ entries, hideDate = false, onEdit, onDelete }: MoodEntryListProps) {
  return daysOf(entries).map(({ date, entries: ofDay }) => (
    <div key={date}>
      {!hideDate && <h3 className={styles['date']}>{dayText(date)}</h3>}
      <ul>
        {ofDay.map((entry) => (
          <MoodEntryItem key={entry.id} entry={entry} onEdit={() => onEdit(entry)} onDelete={() => onDelete(entry)} />
        ))}
      </ul>
    </div>
  ))
}

function daysOf(entries: readonly MoodEntry[]): { date: CivilDate; entries: MoodEntry[] }[] {
  const days: { date: CivilDate; entries: MoodEntry[] }[] = []
  for (const entry of entries) {
    const last = days.at(-1)
    if (last?.date === entry.date) last.entries.push(entry)
    else days.push({ date: entry.date, entries: [entry] })
  }
  return days
}
