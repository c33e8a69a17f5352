import { Link } from 'wouter'
import type { Board } from '../../../shared/leaderboard/board.ts'
import type { PublishedScore } from '../../../shared/leaderboard/judge-score.ts'
import { readScores } from '../../community/read-scores.ts'
import { useDatabase, useLive, useToday } from '../../store/react.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './Community.module.css'
import { BOARD_WORDS, periodName, scoreText } from './words.ts'

export interface PublishedTableProps {
  readonly boards: readonly Board[]
  /** `now`: it is published; `would`: it is not yet. */
  readonly when: 'now' | 'would'
}

const NO_GOAL: Readonly<Partial<Record<Board, string>>> = {
  sleep: 'Nights count once you have a sleep goal for a day or a week.',
  calories: 'Days count once you have a calorie goal for a day or a week.',
}

/** Each row that goes to the server, exactly as it goes there, and what does not. */
export function PublishedTable({ boards, when }: PublishedTableProps) {
  const db = useDatabase()
  const today = useToday()
  const key = boards.join(' ')
  const { value, error } = useLive(
    async () => ({ key, scores: await readScores(db, boards, db.now()) }),
    [db, key, today],
  )
  if (value === undefined && error !== undefined) throw error
  if (boards.length === 0) return <p className={styles['soft']}>Nothing: no board is chosen.</p>
  if (value === undefined) return <Skeleton height={160} label="Reading your days" />
  const goalless = boards.flatMap((board) => (isNothing(board, value.scores) ? (NO_GOAL[board] ?? []) : []))
  return (
    <div className={styles['form']}>
      <table className={styles['published']}>
        <caption>
          {when === 'now' ? 'This is what is published of you' : 'This, and nothing else, would go to the server'}
          {', with your handle'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Board</th>
            <th scope="col">Period</th>
            <th scope="col" className={styles['score']}>
              Score
            </th>
          </tr>
        </thead>
        <tbody>
          {value.scores.map(({ board, period, score }) => (
            <tr key={`${board} ${period}`}>
              <th scope="row">{BOARD_WORDS[board].name}</th>
              <td>
                {periodName(period)}
                <span className={styles['period']}>sent as “{period}”</span>
              </td>
              <td className={styles['score']}>{scoreText(board, score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {goalless.map((text) => (
        <p key={text} className={styles['soft']}>
          {text} <Link href="/goals">Set one in Goals</Link>
        </p>
      ))}
    </div>
  )
}

const isNothing = (board: Board, scores: readonly PublishedScore[]) =>
  scores.every((score) => score.board !== board || score.score === 0)
