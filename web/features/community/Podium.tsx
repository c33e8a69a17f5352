import type { Board } from '../../../shared/leaderboard/board.ts'
import type { Standing } from '../../../shared/leaderboard/messages.ts'
import type { Period } from '../../../shared/leaderboard/period.ts'
import { ChangeOfRank } from './ChangeOfRank.tsx'
import { Medal } from './Medal.tsx'
import styles from './Standings.module.css'
import { numberText, scoreUnit } from './words.ts'

export interface PodiumProps {
  readonly board: Board
  readonly period: Period
  /** The first three rows at most. */
  readonly rows: readonly Standing[]
  readonly own: string
}

/** The first three. Of equal ones each has the medal of their rank. */
export function Podium({ board, period, rows, own }: PodiumProps) {
  return (
    <ol className={styles['podium']} aria-label="The first three">
      {rows.map((row) => (
        <li
          key={row.handle}
          data-handle={row.handle}
          className={`${styles['step']} ${row.handle === own ? styles['isOwn'] : ''}`}
        >
          <Medal rank={row.rank} />
          <span className={styles['who']}>
            {row.handle}
            {row.handle === own && <span className={styles['you']}>you</span>}
          </span>
          <span className={styles['block']} data-rank={row.rank}>
            <strong>{numberText(row.score)}</strong>
            <span className={styles['soft']}>{scoreUnit(board)}</span>
            <ChangeOfRank row={row} period={period} />
          </span>
        </li>
      ))}
    </ol>
  )
}
