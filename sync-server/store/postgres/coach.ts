import type { Sql, TransactionSql } from 'postgres'
import {
  type Begun,
  type CoachStore,
  dayOf,
  type KeptTurn,
  REFUSED_KEPT_MS,
  type TurnDraft,
  type TurnEnd,
  type TurnHold,
} from '../coach-port.ts'
import { agentOfText, agentText, stateOfText, turnOfRow } from '../coach-row.ts'
import type { AccountId } from '../ports.ts'
import { jobTransaction } from './job-transaction.ts'
import { ownTransaction, type Types } from './own-transaction.ts'

type Transaction = TransactionSql<Types>

/**
 * Turns with an agent, in Postgres. Who holds the account's row writes its turns; the server's row is locked last, so that nobody
 * waits for each other.
 */
export const postgresCoach = (sql: Sql<Types>): CoachStore => ({
  begin: (draft) => ownTransaction(sql, draft.account, 'write', (transaction) => begin(transaction, draft)),
  take: ({ account, turnId, owner }, { now, leaseUntil }) =>
    ownTransaction(sql, account, 'write', async (transaction) => {
      const row = await lockAccount(transaction, account)
      const [turn] = await transaction`
        SELECT FROM coach_turns WHERE account = ${account} AND turn_id = ${turnId} AND state = 'running'`
      if (turn === undefined) return 'over'
      if ((row?.leaseUntil ?? 0) > now) return 'busy'
      await lease(transaction, { account, turnId, owner }, leaseUntil)
      return 'taken'
    }),
  read: (account, turnId, from) =>
    ownTransaction(sql, account, 'snapshot', async (transaction) => {
      const turn = await readTurn(transaction, account, turnId)
      if (turn === undefined) return undefined
      const pieces = await transaction<{ readonly n: number; readonly sealed: Uint8Array }[]>`
        SELECT n, sealed FROM coach_pieces WHERE account = ${account} AND turn_id = ${turnId} AND n >= ${from} ORDER BY n`
      return { ...turn, pieces: pieces.map(({ n, sealed }) => ({ n, sealed })) }
    }),
  write: ({ account, turnId, owner }, { leaseUntil, piece, runId, agent }) =>
    ownTransaction(sql, account, 'write', async (transaction) => {
      const renewed = await transaction`
        UPDATE coach_accounts SET lease_until = ${leaseUntil}, agent = coalesce(${agentText(agent)}, agent)
        WHERE account = ${account} AND lease_turn = ${turnId} AND lease_owner = ${owner}`
      if (renewed.count === 0) return 'lost'
      if (piece !== undefined) await addPiece(transaction, { account, turnId }, piece)
      const [turn] = await transaction<{ readonly cancelled: number }[]>`
        UPDATE coach_turns SET run_id = coalesce(${runId ?? null}, run_id),
        cursor = ${piece === undefined ? transaction`cursor` : (piece.cursor ?? null)}
        WHERE account = ${account} AND turn_id = ${turnId} RETURNING cancelled`
      return turn?.cancelled === 1 ? 'cancelled' : 'ok'
    }),
  finish: (hold, end) => ownTransaction(sql, hold.account, 'write', (transaction) => finish(transaction, hold, end)),
  release: (hold) =>
    ownTransaction(sql, hold.account, 'write', async (transaction) => void (await release(transaction, hold))),
  cancel: (account, turnId, now) =>
    ownTransaction(sql, account, 'write', async (transaction) => {
      await lockAccount(transaction, account)
      const turn = await readTurn(transaction, account, turnId)
      if (turn?.state !== 'running') return turn
      const change = turn.leaseUntil > now ? transaction`cancelled = 1` : transaction`state = 'failed'`
      await transaction`UPDATE coach_turns SET ${change} WHERE account = ${account} AND turn_id = ${turnId}`
      return turn
    }),
  acknowledge: (account, turnId) =>
    ownTransaction(sql, account, 'write', async (transaction) => {
      await transaction`
        DELETE FROM coach_turns WHERE account = ${account} AND turn_id = ${turnId} AND state <> 'running'`
      const [left] = await transaction`SELECT FROM coach_turns WHERE account = ${account} AND turn_id = ${turnId}`
      return left === undefined ? 'ok' : 'running'
    }),
  use: (account, day) =>
    ownTransaction(sql, account, 'snapshot', async (transaction) => {
      const [row] = await transaction<{ readonly agent: string | null }[]>`
        SELECT agent FROM coach_accounts WHERE account = ${account}`
      return { agent: agentOfText(row?.agent), ...(await usedOf(transaction, account, day)) }
    }),
  holdToForget: ({ account, owner }, { now, leaseUntil }) =>
    ownTransaction(sql, account, 'write', async (transaction) => {
      await addAccount(transaction, account)
      const row = await lockAccount(transaction, account)
      if ((row?.leaseUntil ?? 0) > now) {
        await transaction`
          UPDATE coach_turns SET cancelled = 1 FROM coach_accounts
          WHERE coach_turns.account = ${account} AND coach_accounts.account = ${account} AND turn_id = lease_turn`
        return 'busy'
      }
      await lease(transaction, { account, turnId: null, owner }, leaseUntil)
      return { agent: agentOfText(row?.agent) }
    }),
  endForgetting: ({ account, owner }, forgotten) =>
    ownTransaction(sql, account, 'write', async (transaction) => {
      if (!(await release(transaction, { account, turnId: null, owner })) || !forgotten) return
      await transaction`UPDATE coach_accounts SET agent = NULL WHERE account = ${account}`
      await transaction`DELETE FROM coach_turns WHERE account = ${account}`
    }),
  turnsOf: (account) =>
    ownTransaction(sql, account, 'snapshot', async (transaction) => {
      const rows = await transaction<{ readonly turnId: string; readonly state: string; readonly startedAt: number }[]>`
        SELECT turn_id AS "turnId", state, started_at AS "startedAt" FROM coach_turns WHERE account = ${account}
        ORDER BY started_at`
      return rows.map(({ turnId, state, startedAt }) => ({ turnId, state: stateOfText(state), startedAt }))
    }),
  removeOld: (before) =>
    jobTransaction(sql, async (transaction) => {
      const turns = await transaction`DELETE FROM coach_turns WHERE started_at < ${before}`
      await transaction`DELETE FROM coach_usage WHERE day < ${dayOf(before)}`
      await transaction`DELETE FROM coach_server_usage WHERE day < ${dayOf(before)}`
      return turns.count
    }),
})

