import { type FormEvent, useState } from 'react'
import { BOARDS, type Board } from '../../../shared/leaderboard/board.ts'
import { HANDLE_LENGTH } from '../../../shared/leaderboard/handle.ts'
import type { Player } from '../../../shared/leaderboard/messages.ts'
import { browserLeaderboard } from '../../community/browser-leaderboard.ts'
import { problemText } from '../../community/problem-text.ts'
import { readRefused } from '../../community/publish.ts'
import { readPublishedBoards } from '../../store/published-boards.ts'
import { useDatabase, useLive } from '../../store/react.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { BoardSwitches } from './BoardSwitches.tsx'
import styles from './Community.module.css'
import { PublishedTable } from './PublishedTable.tsx'
import { useAsking } from './use-asking.ts'
import { useMembership } from './use-membership.ts'
import { BOARD_WORDS } from './words.ts'

export interface ShownViewProps {
  readonly player: Player
  readonly account: string
  readonly turn: string
  readonly onTold: (player: Player | null) => void
}

type Question = { readonly kind: 'join' | 'leave'; readonly board: Board } | { readonly kind: 'leave-all' }

/** What others see of this person: the handle, the boards, each row; and the ways out. */
export function ShownView({ player, account, turn, onTold }: ShownViewProps) {
  const db = useDatabase()
  const [handle, setHandle] = useState<string>(player.handle)
  const [question, setQuestion] = useState<Question>()
  const renaming = useAsking()
  const { asking, ask, problem, clearProblem } = useAsking()
  const { join, leave, leaveAll } = useMembership(account, turn)
  const { value } = useLive(
    async () => ({ agreed: await readPublishedBoards(db, account), refused: await readRefused(db) }),
    [db, account],
  )
  const agreed = value?.agreed ?? []
  const published = BOARDS.filter((board) => player.boards.includes(board) && agreed.includes(board))
  // Agreed to on the server and not here: another device has, or it was undone.
  const silent = value === undefined ? [] : player.boards.filter((board) => !agreed.includes(board))

  const close = () => {
    setQuestion(undefined)
    clearProblem()
  }
  const answer = async (asked: Question) => {
    const told = await ask(() =>
      asked.kind === 'leave-all' ? leaveAll() : asked.kind === 'join' ? join([asked.board]) : leave(asked.board),
    )
    if (told === undefined) return
    close()
    onTold(told.value)
  }
  const rename = async (event: FormEvent) => {
    event.preventDefault()
    const renamed = await renaming.ask(() => browserLeaderboard.setHandle(handle.trim()))
    if (renamed !== undefined) onTold(renamed.value)
  }

  return (
    <div className={styles['columns']}>
      <div className={styles['stack']}>
        <Card title="Your boards">
          {silent.map((board) => (
            <Banner
              key={board}
              tone="warning"
              action={{ label: 'See it', run: () => setQuestion({ kind: 'join', board }) }}
            >
              You are on the board “{BOARD_WORDS[board].name}”, but new scores are not sent from here: they were not
              agreed to.
            </Banner>
          ))}
          <BoardSwitches
            chosen={player.boards}
            onChoose={(board, isChosen) => setQuestion({ kind: isChosen ? 'join' : 'leave', board })}
          />
        </Card>
        <Card title="Your handle">
          <form className={styles['inline']} noValidate onSubmit={(event) => void rename(event)}>
            <TextField
              label="Handle"
              value={handle}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={HANDLE_LENGTH.most}
              error={renaming.problem}
              onValue={(text) => {
                setHandle(text)
                renaming.clearProblem()
              }}
            />
            <Button type="submit" busy={renaming.asking} disabled={handle.trim() === player.handle}>
              Change
            </Button>
          </form>
        </Card>
        <Card title="Leave">
          <p className={styles['soft']}>
            Off all boards at once, with your handle, leagues and friends. What you have logged stays as it is.
          </p>
          <div className={styles['actions']}>
            <Button tone="danger" onClick={() => setQuestion({ kind: 'leave-all' })}>
              Leave everything
            </Button>
          </div>
        </Card>
      </div>
      <Card title="What is published">
        <div className={styles['form']}>
          {value?.refused.map(([name, reason]) => (
            <Banner key={name} tone="warning">
              The server did not take {name}. {problemText(reason)}
            </Banner>
          ))}
          <PublishedTable boards={published} when="now" />
          <p className={styles['soft']}>
            Sent again when it changes, some seconds after you log, while OwnIt is open on one of your devices.
          </p>
        </div>
      </Card>
      {question?.kind === 'join' && (
        <Sheet
          open
          onClose={close}
          title={`Join the board “${BOARD_WORDS[question.board].name}”`}
          footer={
            <>
              <Button onClick={close}>Cancel</Button>
              <Button tone="primary" busy={asking} onClick={() => void answer(question)}>
                Join this board
              </Button>
            </>
          }
        >
          <div className={styles['form']}>
            {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
            <PublishedTable boards={[question.board]} when="would" />
          </div>
        </Sheet>
      )}
      <ConfirmDialog
        open={question?.kind === 'leave' || question?.kind === 'leave-all'}
        title={
          question?.kind === 'leave' ? `Leave the board “${BOARD_WORDS[question.board].name}”?` : 'Leave everything?'
        }
        confirmLabel={question?.kind === 'leave' ? 'Leave the board' : 'Leave and delete it'}
        busy={asking}
        onConfirm={() => {
          if (question !== undefined) void answer(question)
        }}
        onCancel={close}
      >
        {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
        {question?.kind === 'leave' ? (
          <p>
            The server deletes every score of yours on it, of all periods, at once. You can join again: the scores that
            are still open come back from your records, older ones do not.
          </p>
        ) : (
          <p>
            The server deletes your handle, every score, your place in {countText(player.leagues.length, 'league')} and
            what is between you and {countText(player.friends.length, 'friend')}, at once and for good. Somebody else
            may then take the handle. Nothing on this device is deleted.
          </p>
        )}
      </ConfirmDialog>
    </div>
  )
}

const countText = (count: number, what: string): string =>
  count === 0 ? `any ${what}` : `${count} ${what}${count === 1 ? '' : 's'}`
