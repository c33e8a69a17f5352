import { type FormEvent, useState } from 'react'
import { BOARDS, type Board } from '../../../shared/leaderboard/board.ts'
import { HANDLE_LENGTH, parseHandle } from '../../../shared/leaderboard/handle.ts'
import type { Player } from '../../../shared/leaderboard/messages.ts'
import { browserLeaderboard } from '../../community/browser-leaderboard.ts'
import { problemText } from '../../community/problem-text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { BoardSwitches } from './BoardSwitches.tsx'
import styles from './Community.module.css'
import { PublishedTable } from './PublishedTable.tsx'
import { useAsking } from './use-asking.ts'
import { useMembership } from './use-membership.ts'

export interface BeginViewProps {
  readonly account: string
  readonly turn: string
  /** Somebody's league waits to be joined. */
  readonly isInvited: boolean
  readonly onBegun: (player: Player | null) => void
}

/** Before anything is shown of a person: a handle, the boards, and what exactly would be published. */
export function BeginView({ account, turn, isInvited, onBegun }: BeginViewProps) {
  const [handle, setHandle] = useState('')
  const [boards, setBoards] = useState<readonly Board[]>([])
  const [missing, setMissing] = useState<{ readonly handle?: string; readonly boards?: string }>({})
  const { asking, ask, problem, clearProblem } = useAsking()
  const { join } = useMembership(account, turn)

  const begin = async (event: FormEvent) => {
    event.preventDefault()
    const name = parseHandle(handle.trim())
    const wrong = {
      ...(name === undefined ? { handle: problemText('handle-malformed') } : {}),
      ...(boards.length === 0 ? { boards: 'Choose one board at least.' } : {}),
    }
    setMissing(wrong)
    if (name === undefined || boards.length === 0) return
    const begun = await ask(async () => {
      const named = await browserLeaderboard.setHandle(name)
      return named.ok ? join(boards) : named
    })
    if (begun !== undefined) onBegun(begun.value)
  }

  return (
    <form className={styles['columns']} noValidate onSubmit={(event) => void begin(event)}>
      <div className={styles['stack']}>
        {isInvited && <Banner>You were invited to a league. Choose a handle and a board first.</Banner>}
        <Card title="Be on the boards">
          <div className={styles['form']}>
            <p className={styles['soft']}>
              Boards compare people who chose to be there. Whoever shows nothing sees nothing, and you can leave at any
              time: what was shown of you is then deleted at once.
            </p>
            <TextField
              label="Handle"
              hint="What others see instead of your name. Take one that says nothing of you, if you like."
              error={missing.handle}
              value={handle}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={HANDLE_LENGTH.most}
              onValue={(text) => {
                setHandle(text)
                setMissing({})
                clearProblem()
              }}
            />
            <fieldset>
              <legend className={styles['legend']}>Boards</legend>
              <BoardSwitches
                chosen={boards}
                onChoose={(board, isChosen) => {
                  setMissing({})
                  setBoards(BOARDS.filter((one) => (one === board ? isChosen : boards.includes(one))))
                }}
              />
            </fieldset>
          </div>
        </Card>
      </div>
      <Card title="What is published">
        <div className={styles['form']}>
          <PublishedTable boards={boards} when="would" />
          <p className={styles['soft']}>
            Scores are worked out on this device and sent anew when they change. No day, no value and no entry of yours
            goes with them.
          </p>
          {/* Beside what was pressed, which on a phone is far below the fields. */}
          {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
          {missing.handle !== undefined && <Banner tone="warning">A handle is missing, or it is none yet.</Banner>}
          {missing.boards !== undefined && <Banner tone="warning">{missing.boards}</Banner>}
          <div className={styles['actions']}>
            <Button type="submit" tone="primary" busy={asking}>
              Show me on these boards
            </Button>
          </div>
        </div>
      </Card>
    </form>
  )
}
