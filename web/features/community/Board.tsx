import { Trophy } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Player, View } from '../../../shared/leaderboard/messages.ts'
import { viewQuery } from '../../community/leaderboard-client.ts'
import { problemText } from '../../community/problem-text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Podium } from './Podium.tsx'
import { notShown, podiumOf, rowsBelow } from './rows-to-show.ts'
import { StandingRows } from './StandingRows.tsx'
import styles from './Standings.module.css'
import { useGlide } from './use-glide.ts'
import { isGone, useStandings } from './use-standings.ts'
import { BOARD_WORDS, numberText, ownText, periodName } from './words.ts'

export interface BoardProps {
  readonly view: View
  readonly player: Player
  readonly turn: string
  /** The server says that this player is not here any more. */
  readonly onGone: () => void
}

/** One board as it stands, live: where one is, the podium, and the ranks below. */
export function Board({ view, player, turn, onGone }: BoardProps) {
  const { standings, at, problem, askAgain } = useStandings(view, player, turn)
  const ranks = useRef<HTMLDivElement>(null)
  useGlide(ranks, viewQuery(view), standings)
  useEffect(() => {
    if (isGone(problem)) onGone()
  }, [problem, onGone])
  const { board, period } = view
  const again = { label: 'Try again', run: askAgain }
  if (standings === undefined)
    return (
      <Card title={BOARD_WORDS[board].name} aside={periodName(period)}>
        {problem === undefined ? (
          <Skeleton height={560} label="Asking how the board stands" />
        ) : (
          <Banner tone="warning" action={again}>
            {problemText(problem)}
          </Banner>
        )}
      </Card>
    )

  const { top, own, total } = standings
  const podium = podiumOf(top)
  const below = rowsBelow(standings)
  const left = notShown(standings)
  const words = own === null ? 'Your score is not here yet.' : ownText(board, own, total, period)
  return (
    <Card title={BOARD_WORDS[board].name} aside={periodName(period)} hue={BOARD_WORDS[board].hue}>
      {problem !== undefined && at !== undefined && (
        <Banner tone="warning">
          {/* It is asked again by itself. */}
          {problem === 'unreachable' ? 'The server does not answer.' : problemText(problem)} This is how it stood on{' '}
          {momentText(at)}.
        </Banner>
      )}
      {total === 0 ? (
        <EmptyState icon={<Trophy />} title="Nobody has a score here yet.">
          Yours comes some seconds after you log. Ask somebody to join you under Leagues or Friends.
        </EmptyState>
      ) : (
        <>
          <p className={styles['own']} aria-live="polite">
            {words}
          </p>
          <div ref={ranks}>
            {podium.length > 0 && <Podium board={board} period={period} rows={podium} own={player.handle} />}
            {below.length > 0 && <StandingRows board={board} period={period} rows={below} own={player.handle} />}
          </div>
          <p className={`${styles['foot']} ${styles['soft']}`}>
            <span>{total === 1 ? 'One player' : `${numberText(total)} players`} with a score</span>
            {left > 0 && <span>{numberText(left)} not shown</span>}
          </p>
        </>
      )}
    </Card>
  )
}

const MOMENT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })

/** `27 Nov, 16:40` */
const momentText = (at: number): string => MOMENT.format(at)
