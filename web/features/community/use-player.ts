import { useCallback, useEffect, useState } from 'react'
import type { Player } from '../../../shared/leaderboard/messages.ts'
import { browserLeaderboard } from '../../community/browser-leaderboard.ts'
import type { LeaderboardProblem } from '../../community/leaderboard-client.ts'
import { readSeen, writeSeen } from '../../community/seen-standings.ts'
import { useDatabase } from '../../store/react.tsx'

export interface PlayerState {
  /** As the server last told. Null: there is none; undefined: not known yet. */
  readonly player: Player | null | undefined
  /** Why the server did not tell now. */
  readonly problem: LeaderboardProblem | undefined
  readonly reload: () => Promise<void>
  /** What an answer of the server has told. */
  readonly told: (player: Player | null) => void
}

/** The player of the account that is signed in by `turn`: what was last seen at once, then what the server says. */
export function usePlayer(turn: string): PlayerState {
  const db = useDatabase()
  const [player, setPlayer] = useState<Player | null>()
  const [problem, setProblem] = useState<LeaderboardProblem>()

  const told = useCallback(
    (next: Player | null) => {
      setPlayer(next)
      setProblem(undefined)
      void writeSeen(db, turn, next)
    },
    [db, turn],
  )
  const reload = useCallback(async () => {
    const answer = await browserLeaderboard.player()
    if (answer.ok) told(answer.value)
    else setProblem(answer.failure)
  }, [told])

  useEffect(() => {
    let gone = false
    readSeen(db, turn).then(
      (seen) => {
        if (!gone && seen !== undefined) setPlayer((now) => (now === undefined ? seen.player : now))
      },
      (error: unknown) => console.info('What was seen of the boards cannot be read:', error),
    )
    void reload()
    // Somebody may have asked for a friend meanwhile, or another device have left.
    const look = () => {
      if (document.visibilityState === 'visible') void reload()
    }
    document.addEventListener('visibilitychange', look)
    return () => {
      gone = true
      document.removeEventListener('visibilitychange', look)
    }
  }, [db, turn, reload])

  return { player, problem, reload, told }
}
