import { DoorOpen, Ellipsis, IdCard, PencilLine, UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { Board } from '../../../../shared/leaderboard/board.ts'
import { ALL_TIME, monthOf, type Period, periodBefore, weekOf } from '../../../../shared/leaderboard/period.ts'
import { fingerprintOf } from '../../../../shared/score-card/league.ts'
import { useDatabase, useToday } from '../../../store/react.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Fold } from '../../../ui/Fold.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { BOARD_WORDS, periodName } from '../words.ts'
import styles from './cards.module.css'
import { LeagueTable } from './LeagueTable.tsx'
import { everyoneOf, type TableRow, tableOf } from './league-table.ts'
import type { LeagueBook } from './use-leagues.ts'

export interface LeagueCardProps {
  readonly book: LeagueBook
  readonly onCard: () => void
  readonly onInvite: () => void
  readonly onHandle: () => void
  readonly onLeave: () => void
  readonly onRemove: (row: TableRow) => void
}

const PERIODS = [
  { value: 'week', label: 'Week', spoken: 'This week' },
  { value: 'before', label: 'Before', spoken: 'Last week' },
  { value: 'month', label: 'Month', spoken: 'This month' },
  { value: 'all', label: 'All', spoken: 'All time' },
] as const
type Chosen = (typeof PERIODS)[number]['value']

/** A league without a server: how its players stand, by the cards that have come to this device. */
export function LeagueCard({ book, onCard, onInvite, onHandle, onLeave, onRemove }: LeagueCardProps) {
  const db = useDatabase()
  const today = useToday()
  const [chosen, setBoard] = useState<Board>()
  const [span, setSpan] = useState<Chosen>('week')
  const board = book.boards.find((one) => one === chosen) ?? book.boards[0] ?? 'steps'
  const week = weekOf(today)
  const periods: Record<Chosen, Period> = {
    week,
    before: periodBefore(week) ?? week,
    month: monthOf(today),
    all: ALL_TIME,
  }
  const period = periods[span]
  const rows = tableOf(book, board, period, db.now())
  const players = everyoneOf(book, db.now())

  return (
    <Card
      title={book.name}
      aside={
        <Menu
          label={`More for ${book.name}`}
          look="bare"
          items={[
            { label: 'Invite', icon: <UserPlus aria-hidden="true" />, run: onInvite },
            { label: 'Change my handle', icon: <PencilLine aria-hidden="true" />, run: onHandle },
            { label: 'Leave', icon: <DoorOpen aria-hidden="true" />, tone: 'danger', run: onLeave },
          ]}
        >
          <Ellipsis aria-hidden="true" />
        </Menu>
      }
    >
      <div className={styles['choosers']}>
        {book.boards.length > 1 && (
          <Segmented
            label={`Board of ${book.name}`}
            options={book.boards.map((one) => ({ value: one, label: BOARD_WORDS[one].name }))}
            value={board}
            onValue={setBoard}
          />
        )}
        <Segmented label={`Period of ${book.name}`} options={PERIODS} value={span} onValue={setSpan} />
      </div>
      <LeagueTable label={`${BOARD_WORDS[board].name}, ${periodName(period)}`} {...{ rows, board, period, onRemove }} />
      {players.length === 1 && (
        <p className={styles['soft']}>
          Nobody else yet. Invite somebody, give each other your cards, and take in theirs.
        </p>
      )}
      <div className={styles['actions']}>
        <Button
          tone="primary"
          icon={<IdCard aria-hidden="true" />}
          aria-label={`My card in ${book.name}`}
          onClick={onCard}
        >
          My card
        </Button>
        <Button icon={<UserPlus aria-hidden="true" />} aria-label={`Invite to ${book.name}`} onClick={onInvite}>
          Invite
        </Button>
      </div>
      <Fold summary="Keys of the players">
        <p className={styles['soft']}>
          A card is known by its key, whatever handle is on it. Read them to each other once, and nobody can pass for
          another.
        </p>
        <dl className={styles['facts']}>
          {players.map(({ player, handle }) => (
            <div key={player}>
              <dt>{player === book.keys.player ? `${handle} (you)` : handle}</dt>
              <dd className={styles['key']}>{fingerprintOf(player)}</dd>
            </div>
          ))}
        </dl>
      </Fold>
    </Card>
  )
}
