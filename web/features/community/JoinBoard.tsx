import type { Board } from '../../../shared/leaderboard/board.ts'
import type { Player } from '../../../shared/leaderboard/messages.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import styles from './Community.module.css'
import { PublishedTable } from './PublishedTable.tsx'
import { useAsking } from './use-asking.ts'
import { useMembership } from './use-membership.ts'
import { BOARD_WORDS } from './words.ts'

export interface JoinBoardProps {
  readonly board: Board
  readonly account: string
  readonly turn: string
  readonly onTold: (player: Player | null) => void
}

/** A board that one is not on: what being on it would publish, and the way onto it. */
export function JoinBoard({ board, account, turn, onTold }: JoinBoardProps) {
  const { asking, ask, problem } = useAsking()
  const { join } = useMembership(account, turn)
  const { name, counts, hue } = BOARD_WORDS[board]
  const go = async () => {
    const joined = await ask(() => join([board]))
    if (joined !== undefined) onTold(joined.value)
  }
  return (
    <Card title={`You are not on the board “${name}”`} hue={hue}>
      <div className={styles['form']}>
        {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
        <p className={styles['soft']}>{counts} Who shows nothing here sees nothing here.</p>
        <PublishedTable boards={[board]} when="would" />
        <div className={styles['actions']}>
          <Button tone="primary" busy={asking} onClick={() => void go()}>
            Join this board
          </Button>
        </div>
      </div>
    </Card>
  )
}
