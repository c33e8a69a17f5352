import { useState } from 'react'
import { BOARDS, type Board as BoardName } from '../../../shared/leaderboard/board.ts'
import type { Player, View } from '../../../shared/leaderboard/messages.ts'
import { ALL_TIME, monthOf, type Period, type PeriodKind, weekOf } from '../../../shared/leaderboard/period.ts'
import { useToday } from '../../store/react.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Board } from './Board.tsx'
import styles from './Community.module.css'
import { JoinBoard } from './JoinBoard.tsx'
import { BOARD_WORDS } from './words.ts'

const PERIODS: readonly { readonly value: PeriodKind; readonly label: string }[] = [
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
  { value: 'all', label: 'All time' },
]
const LEAGUE = 'league '

export interface StandingsViewProps {
  readonly player: Player
  readonly account: string
  readonly turn: string
  /** Who is compared first: the league one has just come from. */
  readonly league: string | undefined
  readonly onTold: (player: Player | null) => void
  readonly onReload: () => Promise<void>
}

/** The boards: which one, over what, among whom. */
export function StandingsView({ player, account, turn, league, onTold, onReload }: StandingsViewProps) {
  const today = useToday()
  const [board, setBoard] = useState<BoardName>(BOARDS.find((one) => player.boards.includes(one)) ?? 'steps')
  const [kind, setKind] = useState<PeriodKind>('week')
  const [among, setAmong] = useState(league === undefined ? 'everyone' : `${LEAGUE}${league}`)
  const circles = [
    { value: 'everyone', label: 'Everyone here' },
    { value: 'friends', label: 'Friends' },
    ...player.leagues.map(({ id, name }) => ({ value: `${LEAGUE}${id}`, label: name })),
  ]
  // A league that was left meanwhile.
  const chosen = circles.some(({ value }) => value === among) ? among : 'everyone'
  const period: Period = kind === 'week' ? weekOf(today) : kind === 'month' ? monthOf(today) : ALL_TIME
  return (
    <div className={styles['stack']}>
      <div className={styles['choosers']}>
        <Segmented
          label="Board"
          options={BOARDS.map((value) => ({ value, label: BOARD_WORDS[value].name }))}
          value={board}
          onValue={setBoard}
        />
        <Segmented label="Period" options={PERIODS} value={kind} onValue={setKind} />
        <SelectField label="Among" hideLabel options={circles} value={chosen} onValue={setAmong} />
      </div>
      <div className={styles['board']}>
        {player.boards.includes(board) ? (
          <Board view={viewOf(board, period, chosen)} player={player} turn={turn} onGone={onReload} />
        ) : (
          <JoinBoard board={board} account={account} turn={turn} onTold={onTold} />
        )}
      </div>
    </div>
  )
}

function viewOf(board: BoardName, period: Period, chosen: string): View {
  if (chosen.startsWith(LEAGUE)) return { board, period, scope: 'league', league: chosen.slice(LEAGUE.length) }
  return { board, period, scope: chosen === 'friends' ? 'friends' : 'everyone' }
}
