import type { Redis } from '@upstash/redis/cloudflare'
import * as z from 'zod'
import type { Handle } from '../../../shared/leaderboard/handle.ts'
import type { Entry } from '../../../shared/leaderboard/rank.ts'
import type { List } from '../leaderboard-port.ts'
import { FINISH, HOLD, READ } from './scripts.ts'

/** How long a list counts as right before it is built anew from the database, in s: by then what was missed is mended. */
const GOOD_FOR_S = 3600
/** How long the scores themselves are kept after the last one was put there, in s. */
const KEPT_S = 2 * GOOD_FOR_S
/** How long the one that builds may take for a page, in s. */
const LOCK_S = 60

export interface ListQuestion {
  readonly list: List
  readonly before: List | undefined
  readonly own: Handle
  readonly top: number
  readonly around: number
}

export interface ListAnswer {
  readonly total: number
  readonly top: readonly Entry[]
  readonly around: readonly Entry[]
  /** The rank of each row in `around`. */
  readonly ranks: readonly number[]
  readonly rankBefore: number | undefined
}

/** `epoch` is the identity of the database: what is of another one is never looked at. */
export interface RedisLists {
  /** Or which of the two lists has to be built first. */
  read(epoch: string, question: ListQuestion): Promise<ListAnswer | { readonly missing: List }>
  put(epoch: string, list: List, entries: readonly Entry[]): Promise<void>
  remove(epoch: string, list: List, handles: readonly Handle[]): Promise<void>
  /** Makes the list count as not built. */
  drop(epoch: string, list: List): Promise<void>
  /** Builds a list from pages that end with an empty one. False: somebody else does, or it has to be done once more. */
  build(epoch: string, list: List, page: (after: Entry | undefined) => Promise<readonly Entry[]>): Promise<boolean>
}

const scored = z.array(z.string())
const answerSchema = z.tuple([z.number(), scored, scored, z.array(z.number()), z.number()]).nullable()

/** The scores of lists in sorted sets of a Redis, an index of what a database holds. Rejects where Redis does not answer. */
export function redisLists(redis: Redis, newToken: () => string): RedisLists {
  return {
    async read(epoch, { list, before, own, top, around }) {
      const keys = [list, ...(before === undefined ? [] : [before])].flatMap((each) => {
        const of = keysOf(epoch, each)
        return [of.scores, of.mark]
      })
      const answer = answerSchema.parse(await redis.eval(READ, keys, [own, String(top), String(around)]))
      if (answer === null) return { missing: list }
      const [total, first, near, ranks, rankBefore] = answer
      if (rankBefore < 0 && before !== undefined) return { missing: before }
      return {
        total,
        top: entriesOf(first),
        around: entriesOf(near),
        ranks,
        rankBefore: rankBefore > 0 ? rankBefore : undefined,
      }
    },
    async put(epoch, list, entries) {
      const { scores } = keysOf(epoch, list)
      await redis
        .multi()
        .zadd(scores, ...membersOf(entries))
        .expire(scores, KEPT_S)
        .exec()
    },
    async remove(epoch, list, handles) {
      const { scores, removals } = keysOf(epoch, list)
      // In one step, so that who builds either sees that something was removed, or has put everything there before.
      await redis
        .multi()
        .zrem(scores, ...handles)
        .incr(removals)
        .expire(removals, KEPT_S)
        .exec()
    },
    async drop(epoch, list) {
      await redis.del(keysOf(epoch, list).mark)
    },
    async build(epoch, list, page) {
      const { scores, mark, lock, removals } = keysOf(epoch, list)
      const token = newToken()
      if ((await redis.set(lock, token, { nx: true, ex: LOCK_S })) === null) return false
      const removed = (await redis.multi().get(removals).del(mark).del(scores).exec<[unknown, unknown, unknown]>())[0]
      for (let after: Entry | undefined; ; ) {
        const entries = await page(after)
        if (entries.length === 0) break
        // What was published meanwhile is newer than what was read.
        await redis.zadd(scores, { nx: true }, ...membersOf(entries))
        if ((await redis.eval(HOLD, [lock], [token, String(LOCK_S)])) !== 1) return false
        after = entries.at(-1)
      }
      const marks = [token, removed === null ? '' : String(removed), String(KEPT_S), String(GOOD_FOR_S)]
      return (await redis.eval(FINISH, [lock, scores, mark, removals], marks)) === 1
    },
  }
}

function keysOf(epoch: string, { board, period }: List) {
  // In braces: Redis keeps keys with the same text there on one machine, and a script reaches no other.
  const name = `ownit:{${epoch}}:${board}:${period}`
  return { scores: name, mark: `${name}:built`, lock: `${name}:lock`, removals: `${name}:removals` }
}

type Members = [{ score: number; member: string }, ...{ score: number; member: string }[]]

function membersOf(entries: readonly Entry[]): Members {
  const [first, ...rest] = entries.map(({ handle, score }) => ({ score: 0 - score, member: handle }))
  if (first === undefined) throw new Error('there is nothing to put there')
  return [first, ...rest]
}

/** Of handles and negated scores in turns. */
function entriesOf(flat: readonly string[]): readonly Entry[] {
  return Array.from({ length: flat.length / 2 }, (_, index) => ({
    handle: (flat[2 * index] ?? '') as Handle,
    score: 0 - Number(flat[2 * index + 1]),
  }))
}
