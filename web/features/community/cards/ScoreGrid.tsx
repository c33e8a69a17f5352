import type { PublishedScore } from '../../../../shared/leaderboard/judge-score.ts'
import { kindOf, type Period } from '../../../../shared/leaderboard/period.ts'
import { inOrder } from '../../../../shared/score-card/league.ts'
import { BOARD_WORDS, numberText, periodName, scoreUnit } from '../words.ts'
import styles from './cards.module.css'

/** All that a card says of scores: a row a period, a column a board. */
export function ScoreGrid({ scores, label }: { readonly scores: readonly PublishedScore[]; readonly label: string }) {
  const boards = inOrder(scores.map(({ board }) => board))
  return (
    <table className={styles['scores']} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Period</th>
          {boards.map((board) => (
            <th key={board} scope="col" className={styles['number']}>
              {BOARD_WORDS[board].name}
              {board !== 'steps' && <span className={styles['age']}>{scoreUnit(board)}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {periodsOf(scores).map((period) => (
          <tr key={period}>
            <th scope="row">{periodName(period)}</th>
            {boards.map((board) => {
              const found = scores.find((one) => one.board === board && one.period === period)
              return (
                <td key={board} className={styles['number']}>
                  {found === undefined ? '–' : numberText(found.score)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const KINDS = ['week', 'month', 'all']

/** Weeks before months, and of each the latest first. */
function periodsOf(scores: readonly PublishedScore[]): Period[] {
  const periods = [...new Set(scores.map(({ period }) => period))]
  return periods.sort((a, b) => KINDS.indexOf(kindOf(a)) - KINDS.indexOf(kindOf(b)) || (a < b ? 1 : -1))
}
