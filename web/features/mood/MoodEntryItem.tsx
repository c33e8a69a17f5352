import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { moodWord } from '../../../shared/metric/rating.ts'
import type { MoodEntry } from '../../store/moods.ts'
import { dayText } from '../../ui/date-text.ts'
import { Menu } from '../../ui/Menu.tsx'
import { MoodFace } from '../../ui/MoodFace.tsx'
import styles from './MoodEntryItem.module.css'
import { levelWord, nearestRating } from './mood-scale.ts'

export interface MoodEntryItemProps {
  readonly entry: MoodEntry
  readonly onEdit: () => void
  readonly onDelete: () => void
}

/** One entry as the journal lists it. */
export function MoodEntryItem({ entry, onEdit, onDelete }: MoodEntryItemProps) {
  const rating = nearestRating(entry.rating)
  const levels = [
    ...(entry.energy === null ? [] : [`energy ${levelWord(nearestRating(entry.energy))}`]),
    ...(entry.stress === null ? [] : [`stress ${levelWord(nearestRating(entry.stress))}`]),
    ...(entry.source === 'sample' ? ['sample'] : []),
  ]
  return (
    <li className={styles['entry']}>
      <span className={styles['face']} data-rating={rating}>
        <MoodFace rating={rating} size={26} />
      </span>
      <div className={styles['body']}>
        <p>
          <strong className={styles['word']}>{moodWord(rating)}</strong>
          {entry.emoji !== '' && ` ${entry.emoji}`}
          <span className={styles['soft']}> {entry.time}</span>
        </p>
        {levels.length > 0 && <p className={styles['soft']}>{levels.join(' · ')}</p>}
        {entry.reflection !== '' && <p className={styles['text']}>{entry.reflection}</p>}
        {entry.tags.length > 0 && (
          <ul className={styles['tags']} aria-label="Tags">
            {entry.tags.map((tag) => (
              <li key={tag}>{tag}</li>
            ))}
          </ul>
        )}
      </div>
      <Menu
        label={`More for ${moodWord(rating)}, ${dayText(entry.date)} ${entry.time}`}
        look="bare"
        items={[
          { label: 'Edit', icon: <Pencil aria-hidden="true" />, run: onEdit },
          { label: 'Delete', icon: <Trash2 aria-hidden="true" />, tone: 'danger', run: onDelete },
        ]}
      >
        <Ellipsis aria-hidden="true" />
      </Menu>
    </li>
  )
}
