import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSeed } from '../../shared/score-card/league.ts'
import { mergeCards } from '../../shared/score-card/merge-cards.ts'
import {
  CARD,
  card,
  handle,
  leagueId,
  NOW,
  playerKey,
  score,
  someCard,
  sure,
} from '../../shared/score-card/test-cards.ts'
import { makeBackup, readBackup, restoreBackup } from './backup.ts'
import type { Edit } from './change.ts'
import { commit } from './commit.ts'
import type { Database } from './database.ts'
import { handleEdit, joinLeagueEdit, keysInLeague, leaveLeagueEdit, type OwnLeague, readLeagues } from './leagues.ts'
import { mergeIncoming } from './merge-incoming.ts'
import { clearCardsEdits, readCards, takeInEdits } from './score-cards.ts'
import { good, testDatabase } from './test-database.ts'
import { undoChange } from './undo.ts'

const SEED = sure(parseSeed('nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A'))
const TEA: OwnLeague = {
  id: leagueId(1),
  name: 'Tea at four',
  boards: ['steps', 'streak'],
  handle: handle('me-7'),
  keys: { player: playerKey(7), seed: SEED },
  joined: NOW,
}

function opened() {
  const { db } = testDatabase()
  const write = async (edits: readonly Edit[]) => good(await commit(db, { kind: 'edit', label: 'x', edits }))
  return {
    db,
    write,
    take: async (cards: ReturnType<typeof card>[], now = NOW) => write(await takeInEdits(db, cards, now)),
  }
}

/** Everything of one device comes to the other. */
const bring = async (from: Database, to: Database) =>
  good(await mergeIncoming(to, await from.documents.toArray(), { kind: 'restore', label: 'x' }))

describe('leagues', () => {
  it('are kept in the order in which the person came to them, and take another handle', async () => {
    const { db, write } = opened()
    const other = { ...TEA, id: leagueId(2), joined: NOW - 1 }
    await write([joinLeagueEdit(TEA), joinLeagueEdit(other)])
    expect(await readLeagues(db)).toEqual([other, TEA])
    await write([handleEdit(TEA.id, handle('ben'))])
    expect((await readLeagues(db))[1]?.handle).toBe('ben')
  })

  it('that a damaged document says are none', async () => {
    const { db, write } = opened()
    const edit = joinLeagueEdit(TEA)
    for (const [index, change] of [
      { boards: ['weight'] },
      { boards: 'steps' },
      { keys: 'x' },
      { keys: { player: TEA.keys.player, seed: '' } },
      { name: '' },
      { handle: '!' },
    ].entries())
      await write([{ ...edit, id: leagueId(index), fields: { ...edit.fields, ...change } }])
    expect(await readLeagues(db)).toEqual([])
  })

  it('[L6] are left with an undo, and who comes back has the key they had', async () => {
    const { db, write, take } = opened()
    await write([joinLeagueEdit(TEA)])
    await take([card()])
    const left = await write([leaveLeagueEdit(TEA.id), ...(await clearCardsEdits(db, TEA.id))])
    expect(await readLeagues(db)).toEqual([])
    expect(await readCards(db, TEA.id)).toEqual({ cards: [], sightings: [] })
    expect(await keysInLeague(db, TEA.id)).toEqual(TEA.keys)
    good(await undoChange(db, left))
    expect(await readLeagues(db)).toEqual([TEA])
    expect((await readCards(db, TEA.id)).cards).toEqual([card()])
  })

  it('[L6] come with a backup, with key and cards, to a device that has nothing', async () => {
    const { db, write, take } = opened()
    await write([joinLeagueEdit(TEA)])
    await take([card()])
    const fresh = testDatabase().db
    good(await restoreBackup(fresh, good(await readBackup(await makeBackup(db)))))
    expect(await readLeagues(fresh)).toEqual([TEA])
    expect(await readCards(fresh, TEA.id)).toEqual(await readCards(db, TEA.id))
  })
})

describe('cards of other players', () => {
  it('are of one league each, and what no longer counts is cleared', async () => {
    const { db, take } = opened()
    const later = card({ issued: NOW + 1 })
    const elsewhere = card({ league: leagueId(2) })
    await take([card(), elsewhere])
    await take([later])
    expect((await readCards(db, CARD.league)).cards).toEqual([later])
    expect((await readCards(db, leagueId(2))).cards).toEqual([elsewhere])
    const kept = JSON.stringify(await db.documents.toArray())
    expect(kept).not.toContain(card().text)
  })

  it('that are known, or older than what is known, change nothing', async () => {
    const { db, take } = opened()
    await take([card({ issued: NOW + 1 })])
    expect(await takeInEdits(db, [card({ issued: NOW + 1 }), card()], NOW)).toEqual([])
  })

  it('[L4] note when a player was first seen under a handle, once', async () => {
    const { db, take } = opened()
    await take([card()], NOW)
    await take([card({ issued: NOW + 1 })], NOW + 5)
    await take([card({ issued: NOW + 2, handle: handle('an-ne') })], NOW + 9)
    expect((await readCards(db, CARD.league)).sightings).toEqual(
      expect.arrayContaining([
        { player: CARD.player, skeleton: 'anna', at: NOW },
        { player: CARD.player, skeleton: 'anne', at: NOW + 9 },
      ]),
    )
  })

  it('of one player are removed with an undo, and a card that comes again comes alone', async () => {
    const { db, write, take } = opened()
    const other = card({ player: playerKey(2) })
    const old = card({ scores: [score('steps', '2026-W47', 1)] })
    await take([old, card({ issued: NOW + 1 }), other])
    const removed = await write(await clearCardsEdits(db, CARD.league, CARD.player))
    expect((await readCards(db, CARD.league)).cards).toEqual([other])
    good(await undoChange(db, removed))
    expect((await readCards(db, CARD.league)).cards).toHaveLength(3)
    await write(await clearCardsEdits(db, CARD.league, CARD.player))
    await take([card({ issued: NOW + 1 })], NOW + 7)
    const held = await readCards(db, CARD.league)
    expect(held.cards.filter(({ player }) => player === CARD.player)).toEqual([card({ issued: NOW + 1 })])
    expect(held.sightings.find(({ player }) => player === CARD.player)?.at).toBe(NOW + 7)
  })

  it('[L2] come to the same on two devices that take them in apart, in any order, and meet in either', async () => {
    const some = fc.array(fc.nat().map(someCard), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(some, some, async (first, second) => {
        const [a, b] = [opened(), opened()]
        for (const one of first) await a.take([one])
        await b.take(second)
        await bring(a.db, b.db)
        await bring(b.db, a.db)
        for (const league of [leagueId(0), leagueId(1)]) {
          const all = mergeCards([...first, ...second].filter((one) => one.league === league))
          expect((await readCards(a.db, league)).cards).toEqual(all)
          expect((await readCards(b.db, league)).cards).toEqual(all)
        }
      }),
      { numRuns: 30 },
    )
  })
})
