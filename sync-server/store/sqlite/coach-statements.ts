import type { Database } from 'better-sqlite3'
import type { SealedPiece } from '../coach-port.ts'

type OfTurn = [account: string, turnId: string]

/** What is asked of the tables of turns. */
export function coachStatements(database: Database) {
  const prepare = <Bind extends unknown[] | object, Row = unknown>(sql: string) => database.prepare<Bind, Row>(sql)
  return {
    addAccount: prepare<[account: string]>(
      'INSERT INTO coach_accounts (account, lease_until) VALUES (?, 0) ON CONFLICT DO NOTHING',
    ),
    account: prepare<[account: string], { agent: string | null; leaseUntil: number }>(
      'SELECT agent, lease_until AS leaseUntil FROM coach_accounts WHERE account = ?',
    ),
    setAgent: prepare<[agent: string | null, account: string]>('UPDATE coach_accounts SET agent = ? WHERE account = ?'),
    lease: prepare<{ account: string; turnId: string | null; owner: string; leaseUntil: number }>(`
      UPDATE coach_accounts SET lease_turn = :turnId, lease_owner = :owner, lease_until = :leaseUntil
      WHERE account = :account`),
    renew: prepare<{ account: string; turnId: string; owner: string; leaseUntil: number }>(`
      UPDATE coach_accounts SET lease_until = :leaseUntil
      WHERE account = :account AND lease_turn = :turnId AND lease_owner = :owner`),
    release: prepare<{ account: string; turnId: string | null; owner: string }>(`
      UPDATE coach_accounts SET lease_turn = NULL, lease_owner = NULL, lease_until = 0
      WHERE account = :account AND lease_turn IS :turnId AND lease_owner = :owner`),
    request: prepare<OfTurn, { state: string; request: Buffer }>(
      'SELECT state, request FROM coach_turns WHERE account = ? AND turn_id = ?',
    ),
    addTurn: prepare<{
      account: string
      turnId: string
      request: Uint8Array
      proof: Uint8Array
      otid: string
      day: number
      reserve: number
      now: number
    }>(`
      INSERT INTO coach_turns (account, turn_id, state, request, proof, otid, day, reserved, cancelled, started_at)
      VALUES (:account, :turnId, 'running', :request, :proof, :otid, :day, :reserve, 0, :now)`),
    turn: prepare<{ account: string; turnId: string }, unknown>(`
      SELECT state, proof, otid, run_id AS runId, cursor, agent,
      CASE WHEN lease_turn = turn_id THEN lease_until ELSE 0 END AS leaseUntil
      FROM coach_turns JOIN coach_accounts USING (account) WHERE account = :account AND turn_id = :turnId`),
    reserved: prepare<OfTurn, { day: number; reserved: number }>(
      "SELECT day, reserved FROM coach_turns WHERE account = ? AND turn_id = ? AND state = 'running'",
    ),
    isCancelled: database
      .prepare<OfTurn, number>('SELECT cancelled FROM coach_turns WHERE account = ? AND turn_id = ?')
      .pluck(),
    setState: prepare<[state: string, ...OfTurn]>('UPDATE coach_turns SET state = ? WHERE account = ? AND turn_id = ?'),
    setRun: prepare<[runId: string, ...OfTurn]>('UPDATE coach_turns SET run_id = ? WHERE account = ? AND turn_id = ?'),
    setCursor: prepare<[cursor: number | null, ...OfTurn]>(
      'UPDATE coach_turns SET cursor = ? WHERE account = ? AND turn_id = ?',
    ),
    setCancelled: prepare<OfTurn>('UPDATE coach_turns SET cancelled = 1 WHERE account = ? AND turn_id = ?'),
    cancelLeased: prepare<[account: string]>(`
      UPDATE coach_turns SET cancelled = 1
      WHERE account = ? AND turn_id = (SELECT lease_turn FROM coach_accounts WHERE account = coach_turns.account)`),
    pieces: prepare<[...OfTurn, from: number], SealedPiece>(
      'SELECT n, sealed FROM coach_pieces WHERE account = ? AND turn_id = ? AND n >= ? ORDER BY n',
    ),
    addPiece: prepare<[...OfTurn, n: number, sealed: Uint8Array]>(
      'INSERT INTO coach_pieces (account, turn_id, n, sealed) VALUES (?, ?, ?, ?)',
    ),
    used: prepare<[account: string, day: number], { turns: number; tokens: number }>(
      'SELECT turns, tokens FROM coach_usage WHERE account = ? AND day = ?',
    ),
    addUsage: prepare<[account: string, day: number, turns: number, tokens: number]>(`
      INSERT INTO coach_usage (account, day, turns, tokens) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET turns = turns + excluded.turns, tokens = tokens + excluded.tokens`),
    serverUsed: database.prepare<[day: number], number>('SELECT tokens FROM coach_server_usage WHERE day = ?').pluck(),
    addServerUsage: prepare<[day: number, tokens: number]>(`
      INSERT INTO coach_server_usage (day, tokens) VALUES (?, ?)
      ON CONFLICT DO UPDATE SET tokens = tokens + excluded.tokens`),
    records: prepare<[account: string], { turnId: string; state: string; startedAt: number }>(`
      SELECT turn_id AS turnId, state, started_at AS startedAt FROM coach_turns WHERE account = ? ORDER BY started_at`),
    /** Also the one that is about to be asked anew. */
    dropRefused: prepare<[...OfTurn, before: number]>(
      "DELETE FROM coach_turns WHERE account = ? AND state = 'refused' AND (turn_id = ? OR started_at < ?)",
    ),
    dropEnded: prepare<OfTurn>("DELETE FROM coach_turns WHERE account = ? AND turn_id = ? AND state <> 'running'"),
    dropTurns: prepare<[account: string]>('DELETE FROM coach_turns WHERE account = ?'),
    dropOld: prepare<[before: number]>('DELETE FROM coach_turns WHERE started_at < ?'),
    dropOldUsage: prepare<[day: number]>('DELETE FROM coach_usage WHERE day < ?'),
    dropOldServerUsage: prepare<[day: number]>('DELETE FROM coach_server_usage WHERE day < ?'),
  }
}
