import { Smile } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { MoodEntry } from '../../store/moods.ts'
import { useDatabase, useLive } from '../../store/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { findMoods } from './find-moods.ts'
import { MoodEntryList } from './MoodEntryList.tsx'
import styles from './MoodHistory.module.css'

export interface MoodHistoryProps {
  readonly onLog: () => void
  readonly onEdit: (entry: MoodEntry) => void
  readonly onDelete: (entry: MoodEntry) => void
}

const PAGE = 50

/** The journal, newest first, with a search over words and tags. */
export function MoodHistory({ onLog, onEdit, onDelete }: MoodHistoryProps) {
  const db = useDatabase()
  const [search, setSearch] = useState('')
  const [shown, setShown] = useState(PAGE)
  const sought = useDeferredValue(search)
  const { value, error } = useLive(() => findMoods(db, sought, shown), [db, sought, shown])
  if (value === undefined && error !== undefined) throw error

  const isSearch = sought.trim() !== ''
  const isEmpty = value !== undefined && value.entries.length === 0
  if (isEmpty && !isSearch && search === '')
    return (
      <EmptyState
        icon={<Smile />}
        title="Nothing written yet."
        action={
          <Button tone="primary" onClick={onLog}>
            Log mood
          </Button>
        }
      >
        A face is enough; words, tags, energy and stress are there when you want them. From about 30 days on, patterns
        can be looked for.
      </EmptyState>
    )
  return (
    <div className={styles['history']}>
      <TextField
        label="Search the journal"
        hideLabel
        type="search"
        placeholder="Search words or #tags"
        value={search}
        onValue={(text) => {
          setSearch(text)
          setShown(PAGE)
        }}
      />
      <p className={styles['count']} role="status">
        {isSearch && value !== undefined && foundText(value.entries.length, value.hasMore)}
      </p>
      {value === undefined ? (
        <Skeleton height={320} />
      ) : (
        <MoodEntryList entries={value.entries} onEdit={onEdit} onDelete={onDelete} />
      )}
      {value?.hasMore === true && (
        <Button wide onClick={() => setShown(shown + PAGE)}>
          Show older entries
        </Button>
      )}
    </div>
  )
}

function foundText(count: number, hasMore: boolean): string {
  if (count === 0) return 'No entry has these words or tags.'
  if (hasMore) return `The newest ${count} that match`
  return count === 1 ? 'One entry matches.' : `${count} entries match.`
}
