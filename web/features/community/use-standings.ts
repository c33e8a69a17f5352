import { useEffect, useRef, useState } from 'react'
import type { Player, Standings, View } from '../../../shared/leaderboard/messages.ts'
import { LEADERBOARD_PATHS } from '../../../shared/leaderboard/protocol.ts'
import { browserLeaderboard } from '../../community/browser-leaderboard.ts'
import { type LeaderboardProblem, viewQuery } from '../../community/leaderboard-client.ts'
import { LiveStandings } from '../../community/live-standings.ts'
import { readSeen, seenOf, writeSeen } from '../../community/seen-standings.ts'
import { useDatabase } from '../../store/react.tsx'
import { browserPage } from '../../sync/runtime/start-sync.ts'

export interface ShownStandings {
  /** Undefined until something of this view is known. */
  readonly standings: Standings | undefined
  /** When they were told, in ms since 1970 UTC. */
  readonly at: number | undefined
  /** Why they are not what the server says now. */
  readonly problem: LeaderboardProblem | undefined
  readonly askAgain: () => void
}

interface Known {
  readonly view: string
  readonly board?: { readonly standings: Standings; readonly at: number }
  readonly problem?: LeaderboardProblem
}

/** How a board stands, live while the page is seen: what was last seen at once, then what the server says. */
export function useStandings(view: View, player: Player, turn: string): ShownStandings {
  const db = useDatabase()
  const key = viewQuery(view)
  const [known, setKnown] = useState<Known>({ view: key })
  const live = useRef<LiveStandings>(undefined)
  const owner = useRef({ view, player })
  owner.current = { view, player }

  useEffect(() => {
    let gone = false
    const asked = owner.current.view
    const page = browserPage()
    const following = new LiveStandings({
      now: () => performance.now(),
      setTimer: (ring, ms) => {
        const timer = setTimeout(ring, ms)
        return () => clearTimeout(timer)
      },
      random: Math.random,
      ask: () => browserLeaderboard.standings(asked),
      open: () => new EventSource(`${LEADERBOARD_PATHS.events}?${key}`),
      onAnswer: (answer) => {
        if (answer.ok) {
          setKnown({ view: key, board: { standings: answer.value, at: db.now() } })
          void writeSeen(db, turn, owner.current.player, { view: asked, standings: answer.value })
        } else
          setKnown((before) => ({
            // Who is on the board no more sees it no more.
            ...(before.view === key && !isGone(answer.failure) ? before : { view: key }),
            problem: answer.failure,
          }))
      },
    })
    live.current = following
    readSeen(db, turn).then(
      (seen) => {
        const board = seenOf(seen, asked)
        if (gone || board === undefined) return
        setKnown((before) => {
          const now: Known = before.view === key ? before : { view: key }
          return now.board === undefined && !isGone(now.problem) ? { ...now, board } : now
        })
      },
      (error: unknown) => console.info('What was seen of the boards cannot be read:', error),
    )
    const see = () => following.see(page.isVisible())
    const stop = page.onSight(see)
    see()
    return () => {
      gone = true
      stop()
      following.see(false)
    }
  }, [db, key, turn])

  const { board, problem }: Known = known.view === key ? known : { view: key }
  return {
    standings: board?.standings,
    at: board?.at,
    problem,
    askAgain: () => void live.current?.ask(),
  }
}

const GONE: readonly (LeaderboardProblem | undefined)[] = ['no-player', 'not-joined', 'no-league']

/** Whether the server says that this player is not on the board, or not in the league, any more. */
export const isGone = (problem: LeaderboardProblem | undefined): boolean => GONE.includes(problem)
