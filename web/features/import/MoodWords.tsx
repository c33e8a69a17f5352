import type { Layout } from '../../importer/index.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import styles from './FileMarks.module.css'
import { withLabel } from './layout-edit.ts'

export interface MoodWordsProps {
  /** Those of the file that nobody has said the meaning of. */
  readonly unknown: readonly string[]
  readonly layout: Layout
  readonly onLayout: (layout: Layout) => void
}

const RATINGS = [
  { value: '', label: 'Leave out' },
  { value: '5', label: '5, great' },
  { value: '4', label: '4, good' },
  { value: '3', label: '3, okay' },
  { value: '2', label: '2, bad' },
  { value: '1', label: '1, awful' },
] as const

/** Words for moods that only the person knows the meaning of, each with a rating to choose. */
export function MoodWords({ unknown, layout, onLayout }: MoodWordsProps) {
  const { labels = {} } = layout
  // By name, so that a word stays where it is once it has its meaning.
  const words = [...new Set([...unknown, ...Object.keys(labels)])].sort((a, b) => a.localeCompare(b))
  return (
    <div className={styles['marks']}>
      {words.map((word) => {
        const given = String(labels[word] ?? '')
        return (
          <SelectField
            key={word}
            label={`“${word}”`}
            value={RATINGS.find(({ value }) => value === given)?.value ?? ''}
            options={RATINGS}
            onValue={(rating) => onLayout(withLabel(layout, word, rating === '' ? undefined : Number(rating)))}
          />
        )
      })}
    </div>
  )
}
