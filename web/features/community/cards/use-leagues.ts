import type { PublishedScore } from '../../../../shared/leaderboard/judge-score.ts'
import { cardPeriods } from '../../../../shared/score-card/card-periods.ts'
import { inOrder } from '../../../../shared/score-card/league.ts'
import { readScores } from '../../../community/read-scores.ts'
import type { Database } from '../../../store/database.ts'
import { type OwnLeague, readLeagues } from '../../../store/leagues.ts'
import { type Live, useDatabase, useLive, useToday } from '../../../store/react.tsx'
import { type HeldCards, readCards } from '../../../store/score-cards.ts'

/** A league, what others have said in it, and what this person would say now. */
export interface LeagueBook extends OwnLeague {
  readonly held: HeldCards
  readonly scores: readonly PublishedScore[]
}

/** The leagues this person is in, always as they are. Undefined until they are read. */
export function useLeagues(): Live<readonly LeagueBook[]> {
  const db = useDatabase()
  const today = useToday()
  return useLive(() => readBooks(db), [db, today])
}

async function readBooks(db: Database): Promise<readonly LeagueBook[]> {
  const leagues = await readLeagues(db)
  const boards = inOrder(leagues.flatMap((league) => league.boards))
  const scores = await readScores(db, boards, db.now(), cardPeriods)
  return Promise.all(
    leagues.map(async (league) => ({
      ...league,
      held: await readCards(db, league.id),
      scores: scores.filter(({ board }) => league.boards.includes(board)),
    })),
  )
}
