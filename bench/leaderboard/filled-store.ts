import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type Handle, skeletonOf } from '../../shared/leaderboard/handle.ts'
import { bucketOf } from '../../sync-server/store/leaderboard-buckets.ts'
import type { List } from '../../sync-server/store/leaderboard-port.ts'
import type { AccountId, Store } from '../../sync-server/store/ports.ts'
import { openSqliteStore } from '../../sync-server/store/sqlite/sqlite-store.ts'

export interface FilledList extends List {
  readonly players: number
}

export interface FilledStore {
  readonly store: Store
  /** The account of player `n`; the first ones are in every list. */
  account(n: number): AccountId
  handle(n: number): Handle
  close(): Promise<void>
}

/** A step counts for as much as a walk of a week may have; equal ones are rare, as they are. */
const MOST_STEPS = 150_000

/** A SQLite file with these lists, written past the store: a million sign-ups would take a day. */
export async function filledStore(lists: readonly FilledList[]): Promise<FilledStore> {
  const folder = await mkdtemp(join(tmpdir(), 'ownit-leaderboard-bench-'))
  const path = join(folder, 'ownit.db')
  await openSqliteStore({ path, newEpoch: () => 'epoch' }).close()
  fill(path, lists)
  const store = openSqliteStore({ path, newEpoch: () => 'epoch' })
  return {
    store,
    account: accountOf,
    handle: handleOf,
    async close() {
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}

const accountOf = (n: number) => `account-${String(n).padStart(24, '0')}` as AccountId
const handleOf = (n: number) =>
  `p-${String(n)
    .padStart(8, '0')
    .replace(/\d/g, (digit) => 'abcdefghjk'.charAt(Number(digit)))}` as Handle

function fill(path: string, lists: readonly FilledList[]): void {
  const database = new Database(path)
  // Nobody signs in, so accounts are players alone; and the tallies are counted at the end, at once.
  database.pragma('foreign_keys = OFF')
  database.pragma('synchronous = OFF')
  const trigger = database
    .prepare<[], string>("SELECT sql FROM sqlite_master WHERE name = 'leaderboard_scores_added'")
    .pluck()
    .get()
  if (trigger === undefined) throw new Error('the trigger has another name')
  database.exec('DROP TRIGGER leaderboard_scores_added')
  const player = database.prepare('INSERT INTO leaderboard_players VALUES (?, ?, ?)')
  const membership = database.prepare("INSERT INTO leaderboard_memberships VALUES (?, 'steps')")
  const score = database.prepare('INSERT INTO leaderboard_scores VALUES (?, ?, ?, ?, ?, ?, 0)')
  database.transaction(() => {
    for (let n = 0; n < Math.max(...lists.map(({ players }) => players)); n += 1) {
      player.run(accountOf(n), handleOf(n), skeletonOf(handleOf(n)))
      membership.run(accountOf(n))
    }
    for (const { board, period, players } of lists)
      for (let n = 0; n < players; n += 1) {
        const value = Math.floor(Math.random() * MOST_STEPS)
        score.run(accountOf(n), board, period, handleOf(n), value, bucketOf({ board, period }, value))
      }
    database.exec(`INSERT INTO leaderboard_tallies
      SELECT board, period, bucket, count(*) FROM leaderboard_scores GROUP BY board, period, bucket`)
    database.exec(trigger)
  })()
  database.close()
}