async function begin(transaction: Transaction, draft: TurnDraft): Promise<Begun> {
  const { account, turnId, owner, now, leaseUntil, day, reserve, limits } = draft
  await addAccount(transaction, account)
  const row = await lockAccount(transaction, account)
  const [known] = await transaction<{ readonly state: string; readonly same: boolean }[]>`
    SELECT state, request = ${draft.request} AS same FROM coach_turns WHERE account = ${account} AND turn_id = ${turnId}`
  if (known !== undefined && known.state !== 'refused') return { outcome: known.same ? 'kept' : 'differs' }
  if ((row?.leaseUntil ?? 0) > now) return { outcome: 'busy' }
  // Locked before it is read: another account's turn may want the same tokens.
  await transaction`INSERT INTO coach_server_usage (day, tokens) VALUES (${day}, 0) ON CONFLICT DO NOTHING`
  await transaction`SELECT FROM coach_server_usage WHERE day = ${day} FOR UPDATE`
  const used = await usedOf(transaction, account, day)
  const hasRoom = used.turns < limits.turns && used.tokens + reserve <= limits.tokens
  if (!hasRoom || used.serverTokens + reserve > limits.serverTokens) return { outcome: 'budget' }
  await transaction`
    DELETE FROM coach_turns WHERE account = ${account} AND state = 'refused'
    AND (turn_id = ${turnId} OR started_at < ${now - REFUSED_KEPT_MS})`
  await transaction`
    INSERT INTO coach_turns (account, turn_id, state, request, proof, otid, day, reserved, cancelled, started_at)
    VALUES (${account}, ${turnId}, 'running', ${draft.request}, ${draft.proof}, ${draft.otid}, ${day}, ${reserve}, 0, ${now})`
  await lease(transaction, { account, turnId, owner }, leaseUntil)
  await addUsage(transaction, { account, day, turns: 1, tokens: reserve })
  return { outcome: 'begun', agent: agentOfText(row?.agent) }
}

