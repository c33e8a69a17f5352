import type { Board } from '../../../shared/leaderboard/board.ts'
import type { Standing } from '../../../shared/leaderboard/messages.ts'
import type { Period } from '../../../shared/leaderboard/period.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { ChangeOfRank } from './ChangeOfRank.tsx'
import { Medal } from './Medal.tsx'
import { hasMedal, type ShownRow } from './rows-to-show.ts'
import styles from './Standings.module.css'
import { numberText, scoreUnit } from './words.ts'

export interface StandingRowsProps {
  readonly board: Board
  readonly period: Period
  readonly rows: readonly ShownRow[]
  readonly own: string
}

/** The ranks below the podium. One's own row stays in view. */
export function StandingRows({ board, period, rows, own }: StandingRowsProps) {
  const unit = scoreUnit(board)
  return (
    <table className={styles['rows']} aria-label="Ranks below the first three">
      <thead>
        <tr>
          <th scope="col" className={styles['rank']}>
            Rank
          </th>
          <th scope="col">Player</th>
          <th scope="col" className={styles['number']}>
            {unit.charAt(0).toUpperCase() + unit.slice(1)}
          </th>
          <th scope="col" className={styles['number']}>
            <VisuallyHidden>Change</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) =>
          one.kind === 'gap' ? (
            <tr key="gap" className={styles['gap']}>
              <td colSpan={4}>
                <span aria-hidden="true">⋯</span>
                <VisuallyHidden>Ranks in between are left out</VisuallyHidden>
              </td>
            </tr>
          ) : (
            <Row key={one.row.handle} row={one.row} period={period} isOwn={one.row.handle === own} />
          ),
        )}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly row: Standing
  readonly period: Period
  readonly isOwn: boolean
}

function Row({ row, period, isOwn }: RowProps) {
  return (
    <tr data-handle={row.handle} className={isOwn ? styles['ownRow'] : undefined}>
      <td className={styles['rank']}>{hasMedal(row) ? <Medal rank={row.rank} /> : numberText(row.rank)}</td>
      <th scope="row" className={styles['handle']}>
        {row.handle}
        {isOwn && <span className={styles['you']}>you</span>}
      </th>
      <td className={styles['number']}>{numberText(row.score)}</td>
      <td className={styles['number']}>
        <ChangeOfRank row={row} period={period} />
      </td>
    </tr>
  )
}
