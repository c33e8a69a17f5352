import { useState } from 'react'
import { type Handle, skeletonOf } from '../../../../shared/leaderboard/handle.ts'
import type { SignedCard } from '../../../../shared/score-card/card.ts'
import type { League } from '../../../../shared/score-card/league.ts'
import { newLeagueId, newPlayer } from '../../../score-card/player-key.ts'
import type { Edit } from '../../../store/change.ts'
import { handleEdit, joinLeagueEdit, keysInLeague, leaveLeagueEdit } from '../../../store/leagues.ts'
import { useCommit, useDatabase } from '../../../store/react.tsx'
import { clearCardsEdits, takeInEdits } from '../../../store/score-cards.ts'
import { NO_SIGNATURES } from './card-words.ts'
import type { LeagueToJoin } from './incoming.ts'
import type { ReadyLeague } from './league-draft.ts'
import type { TableRow } from './league-table.ts'
import type { LeagueBook } from './use-leagues.ts'

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** Everything a person does about leagues without a server. Each answers what went wrong, in a sentence; each can be undone. */
export function useLeagueEdits() {
  const db = useDatabase()
  const commit = useCommit()
  const [problem, setProblem] = useState<string>()

  const write = async (label: string, edits: readonly Edit[]): Promise<string | undefined> => {
    const saved = await commit({ kind: 'edit', label, edits })
    return saved.ok ? undefined : saved.failure.message
  }
  const enter = async (
    label: string,
    league: League,
    handle: Handle,
    cards: readonly SignedCard[],
  ): Promise<string | undefined> => {
    const keys = (await keysInLeague(db, league.id)) ?? (await newPlayer(randomBytes))
    if (keys === undefined) return NO_SIGNATURES
    const others = cards.filter(({ player }) => player !== keys.player)
    const joined = joinLeagueEdit({ ...league, handle, keys, joined: db.now() })
    return write(label, [joined, ...(await takeInEdits(db, others, db.now()))])
  }

  return {
    problem,
    make: ({ name, handle, boards }: ReadyLeague) =>
      enter(`League made: ${name}`, { id: newLeagueId(randomBytes), name, boards }, handle, []),
    join: ({ league, cards }: LeagueToJoin, { handle }: ReadyLeague) =>
      enter(`Joined ${league.name}`, league, handle, cards),
    takeIn: async (cards: readonly SignedCard[]) =>
      write(
        cards.length === 1 ? `Card of ${cards[0]?.handle ?? ''} taken in` : `${cards.length} cards taken in`,
        await takeInEdits(db, cards, db.now()),
      ),
    rename: ({ id }: LeagueBook, handle: Handle) => write(`You are ${handle} now`, [handleEdit(id, handle)]),
    leave: async ({ id, name }: LeagueBook) =>
      setProblem(await write(`Left ${name}`, [leaveLeagueEdit(id), ...(await clearCardsEdits(db, id))])),
    remove: async ({ id }: LeagueBook, { player, handle }: TableRow) =>
      setProblem(await write(`Cards of ${handle} removed`, await clearCardsEdits(db, id, player))),
  }
}

/** Whether a handle, or one that looks like it, is on somebody's card. */
export function isTakenIn(cards: readonly SignedCard[], handle: Handle): boolean {
  const skeleton = skeletonOf(handle)
  return cards.some((card) => skeletonOf(card.handle) === skeleton)
}