async function finish(transaction: Transaction, hold: TurnHold, { state, piece, tokens, agent }: TurnEnd) {
  const { account, turnId } = hold
  if (!(await release(transaction, hold))) return false
  const [turn] = await transaction<{ readonly day: number; readonly reserved: number }[]>`
    UPDATE coach_turns SET state = ${state} WHERE account = ${account} AND turn_id = ${turnId} AND state = 'running'
    RETURNING day, reserved`
  if (turn === undefined) return false
  if (agent !== undefined)
    await transaction`UPDATE coach_accounts SET agent = ${agentText(agent)} WHERE account = ${account}`
  await addPiece(transaction, { account, turnId }, piece)
  const change = (state === 'refused' ? 0 : (tokens ?? turn.reserved)) - turn.reserved
  await addUsage(transaction, { account, day: turn.day, turns: state === 'refused' ? -1 : 0, tokens: change })
  return true
}

const addAccount = (transaction: Transaction, account: AccountId) =>
  transaction`INSERT INTO coach_accounts (account, lease_until) VALUES (${account}, 0) ON CONFLICT DO NOTHING`

async function lockAccount(transaction: Transaction, account: AccountId) {
  const [row] = await transaction<{ readonly agent: string | null; readonly leaseUntil: number }[]>`
    SELECT agent, lease_until AS "leaseUntil" FROM coach_accounts WHERE account = ${account} FOR UPDATE`
  return row
}

type Hold = Omit<TurnHold, 'turnId'> & { readonly turnId: string | null }

const lease = (transaction: Transaction, { account, turnId, owner }: Hold, leaseUntil: number) =>
  transaction`
    UPDATE coach_accounts SET lease_turn = ${turnId}, lease_owner = ${owner}, lease_until = ${leaseUntil}
    WHERE account = ${account}`

/** False: another has the lease. */
async function release(transaction: Transaction, { account, turnId, owner }: Hold): Promise<boolean> {
  const { count } = await transaction`
    UPDATE coach_accounts SET lease_turn = NULL, lease_owner = NULL, lease_until = 0
    WHERE account = ${account} AND lease_turn IS NOT DISTINCT FROM ${turnId} AND lease_owner = ${owner}`
  return count > 0
}

async function readTurn(
  transaction: Transaction,
  account: AccountId,
  turnId: string,
): Promise<Omit<KeptTurn, 'pieces'> | undefined> {
  const [row] = await transaction`
    SELECT state, proof, otid, run_id AS "runId", cursor, agent,
    CASE WHEN lease_turn = turn_id THEN lease_until ELSE 0 END AS "leaseUntil"
    FROM coach_turns JOIN coach_accounts USING (account) WHERE account = ${account} AND turn_id = ${turnId}`
  return row === undefined ? undefined : turnOfRow(row)
}

const addPiece = (
  transaction: Transaction,
  { account, turnId }: Pick<TurnHold, 'account' | 'turnId'>,
  { n, sealed }: { readonly n: number; readonly sealed: Uint8Array },
) =>
  transaction`
    INSERT INTO coach_pieces (account, turn_id, n, sealed) VALUES (${account}, ${turnId}, ${n}, ${sealed})`

async function usedOf(transaction: Transaction, account: AccountId, day: number) {
  const [own] = await transaction<{ readonly turns: number; readonly tokens: number }[]>`
    SELECT turns, tokens FROM coach_usage WHERE account = ${account} AND day = ${day}`
  const [all] = await transaction<{ readonly tokens: number }[]>`
    SELECT tokens FROM coach_server_usage WHERE day = ${day}`
  return { turns: own?.turns ?? 0, tokens: own?.tokens ?? 0, serverTokens: all?.tokens ?? 0 }
}

async function addUsage(
  transaction: Transaction,
  { account, day, turns, tokens }: { account: AccountId; day: number; turns: number; tokens: number },
): Promise<void> {
  await transaction`
    INSERT INTO coach_usage (account, day, turns, tokens) VALUES (${account}, ${day}, ${turns}, ${tokens})
    ON CONFLICT (account, day)
    DO UPDATE SET turns = coach_usage.turns + excluded.turns, tokens = coach_usage.tokens + excluded.tokens`
  await transaction`
    INSERT INTO coach_server_usage (day, tokens) VALUES (${day}, ${tokens})
    ON CONFLICT (day) DO UPDATE SET tokens = coach_server_usage.tokens + excluded.tokens`
}
