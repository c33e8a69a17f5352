import { AsyncLocalStorage } from 'node:async_hooks'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type { Sql } from 'postgres'
import type { AccountId, Pokes, Store } from '../ports.ts'
import { listOfTopic, type StandingsTopic } from '../standings-topic.ts'
import { assembleStore } from './assemble-store.ts'
import { connect } from './connect.ts'
import { ownTransaction, type Types } from './own-transaction.ts'
import { type HeadPollPorts, pollHead } from './poll-head.ts'

export interface RequestStoreOptions {
  readonly setTimer: HeadPollPorts['setTimer']
  /** Told of what went wrong while nobody waited for an answer. */
  readonly onProblem: (error: unknown) => void
}

export interface RequestStore {
  /** The store of whichever request asks; to be used within one alone. */
  readonly store: Store
  /** Lets the connections of the request that calls it last until the work is done, answered or not. */
  hold(work: Promise<unknown>): void
  /**
   * Runs a request with connections of its own to the database at `url`. They are closed when the request has answered and
   * no longer listens for pokes nor holds anything; `waitUntil` is given what is still under way then.
   */
  within<Value>(url: string, waitUntil: (work: Promise<unknown>) => void, request: () => Promise<Value>): Promise<Value>
}

/** Connections of one request: one transaction, and what asks beside it. Nothing is connected until it is needed. */
const MOST_CONNECTIONS = 3
const CLOSE_WITHIN_S = 5

interface Scope {
  readonly sql: Sql<Types>
  readonly db: PostgresJsDatabase
  readonly listening: Set<Promise<void>>
  readonly held: Set<Promise<unknown>>
  readonly waitUntil: (work: Promise<unknown>) => void
  release(): void
}

/**
 * The store for where a connection belongs to the request that opened it and dies with it, as on Cloudflare Workers, and where
 * the database cannot tell that something was written. What is told by one request of this process to another is only that
 * it should look.
 */
export function requestStore({ setTimer, onProblem }: RequestStoreOptions): RequestStore {
  const scopes = new AsyncLocalStorage<Scope>()
  const scope = (): Scope => {
    const current = scopes.getStore()
    if (current === undefined) throw new Error('the database was asked outside of a request')
    return current
  }
  const sql = standIn(() => scope().sql)

  /** Pokes for who asks again and again for the head of a topic. */
  function polled<Topic extends string>(head: (topic: Topic) => Promise<number>): Pokes<Topic> {
    const hurries = new Map<Topic, Set<() => void>>()
    return {
      publish(topic) {
        for (const hurry of hurries.get(topic) ?? []) hurry()
      },
      subscribe(topic, onMove) {
        const { listening, release } = scope()
        const { begun, hurry, stop } = pollHead({ readHead: () => head(topic), setTimer, onMove, onProblem })
        const ofTopic = hurries.get(topic) ?? new Set()
        hurries.set(topic, ofTopic.add(hurry))
        listening.add(begun)
        return () => {
          stop()
          ofTopic.delete(hurry)
          if (ofTopic.size === 0 && hurries.get(topic) === ofTopic) hurries.delete(topic)
          listening.delete(begun)
          release()
        }
      },
    }
  }

  return {
    store: assembleStore({
      sql,
      db: standIn(() => scope().db),
      pokes: polled((account: AccountId) => readHead(sql, account)),
      standingsPokes: polled((topic: StandingsTopic) => readStandingsHead(sql, topic)),
      close: async () => undefined,
    }),
    hold(work) {
      const { held, waitUntil, release } = scope()
      const done = work.then(nothing, nothing).then(() => {
        held.delete(done)
        release()
      })
      held.add(done)
      waitUntil(done)
    },
    async within(url, waitUntil, request) {
      const own = connect(url, MOST_CONNECTIONS)
      const listening = new Set<Promise<void>>()
      const held = new Set<Promise<unknown>>()
      let answered = false
      const release = () => {
        if (answered && listening.size + held.size === 0) waitUntil(own.end({ timeout: CLOSE_WITHIN_S }))
      }
      try {
        return await scopes.run({ sql: own, db: drizzle(own), listening, held, waitUntil, release }, async () => {
          const answer = await request()
          // Whoever reads the answer may write next, and is to be told of that.
          await Promise.all(listening)
          return answer
        })
      } finally {
        answered = true
        release()
      }
    },
  }
}

const nothing = () => undefined

/** The account's highest version; 0 where it has none. */
const readHead = (sql: Sql<Types>, account: AccountId): Promise<number> =>
  ownTransaction(sql, account, 'snapshot', async (transaction) => {
    const [row] = await transaction<{ readonly head: number }[]>`
      SELECT head FROM account_state WHERE account = ${account}`
    return row?.head ?? 0
  })

/**
 * When a score of the topic's list was last put there, whoever's it is: who looks at a league is poked for others, too, and
 * nobody for a score that is gone.
 */
const readStandingsHead = (sql: Sql<Types>, topic: StandingsTopic): Promise<number> => {
  const { board, period } = listOfTopic(topic)
  return ownTransaction(sql, SOMEBODY, 'snapshot', async (transaction) => {
    const [row] = await transaction<{ readonly head: number | null }[]>`
      SELECT max(at) AS head FROM leaderboard_scores WHERE board = ${board} AND period = ${period}`
    return row?.head ?? 0
  })
}

/** Scores are shown to whoever is named, and there is no account of this name. */
const SOMEBODY = 'who looks at standings' as AccountId

/** Stands for whatever `current` gives at each use. */
function standIn<Value extends object>(current: () => Value): Value {
  const handler: ProxyHandler<Value> = {
    get: (_, name) => Reflect.get(current(), name),
    apply: (_, own, values) => Reflect.apply(current() as Value & (() => unknown), own, values),
  }
  return new Proxy((() => undefined) as unknown as Value, handler) // Only a function's proxy can be called, as connections are; the handler lets nothing reach it.
}
