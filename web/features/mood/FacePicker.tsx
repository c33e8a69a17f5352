import { useId } from 'react'
import { moodWord, RATINGS, type Rating } from '../../../shared/metric/rating.ts'
import { MoodFace } from '../../ui/MoodFace.tsx'
import styles from './FacePicker.module.css'

export interface FacePickerProps {
  readonly value: Rating | undefined
  readonly onValue: (rating: Rating) => void
  readonly error?: string | undefined
}

/** Five faces with their words: native radio buttons, so arrows choose. */
export function FacePicker({ value, onValue, error }: FacePickerProps) {
  const name = useId()
  return (
    <fieldset aria-describedby={error === undefined ? undefined : `${name}-error`}>
      <legend className={styles['legend']}>How do you feel?</legend>
      <div className={styles['faces']}>
        {RATINGS.map((rating) => (
          <label key={rating} className={styles['option']}>
            <input
              type="radio"
              name={name}
              className={styles['radio']}
              checked={rating === value}
              onChange={() => onValue(rating)}
            />
            <span className={styles['face']}>
              <MoodFace rating={rating} size={32} />
              {moodWord(rating)}
            </span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id={`${name}-error`} className={styles['error']} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
