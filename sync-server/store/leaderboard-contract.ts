import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import { addDays } from '../../shared/calendar/civil-date.ts'
import type { Board } from '../../shared/leaderboard/board.ts'
import type { Handle } from '../../shared/leaderboard/handle.ts'
import type { Standings } from '../../shared/leaderboard/messages.ts'
import { ALL_TIME, monthOf, type Period, weekOf } from '../../shared/leaderboard/period.ts'
import { LEADERBOARD_LIMITS } from '../../shared/leaderboard/protocol.ts'
import { type Entry, standingsOfCircle } from '../../shared/leaderboard/rank.ts'
import { newAccount, type Subject } from './contract-subject.ts'
import type { Among, List } from './leaderboard-port.ts'
import { AccountGone, type AccountId } from './ports.ts'
import { standingsTopic } from './standings-topic.ts'

const EVERYONE: Among = { scope: 'everyone' }
const FRIENDS: Among = { scope: 'friends' }

interface TestPlayer {
  readonly account: AccountId
  readonly handle: Handle
}

let made = 0
/** A handle that no other test has; in the order of their making. */
function newHandle(): Handle {
  made += 1
  return `player-${String(made)
    .padStart(6, '0')
    .replace(/\d/g, (digit) => 'abcdefghjk'.charAt(Number(digit)))}` as Handle
}

/** Lists that no other test has written: the week or month after the last one. */
let day = '2015-01-05' as CivilDate
function newList(board: Board = 'steps', kind: 'week' | 'month' = 'week'): List {
  day = addDays(day, kind === 'week' ? 7 : 31)
  return { board, period: kind === 'week' ? weekOf(day) : monthOf(day) }
}

