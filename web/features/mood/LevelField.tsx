import { RATINGS, type Rating } from '../../../shared/metric/rating.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { levelWord } from './mood-scale.ts'

export interface LevelFieldProps {
  readonly label: string
  readonly value: Rating | undefined
  /** Undefined: not said. */
  readonly onValue: (level: Rating | undefined) => void
}

const NOT_SAID = 'none'
const OPTIONS = [
  { value: NOT_SAID, label: '–', spoken: 'not said' },
  ...RATINGS.map((level) => ({ value: String(level), label: String(level), spoken: `${level}, ${levelWord(level)}` })),
]

/** Energy or stress, 1 (very low) to 5 (very high), or not said. */
export function LevelField({ label, value, onValue }: LevelFieldProps) {
  return (
    <Segmented
      label={value === undefined ? label : `${label}: ${levelWord(value)}`}
      showLabel
      options={OPTIONS}
      value={value === undefined ? NOT_SAID : String(value)}
      onValue={(chosen) => onValue(RATINGS.find((level) => String(level) === chosen))}
    />
  )
}
