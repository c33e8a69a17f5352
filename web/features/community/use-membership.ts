import { useCallback } from 'react'
import { BOARDS, type Board } from '../../../shared/leaderboard/board.ts'
import type { Player } from '../../../shared/leaderboard/messages.ts'
import { ok, type Result } from '../../../shared/result/result.ts'
import { browserLeaderboard, keepPublishing, publishNow } from '../../community/browser-leaderboard.ts'
import type { LeaderboardProblem } from '../../community/leaderboard-client.ts'
import { forgetTold } from '../../community/publish.ts'
import { writeSeen } from '../../community/seen-standings.ts'
import { publishedBoardsEdit } from '../../store/published-boards.ts'
import { useCommit, useDatabase } from '../../store/react.tsx'

type Answer = Promise<Result<Player | null, LeaderboardProblem>>

/** Going on boards and off them. What is agreed to is kept before anything is published, and taken back before the server is asked. */
export function useMembership(account: string, turn: string) {
  const db = useDatabase()
  const commit = useCommit()

  const agree = useCallback(
    async (boards: readonly Board[], isAgreed: boolean, label: string) => {
      const edits = [publishedBoardsEdit(boards, isAgreed ? account : null)]
      // What does not save is said by the banner of the write path, and nothing is published.
      await commit({ kind: 'settings', label, edits, announce: false })
    },
    [account, commit],
  )

  /** Goes on boards, which the person has seen what it publishes of. */
  const join = useCallback(
    async (boards: readonly Board[]): Answer => {
      let joined: Awaited<Answer> = ok(null)
      for (const board of boards) {
        joined = await browserLeaderboard.joinBoard(board)
        if (!joined.ok) return joined
      }
      await agree(boards, true, 'Joined leaderboards')
      await forgetTold(db)
      // What does not arrive now is told when the server answers.
      await publishNow(db)
      keepPublishing(db)
      return joined
    },
    [agree, db],
  )

  const leave = useCallback(
    async (board: Board): Answer => {
      await agree([board], false, 'Left a leaderboard')
      return browserLeaderboard.leaveBoard(board)
    },
    [agree],
  )

  const leaveAll = useCallback(async (): Answer => {
    await agree(BOARDS, false, 'Left all leaderboards')
    const left = await browserLeaderboard.removePlayer()
    if (left.ok) await Promise.all([writeSeen(db, turn, null), forgetTold(db)])
    return left
  }, [agree, db, turn])

  return { join, leave, leaveAll }
}