/** What every store does for leaderboards. */
export function describeLeaderboard(subject: () => Subject): void {
  const store = () => subject().store.leaderboard
  const other = () => (subject().otherProcess ?? subject().store).leaderboard

  async function newPlayer(...boards: Board[]): Promise<TestPlayer> {
    const account = await newAccount(subject().store)
    const handle = newHandle()
    expect(await store().setHandle(account, handle)).toBe('ok')
    for (const board of boards) expect(await store().joinBoard(account, board)).toBe('ok')
    return { account, handle }
  }
  const put = async ({ account }: TestPlayer, list: List, score: number) =>
    (await store().publish(account, [{ ...list, score }], 1000))[0]
  async function look(
    { account }: TestPlayer,
    list: List,
    { among = EVERYONE, before, top = 100, around = 5, by = store() }: Partial<Look> = {},
  ): Promise<Standings> {
    const standings = await by.standings(account, { list, before, among, top, around })
    if (!standings.ok) throw new Error(standings.failure)
    return standings.value
  }
  interface Look {
    readonly among: Among
    readonly before: List
    readonly top: number
    readonly around: number
    readonly by: ReturnType<typeof store>
  }
  const handlesIn = ({ top }: Standings) => top.map(({ handle }) => handle)

  describe('a player', () => {
    it('is nobody until there is a handle, and is then called that, on all boards at once when it changes', async () => {
      const account = await newAccount(subject().store)
      expect(await store().player(account)).toBeUndefined()
      expect(await store().joinBoard(account, 'steps')).toBe('no-player')
      const [first, second, list] = [newHandle(), newHandle(), newList()]
      await store().setHandle(account, first)
      await store().joinBoard(account, 'steps')
      await store().joinBoard(account, 'steps')
      await put({ account, handle: first }, list, 7)
      expect(await store().setHandle(account, second)).toBe('ok')
      expect(await store().setHandle(account, second)).toBe('ok')
      expect(await store().player(account)).toEqual({ handle: second, boards: ['steps'], leagues: [], friends: [] })
      expect(handlesIn(await look({ account, handle: second }, list, { by: other() }))).toEqual([second])
    })

    it('keeps a handle, and all that look like it, from everybody else until it is given up', async () => {
      const { account, handle } = await newPlayer()
      const stranger = await newPlayer()
      const alike = [handle, handle.toUpperCase(), handle.replace('-', '_'), handle.replace('l', '1')] as Handle[]
      for (const taken of alike) expect(await store().setHandle(stranger.account, taken)).toBe('taken')
      expect(await store().player(stranger.account)).toMatchObject({ handle: stranger.handle })
      expect(await store().setHandle(account, handle.toUpperCase() as Handle)).toBe('ok')
      await store().removePlayer(account)
      expect(await store().setHandle(stranger.account, handle)).toBe('ok')
    })

    it('is of an account that exists', async () => {
      await expect(store().setHandle('nobody' as AccountId, newHandle())).rejects.toThrow(AccountGone)
      expect(await store().player('nobody' as AccountId)).toBeUndefined()
      expect(await store().publish('nobody' as AccountId, [{ ...newList(), score: 1 }], 0)).toEqual(['not-joined'])
    })
  })

  describe('a score', () => {
    it('is taken where its player is on the board, stands in place of the one before, and is told apart from the same', async () => {
      const player = await newPlayer('steps')
      const [list, sleep] = [newList(), newList('sleep')]
      const scores = [
        { ...list, score: 5 },
        { ...sleep, score: 1 },
        { ...list, score: 9 },
        { ...list, score: 9 },
      ]
      expect(await store().publish(player.account, scores, 1)).toEqual(['moved', 'not-joined', 'moved', 'same'])
      expect(await put(player, list, 3)).toBe('moved')
      expect(await store().scores(player.account)).toEqual([{ ...list, score: 3 }])
      const rival = await newPlayer('steps')
      await put(rival, list, 4)
      expect(handlesIn(await look(player, list))).toEqual([rival.handle, player.handle])
    })

    it('shows nothing to who is not on its board, or is nobody', async () => {
      const list = newList()
      await put(await newPlayer('steps'), list, 5)
      const question = { list, before: undefined, among: EVERYONE, top: 10, around: 2 }
      const stranger = await newPlayer('sleep')
      expect(await store().standings(stranger.account, question)).toMatchObject({ failure: 'not-joined' })
      const nobody = await newAccount(subject().store)
      expect(await store().standings(nobody, question)).toMatchObject({ failure: 'no-player' })
    })

    it('is gone with its board at once, in every period, and so is the player, until they are back', async () => {
      const [leaver, stayer] = [await newPlayer('steps', 'sleep'), await newPlayer('steps', 'sleep')]
      const [list, later, sleep] = [newList(), newList(), newList('sleep')]
      for (const each of [list, later, sleep])
        for (const player of [leaver, stayer]) await put(player, each, each === later ? 8 : 4)
      const removed = await store().leaveBoard(leaver.account, 'steps')
      expect(removed).toHaveLength(2)
      expect(removed).toEqual(
        expect.arrayContaining([
          { ...list, handle: leaver.handle },
          { ...later, handle: leaver.handle },
        ]),
      )
      for (const each of [list, later])
        expect(await look(stayer, each, { by: other() })).toMatchObject({ total: 1, top: [{ handle: stayer.handle }] })
      expect(await put(leaver, list, 1)).toBe('not-joined')
      expect(await look(stayer, sleep)).toMatchObject({ total: 2 })
      expect(await store().leaveBoard(leaver.account, 'steps')).toEqual([])
      await store().joinBoard(leaver.account, 'steps')
      expect(await look(leaver, list)).toMatchObject({ total: 1, own: null, around: [] })
    })
  })

  describe('the standings of everyone', () => {
    it('give equal scores an equal rank, in the order of handles, and show the top, oneself and how many there are', async () => {
      const list = newList()
      const players: TestPlayer[] = []
      for (const score of [10, 30, 20, 20, 20, 0]) {
        const player = await newPlayer('steps')
        await put(player, list, score)
        players.push(player)
      }
      const [a, b, c, d, e, f] = players as [TestPlayer, TestPlayer, TestPlayer, TestPlayer, TestPlayer, TestPlayer]
      const row = ({ handle }: TestPlayer, score: number, rank: number) => ({ handle, score, rank })
      expect(await look(d, list, { top: 3, around: 1 })).toEqual({
        top: [row(b, 30, 1), row(c, 20, 2), row(d, 20, 2)],
        around: [row(c, 20, 2), row(d, 20, 2), row(e, 20, 2)],
        own: row(d, 20, 2),
        total: 6,
      })
      expect(await look(f, list, { top: 1, around: 2 })).toEqual({
        top: [row(b, 30, 1)],
        around: [row(e, 20, 2), row(a, 10, 5), row(f, 0, 6)],
        own: row(f, 0, 6),
        total: 6,
      })
    })

    it('compare with the period before, where oneself had a score', async () => {
      const [before, list] = [newList(), newList()]
      const [a, b, c] = [await newPlayer('steps'), await newPlayer('steps'), await newPlayer('steps')]
      for (const [player, then, now] of [
        [a, 9, 1],
        [b, 5, 2],
      ] as const) {
        await put(player, before, then)
        await put(player, list, now)
      }
      await put(c, list, 3)
      expect(await look(a, list, { before })).toMatchObject({
        own: { rank: 3, rankBefore: 1 },
        around: [{ handle: c.handle }, { handle: b.handle }, { rank: 3, rankBefore: 1 }],
      })
      expect((await look(c, list, { before })).own).toEqual({ handle: c.handle, score: 3, rank: 1 })
      expect((await look(a, list)).own).toEqual({ handle: a.handle, score: 1, rank: 3 })
    })

    describe('of many', () => {
      const players: TestPlayer[] = []
      beforeAll(async () => {
        for (let n = 0; n < 24; n += 1) players.push(await newPlayer('steps', 'sleep'))
      }, 60_000)

      it('are those of a list that is sorted, whatever is published, taken back and published again', async () => {
        const change = fc.record({
          player: fc.nat(23),
          // Few and many that are equal, near to and far from one another.
          score: fc.oneof(fc.nat(4), fc.nat(2000), fc.nat(700_000), fc.constant(undefined)),
        })
        const lists = [() => newList(), () => newList('sleep'), () => newList('steps', 'month')]
        await fc.assert(
          fc.asyncProperty(
            fc.array(change, { maxLength: 60 }),
            fc.constantFrom(...lists),
            fc.integer({ min: 0, max: 6 }),
            async (changes, listOf, around) => {
              const list = listOf()
              const model = new Map<Handle, number>()
              for (const { player, score } of changes) {
                const one = players[player] as TestPlayer
                if (score === undefined) {
                  // With all its scores: nobody looks at those of earlier runs any more.
                  await store().leaveBoard(one.account, list.board)
                  await store().joinBoard(one.account, list.board)
                  model.delete(one.handle)
                } else {
                  await put(one, list, score)
                  model.set(one.handle, score)
                }
              }
              const now = [...model].map(([handle, score]): Entry => ({ handle, score }))
              for (const player of players.slice(0, 6)) {
                const expected = standingsOfCircle({ own: player.handle, now, before: [], top: 5, around })
                expect(await look(player, list, { top: 5, around, by: other() })).toEqual(expected)
              }
            },
          ),
          { numRuns: 12 },
        )
      }, 120_000)

      it('can be read from beginning to end, page by page, and name by name', async () => {
        const list = newList()
        for (const [index, player] of players.entries()) await put(player, list, index % 5)
        const [reader] = players as [TestPlayer]
        const { top } = await look(reader, list, { top: 100 })
        const read: Entry[] = []
        for (let page: readonly Entry[] = [], first = true; first || page.length > 0; first = false) {
          page = await store().page(reader.account, list, read.at(-1), 7)
          read.push(...page)
        }
        expect(read).toEqual(top.map(({ handle, score }) => ({ handle, score })))
        const asked = [...read.slice(3, 6).map(({ handle }) => handle), newHandle()]
        const has = (...entries: Entry[]) => store().hasAll(reader.account, list, entries)
        const [first, second] = read as [Entry, Entry]
        expect(await has(...read)).toBe(true)
        expect(await has()).toBe(true)
        for (const wrong of [
          { ...first, score: first.score + 1 },
          { ...first, handle: newHandle() },
        ])
          expect(await has(second, wrong)).toBe(false)
        expect(await store().scoresOf(reader.account, list, asked)).toEqual(
          new Map(read.slice(3, 6).map(({ handle, score }) => [handle, score])),
        )
        const place = await store().place(reader.account, list)
        expect(place).toMatchObject({ handle: reader.handle, isJoined: true, score: 0 })
        const elsewhere = await store().place(reader.account, newList('streak'))
        expect(elsewhere).toMatchObject({ handle: reader.handle, isJoined: false, score: undefined })
        expect(place?.epoch).toBe((await subject().store.sync.exportAccount(reader.account)).epoch)
      })
    })
  })

  describe('a league', () => {
    const draft = (name = 'Tea at four') => {
      const id = crypto.randomUUID()
      return { id, name, code: `code-${id}` }
    }

    it('is of those who have its code, each of whom sees it and all of them', async () => {
      const [before, list] = [newList(), newList()]
      const [a, b, stranger] = [await newPlayer('steps'), await newPlayer('steps'), await newPlayer('steps')]
      const league = draft()
      expect(await store().createLeague(a.account, league)).toEqual({ ok: true, value: { ...league, players: 1 } })
      expect(await store().joinLeague(b.account, 'no such code')).toMatchObject({ failure: 'no-league' })
      for (let time = 0; time < 2; time += 1)
        expect(await other().joinLeague(b.account, league.code)).toEqual({ ok: true, value: { ...league, players: 2 } })
      expect(await store().player(b.account)).toMatchObject({ leagues: [{ ...league, players: 2 }] })
      for (const player of [a, b, stranger]) await put(player, before, player === a ? 1 : 2)
      for (const player of [a, b, stranger]) await put(player, list, player === a ? 9 : 8)
      const among: Among = { scope: 'league', league: league.id }
      expect(await look(b, list, { among, before })).toEqual({
        top: [
          { handle: a.handle, score: 9, rank: 1, rankBefore: 2 },
          { handle: b.handle, score: 8, rank: 2, rankBefore: 1 },
        ],
        around: expect.anything(),
        own: { handle: b.handle, score: 8, rank: 2, rankBefore: 1 },
        total: 2,
      })
      const question = { list, before: undefined, among, top: 9, around: 1 }
      expect(await store().standings(stranger.account, question)).toMatchObject({ failure: 'no-league' })
      expect(await store().audience(b.account)).toEqual({ leagues: [league.id], friends: [] })
    })

    it('is left at once, and gone when nobody is in it any more, whichever way the last one went', async () => {
      const goings = [
        (player: TestPlayer, id: string) => store().leaveLeague(player.account, id),
        (player: TestPlayer) => store().removePlayer(player.account),
        (player: TestPlayer) => subject().store.sync.deleteAccount(player.account),
      ]
      for (const go of goings) {
        const [a, b] = [await newPlayer('steps'), await newPlayer('steps')]
        const league = draft()
        await store().createLeague(a.account, league)
        await store().joinLeague(b.account, league.code)
        await go(a, league.id)
        expect(await store().leaveLeague(a.account, league.id)).toBe(false)
        expect(await store().player(b.account)).toMatchObject({ leagues: [{ players: 1 }] })
        await go(b, league.id)
        const late = await newPlayer()
        expect(await store().joinLeague(late.account, league.code)).toMatchObject({ failure: 'no-league' })
      }
    })

    it('is one of so many of a player, and takes so many players', async () => {
      const player = await newPlayer()
      for (let n = 0; n < LEADERBOARD_LIMITS.leagues; n += 1)
        expect((await store().createLeague(player.account, draft())).ok).toBe(true)
      expect(await store().createLeague(player.account, draft())).toMatchObject({ failure: 'full' })
      const league = draft()
      await store().createLeague((await newPlayer()).account, league)
      expect(await store().joinLeague(player.account, league.code)).toMatchObject({ failure: 'full' })
      const nobody = await newAccount(subject().store)
      expect(await store().createLeague(nobody, draft())).toMatchObject({ failure: 'no-player' })
      expect(await store().joinLeague(nobody, league.code)).toMatchObject({ failure: 'no-player' })
    })
  })

  describe('friends', () => {
    it('are two who have both asked, and see one another then and not before', async () => {
      const list = newList()
      const [a, b, stranger] = [await newPlayer('steps'), await newPlayer('steps'), await newPlayer('steps')]
      for (const player of [a, b, stranger]) await put(player, list, player === a ? 1 : 2)
      const friendsOf = async ({ account }: TestPlayer) => (await store().player(account))?.friends
      expect(await store().addFriend(a.account, b.handle.toUpperCase() as Handle)).toBe('ok')
      expect([await friendsOf(a), await friendsOf(b)]).toEqual([
        [{ handle: b.handle, state: 'asked' }],
        [{ handle: a.handle, state: 'asking' }],
      ])
      expect(handlesIn(await look(a, list, { among: FRIENDS }))).toEqual([a.handle])
      expect(await store().audience(a.account)).toEqual({ leagues: [], friends: [] })
      expect(await other().addFriend(b.account, a.handle)).toBe('ok')
      expect([await friendsOf(a), await friendsOf(b)]).toEqual([
        [{ handle: b.handle, state: 'mutual' }],
        [{ handle: a.handle, state: 'mutual' }],
      ])
      for (const player of [a, b])
        expect(handlesIn(await look(player, list, { among: FRIENDS }))).toEqual([b.handle, a.handle])
      expect(await store().audience(a.account)).toEqual({ leagues: [], friends: [b.account] })
      expect(await store().removeFriend(b.account, a.handle)).toBe(true)
      expect(await store().removeFriend(b.account, a.handle)).toBe(false)
      expect([await friendsOf(a), await friendsOf(b)]).toEqual([[], []])
      expect(handlesIn(await look(a, list, { among: FRIENDS }))).toEqual([a.handle])
    })

    it('are others who are there', async () => {
      const a = await newPlayer()
      expect(await store().addFriend(a.account, newHandle())).toBe('no-such-handle')
      expect(await store().addFriend(a.account, a.handle)).toBe('own-handle')
      expect(await store().addFriend(await newAccount(subject().store), a.handle)).toBe('no-player')
      expect(await store().removeFriend(a.account, newHandle())).toBe(false)
    })
  })

  it('a player who is removed, or whose account is deleted, leaves nothing anywhere', async () => {
    for (const remove of [
      (account: AccountId) => store().removePlayer(account),
      (account: AccountId) => subject().store.sync.deleteAccount(account),
    ]) {
      const list = newList()
      const [leaver, stayer] = [await newPlayer('steps'), await newPlayer('steps')]
      for (const each of [list, { ...list, period: ALL_TIME as Period }]) await put(leaver, each, 5)
      await put(stayer, list, 4)
      const id = crypto.randomUUID()
      await store().createLeague(stayer.account, { id, name: 'League', code: `code-${id}` })
      await store().joinLeague(leaver.account, `code-${id}`)
      await store().addFriend(leaver.account, stayer.handle)
      await store().addFriend(stayer.account, leaver.handle)
      await remove(leaver.account)
      expect(await store().player(leaver.account)).toBeUndefined()
      expect(await store().scores(leaver.account)).toEqual([])
      expect(await store().audience(leaver.account)).toEqual({ leagues: [], friends: [] })
      expect(await store().player(stayer.account)).toMatchObject({ leagues: [{ players: 1 }], friends: [] })
      for (const among of [EVERYONE, FRIENDS, { scope: 'league', league: id } as const])
        expect(await look(stayer, list, { among, by: other() })).toMatchObject({ total: 1, own: { rank: 1 } })
    }
  })

  it('pokes of standings reach who looks at that list in that circle, on every process, and nobody else', async () => {
    const { store: here, otherProcess = here } = subject()
    const list = newList()
    const topics = [
      standingsTopic(list, { scope: 'everyone' }),
      standingsTopic(list, { scope: 'league', league: 'a' }),
      standingsTopic(list, { scope: 'league', league: 'b' }),
      standingsTopic(newList(), { scope: 'everyone' }),
    ]
    const heard: number[] = []
    const stops = topics.map((topic, index) => otherProcess.standingsPokes.subscribe(topic, () => heard.push(index)))
    for (const index of [0, 1, 0]) here.standingsPokes.publish(topics[index] as (typeof topics)[number])
    await vi.waitFor(() => expect(heard.toSorted((a, b) => a - b)).toEqual([0, 0, 1]))
    for (const stop of stops) stop()
  })
}
