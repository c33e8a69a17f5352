import type { Database } from './database.ts'

const lastTurns = new WeakMap<Database, Promise<unknown>>()

/**
 * [D11] Runs the writes of one tab one after the other, in the order in which they were asked for. The browser keeps
 * transactions in order, but not what stands before and around them: a replay on a new handle, or a change that failed
 * earlier and is tried again, would else write an older value over a newer one. `write` must not ask for a turn itself.
 */
export function inOrder<Value>(db: Database, write: () => Promise<Value>): Promise<Value> {
  const turn = (lastTurns.get(db) ?? Promise.resolve()).then(write, write)
  lastTurns.set(db, turn)
  return turn
}
