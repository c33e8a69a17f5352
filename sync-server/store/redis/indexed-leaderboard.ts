import type { Handle } from '../../../shared/leaderboard/handle.ts'
import type { Standings } from '../../../shared/leaderboard/messages.ts'
import { ALL_TIME } from '../../../shared/leaderboard/period.ts'
import type { Entry } from '../../../shared/leaderboard/rank.ts'
import { fail, ok } from '../../../shared/result/result.ts'
import { assembleStandings } from '../assemble-standings.ts'
import type { LeaderboardStore, List, Place, RemovedScore, StandingsQuestion } from '../leaderboard-port.ts'
import type { AccountId } from '../ports.ts'
import type { RedisHealth } from './redis-health.ts'
import type { ListAnswer, RedisLists } from './redis-lists.ts'

export interface IndexedOptions {
  /** Holds the truth. */
  readonly leaderboard: LeaderboardStore
  readonly lists: RedisLists
  readonly health: RedisHealth
  /** Scores that are read and put at a time while a list is built. */
  readonly pageSize?: number
  /** Whether what a request has begun ends with it: then the request waits for a list that is built. */
  readonly isRequestBound: boolean
  /** Told who has answered for everyone's standings. */
  readonly onAnswer: (from: 'redis' | 'database') => void
}

const PAGE_SIZE = 5000

/**
 * A leaderboard whose standings of everyone come from an index in Redis, and from the database where Redis is away, does not
 * have the list yet, or says something else of a row than the database does. Everything is written to the database first: losing
 * all of Redis at any moment loses nothing.
 */
export function indexedLeaderboard(options: IndexedOptions): LeaderboardStore {
  const { leaderboard, lists, health, pageSize = PAGE_SIZE, isRequestBound, onAnswer } = options
  const building = new Map<string, Promise<unknown>>()
  /** Lists that Redis missed a change of, while it was away. */
  const stale = new Map<string, { readonly epoch: string; readonly list: List }>()

  async function change(epoch: string, list: List, work: () => Promise<void>): Promise<void> {
    const done = await health.ask(async () => {
      await work()
      return true
    })
    if (done === undefined) stale.set(nameOf(epoch, list), { epoch, list })
  }

  const forget = async (epoch: string, removed: readonly RemovedScore[]): Promise<void> => {
    for (const { board, period, handle } of removed)
      await change(epoch, { board, period }, () => lists.remove(epoch, { board, period }, [handle]))
  }

  /** False: Redis is away. */
  async function dropStale(): Promise<boolean> {
    for (const [name, { epoch, list }] of [...stale]) {
      const done = await health.ask(async () => {
        await lists.drop(epoch, list)
        return true
      })
      if (done === undefined) return false
      stale.delete(name)
    }
    return true
  }

  async function build(account: AccountId, epoch: string, list: List): Promise<void> {
    const name = nameOf(epoch, list)
    const page = (after: Entry | undefined) => leaderboard.page(account, list, after, pageSize)
    const begin = () => health.ask(() => lists.build(epoch, list, page))
    // What another request waits for ends with it; two that build are kept apart by the lock.
    if (isRequestBound) return void (await begin())
    if (building.has(name)) return
    // Nobody waits for it: health has told what went wrong.
    building.set(
      name,
      begin().finally(() => building.delete(name)),
    )
  }

  /** What Redis says, where the database says the same of every row that is shown; undefined: ask the database. */
  async function fromRedis(
    account: AccountId,
    { epoch, handle: own, score }: Place,
    { list, before, top, around }: StandingsQuestion,
  ): Promise<Standings | undefined> {
    if (!(await dropStale())) return undefined
    const answer = await health.ask(() => lists.read(epoch, { list, before, own, top, around }))
    if (answer === undefined) return undefined
    if ('missing' in answer) {
      await build(account, epoch, answer.missing)
      return undefined
    }
    const shown = new Map([...answer.top, ...answer.around].map((entry) => [entry.handle, entry]))
    const isOwnTrue = answer.around.find(({ handle }) => handle === own)?.score === score
    if (isOwnTrue && (await leaderboard.hasAll(account, list, [...shown.values()]))) return standingsOf(own, answer)
    await mend(account, epoch, list, [own, ...shown.keys()])
    return undefined
  }

  /** Puts what the database says of some players in place of what stands there. */
  async function mend(account: AccountId, epoch: string, list: List, handles: readonly Handle[]): Promise<void> {
    const known = await leaderboard.scoresOf(account, list, handles)
    const entries = [...known].map(([handle, score]) => ({ handle, score }))
    const gone = handles.filter((handle) => !known.has(handle))
    if (entries.length > 0) await change(epoch, list, () => lists.put(epoch, list, entries))
    if (gone.length > 0) await change(epoch, list, () => lists.remove(epoch, list, gone))
  }

  return {
    ...leaderboard,
    async publish(account, scores, now) {
      const outcomes = await leaderboard.publish(account, scores, now)
      const moved = scores.filter((_, index) => outcomes[index] === 'moved')
      const place = moved.length === 0 ? undefined : await leaderboard.place(account, ANY)
      if (place === undefined) return outcomes
      const { epoch, handle } = place
      for (const { board, period, score } of moved)
        await change(epoch, { board, period }, () => lists.put(epoch, { board, period }, [{ handle, score }]))
      return outcomes
    },
    async setHandle(account, handle) {
      const before = await leaderboard.place(account, ANY)
      const outcome = await leaderboard.setHandle(account, handle)
      if (outcome !== 'ok' || before === undefined || before.handle === handle) return outcome
      for (const { board, period, score } of await leaderboard.scores(account)) {
        const list = { board, period }
        await change(before.epoch, list, () => lists.remove(before.epoch, list, [before.handle]))
        await change(before.epoch, list, () => lists.put(before.epoch, list, [{ handle, score }]))
      }
      return outcome
    },
    async removePlayer(account) {
      const place = await leaderboard.place(account, ANY)
      const removed = await leaderboard.removePlayer(account)
      if (place !== undefined) await forget(place.epoch, removed)
      return removed
    },
    async leaveBoard(account, board) {
      const place = await leaderboard.place(account, ANY)
      const removed = await leaderboard.leaveBoard(account, board)
      if (place !== undefined) await forget(place.epoch, removed)
      return removed
    },
    async standings(account, question) {
      if (question.among.scope !== 'everyone') return leaderboard.standings(account, question)
      const place = await leaderboard.place(account, question.list)
      if (place === undefined) return fail('no-player')
      if (!place.isJoined) return fail('not-joined')
      const standings = await fromRedis(account, place, question)
      onAnswer(standings === undefined ? 'database' : 'redis')
      return standings === undefined ? leaderboard.standings(account, question) : ok(standings)
    },
  }
}

/** For where an account's name is asked for, whatever the list. */
const ANY: List = { board: 'steps', period: ALL_TIME }

const nameOf = (epoch: string, { board, period }: List) => `${epoch}/${board}/${period}`

function standingsOf(handle: Handle, { top, around, ranks, total, rankBefore }: ListAnswer): Standings {
  const rankBy = new Map(around.map(({ score }, index) => [score, ranks[index] ?? 0]))
  return assembleStandings({
    own: around.find((entry) => entry.handle === handle),
    top,
    around,
    total,
    rankOf: (score) => rankBy.get(score) ?? 0,
    rankBefore,
  })
}
