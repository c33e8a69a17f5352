import type { Standing } from '../../../shared/leaderboard/messages.ts'
import type { Period } from '../../../shared/leaderboard/period.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './Standings.module.css'
import { rankChange } from './words.ts'

/** By how many places somebody has moved since the period before, where that is known. */
export function ChangeOfRank({ row, period }: { readonly row: Standing; readonly period: Period }) {
  const change = rankChange(row, period)
  if (change === undefined) return null
  return (
    <span className={`${styles['change']} ${change.way === 'up' ? styles['up'] : ''}`}>
      <span aria-hidden="true">{change.sign}</span>
      <VisuallyHidden>{change.words}</VisuallyHidden>
    </span>
  )
}
