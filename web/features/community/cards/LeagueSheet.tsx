import { type SyntheticEvent, useId, useState } from 'react'
import type { Board } from '../../../../shared/leaderboard/board.ts'
import { HANDLE_LENGTH } from '../../../../shared/leaderboard/handle.ts'
import { LEADERBOARD_LIMITS } from '../../../../shared/leaderboard/protocol.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Sheet } from '../../../ui/Sheet.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { BoardSwitches } from '../BoardSwitches.tsx'
import { BOARD_WORDS } from '../words.ts'
import styles from './cards.module.css'
import { type LeagueDraft, type LeagueDraftProblems, type ReadyLeague, readyLeague } from './league-draft.ts'

export interface LeagueSheetProps {
  /** `make`: a new league. `join`: one that somebody else has made. `handle`: another handle in one's own. */
  readonly purpose: 'make' | 'join' | 'handle'
  readonly first: LeagueDraft
  /** Handles that are others' in the league. */
  readonly isTaken: (handle: ReadyLeague['handle']) => boolean
  /** Answers what went wrong, in a sentence. */
  readonly onReady: (league: ReadyLeague) => Promise<string | undefined>
  readonly onClose: () => void
}

const TITLES = { make: 'Make a league', join: 'Join a league', handle: 'Change my handle' } as const
const VERBS = { make: 'Make it', join: 'Join', handle: 'Save' } as const

/** A league's name and boards, and what this person is called in it. */
export function LeagueSheet({ purpose, first, isTaken, onReady, onClose }: LeagueSheetProps) {
  const form = useId()
  const [draft, setDraft] = useState(first)
  const [problems, setProblems] = useState<LeagueDraftProblems>({})
  const [trouble, setTrouble] = useState<string>()
  const [busy, setBusy] = useState(false)
  const set = (change: Partial<LeagueDraft>) => {
    setDraft({ ...draft, ...change })
    setProblems({})
    setTrouble(undefined)
  }
  const choose = (board: Board, isChosen: boolean) =>
    set({ boards: isChosen ? [...draft.boards, board] : draft.boards.filter((one) => one !== board) })

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    const ready = readyLeague(draft, isTaken)
    if ('problems' in ready) {
      setProblems(ready.problems)
      return
    }
    setBusy(true)
    const failed = await onReady(ready.league)
    setBusy(false)
    if (failed === undefined) onClose()
    else setTrouble(failed)
  }

  return (
    <Sheet
      open
      onClose={onClose}
      title={TITLES[purpose]}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="primary" busy={busy}>
            {VERBS[purpose]}
          </Button>
        </>
      }
    >
      <form id={form} className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
        {trouble !== undefined && <Banner tone="danger">{trouble}</Banner>}
        {purpose === 'make' ? (
          <TextField
            label="Name of the league"
            placeholder="Tea at four"
            maxLength={LEADERBOARD_LIMITS.leagueName}
            value={draft.name}
            error={problems.name}
            onValue={(name) => set({ name })}
          />
        ) : (
          <p>
            <strong>{draft.name}</strong>
            <span className={styles['boards']}>
              {draft.boards.map((board) => `${BOARD_WORDS[board].name}: ${BOARD_WORDS[board].counts}`).join(' ')}
            </span>
          </p>
        )}
        <TextField
          label="My handle in it"
          hint="What others see instead of your name. Letters, digits, and - or _ between them."
          maxLength={HANDLE_LENGTH.most}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={draft.handle}
          error={problems.handle}
          onValue={(handle) => set({ handle })}
        />
        {purpose === 'make' && (
          <fieldset>
            <legend className={styles['legend']}>What is compared</legend>
            <BoardSwitches chosen={draft.boards} onChoose={choose} />
            {problems.boards !== undefined && (
              <p className={styles['error']} role="alert">
                {problems.boards}
              </p>
            )}
          </fieldset>
        )}
        {purpose !== 'handle' && (
          <p className={styles['soft']}>
            No server has a part in this league. You are shown to the others by cards that you give them yourself, and
            nothing leaves this device before that.
          </p>
        )}
      </form>
    </Sheet>
  )
}
