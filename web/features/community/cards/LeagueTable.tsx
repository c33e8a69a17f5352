import { Trash2, TriangleAlert } from 'lucide-react'
import type { Board } from '../../../../shared/leaderboard/board.ts'
import type { Period } from '../../../../shared/leaderboard/period.ts'
import { fingerprintOf } from '../../../../shared/score-card/league.ts'
import { timeZoneOf } from '../../../store/profile.ts'
import { useProfile } from '../../../store/react.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { ChangeOfRank } from '../ChangeOfRank.tsx'
import { Medal } from '../Medal.tsx'
import { ON_PODIUM } from '../rows-to-show.ts'
import { numberText, scoreUnit } from '../words.ts'
import { issuedText } from './card-words.ts'
import styles from './cards.module.css'
import type { TableRow } from './league-table.ts'

export interface LeagueTableProps {
  /** What it is a table of. */
  readonly label: string
  readonly rows: readonly TableRow[]
  readonly board: Board
  readonly period: Period
  readonly onRemove: (row: TableRow) => void
}

/** Everyone who has a score, by rank. Each of the others' is as old as their card. */
export function LeagueTable({ label, rows, board, period, onRemove }: LeagueTableProps) {
  const unit = scoreUnit(board)
  return (
    <table className={styles['table']}>
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles['rank']}>
            Rank
          </th>
          <th scope="col">Player</th>
          <th scope="col" className={styles['number']}>
            {unit.charAt(0).toUpperCase() + unit.slice(1)}
          </th>
          <th scope="col">
            <VisuallyHidden>Remove</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.player} data-own={row.isOwn}>
            <td className={styles['rank']}>
              <span className={styles['place']}>
                {/* Nothing is no ground for a medal. */}
                {row.rank <= ON_PODIUM && row.score > 0 ? <Medal rank={row.rank} /> : numberText(row.rank)}
                <ChangeOfRank row={row} period={period} />
              </span>
            </td>
            <th scope="row">
              <Player row={row} />
            </th>
            <td className={styles['number']}>{numberText(row.score)}</td>
            <td className={styles['remove']}>
              {!row.isOwn && (
                <IconButton label={`Remove the cards of ${row.handle}`} look="bare" onClick={() => onRemove(row)}>
                  <Trash2 aria-hidden="true" size={18} />
                </IconButton>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Player({ row }: { readonly row: TableRow }) {
  const profile = useProfile()
  return (
    <>
      <span className={styles['handle']}>{row.handle}</span>
      {row.isOwn ? (
        <span className={styles['own']}>you</span>
      ) : (
        <span className={styles['age']}>
          card of {issuedText(row.issued, { timeZone: timeZoneOf(profile), dayStart: profile.dayStart })}
        </span>
      )}
      {row.isDoubtful && (
        <span className={styles['warning']}>
          <TriangleAlert aria-hidden="true" size={16} /> Not the {row.handle} you knew first: another key,{' '}
          <span className={styles['key']}>{fingerprintOf(row.player)}</span>
        </span>
      )}
    </>
  )
}
