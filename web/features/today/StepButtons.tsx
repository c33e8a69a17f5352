import { Minus, Plus } from 'lucide-react'
import { IconButton } from '../../ui/IconButton.tsx'
import { stepped } from '../../ui/number-text.ts'
import styles from './StepButtons.module.css'

interface StepButtonsProps {
  readonly name: string
  /** The step in words: `0.1 kg`. */
  readonly stepText: string
  readonly value: number | undefined
  readonly step: number
  readonly start: number | undefined
  readonly min: number
  readonly max: number
  readonly onValue: (value: number) => void
}

/** A thumb's way to a value near the last one. */
export function StepButtons({ name, stepText, value, step, start, min, max, onValue }: StepButtonsProps) {
  const go = (by: 1 | -1) => onValue(stepped(value, by, step, { start, min, max }))
  return (
    <div className={styles['pair']}>
      <IconButton
        label={`${name} less by ${stepText}`}
        disabled={value !== undefined && value <= min}
        onClick={() => go(-1)}
      >
        <Minus aria-hidden="true" />
      </IconButton>
      <IconButton
        label={`${name} more by ${stepText}`}
        disabled={value !== undefined && value >= max}
        onClick={() => go(1)}
      >
        <Plus aria-hidden="true" />
      </IconButton>
    </div>
  )
}
