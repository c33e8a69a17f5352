import type { Sql, TransactionSql } from 'postgres'
import type { EnvelopeKey } from '../../../shared/sync/messages.ts'
import { keyFromBytes, keyToBytes } from '../key-bytes.ts'
import { EMPTY_LEDGER, type Ledger, type Plan, planPushes, type StoredDocument } from '../plan-pushes.ts'
import {
  AccountGone,
  type AccountId,
  type Exchange,
  type ExchangeOutcome,
  type PushOutcome,
  type StoredChange,
} from '../ports.ts'
import { takePage } from '../take-page.ts'
import { ownTransaction, type Types } from './own-transaction.ts'

const BYTEA = 17
const BIGINT = 20

type Transaction = TransactionSql<Types>

/**
 * The exchange on Postgres. A request that pushes holds the account's state row from beginning to end, so that versions are
 * given out and become visible in their order; one that only reads sees a snapshot and waits for nobody.
 */
export const postgresExchange =
  (sql: Sql<Types>) =>
  (account: AccountId, exchange: Exchange): Promise<ExchangeOutcome> =>
    exchange.push.length > 0
      ? ownTransaction(sql, account, 'write', (transaction) => write(transaction, account, exchange))
      : ownTransaction(sql, account, 'snapshot', (transaction) => read(transaction, account, exchange))

async function read(transaction: Transaction, account: AccountId, exchange: Exchange): Promise<ExchangeOutcome> {
  const [epoch, ledger] = await Promise.all([readEpoch(transaction), readLedger(transaction, account)])
  const page = await readPage(transaction, account, { exchange, epoch, head: ledger.head, settled: new Set() })
  return outcomeOf(epoch, [], ledger, page)
}

async function write(transaction: Transaction, account: AccountId, exchange: Exchange): Promise<ExchangeOutcome> {
  const ledger = await lockLedger(transaction, account)
  // Sent at once and answered one after the other, after the lock: all of them see what it protects.
  const [epoch, stored] = await Promise.all([readEpoch(transaction), findDocuments(transaction, account, exchange)])
  const plan = planPushes(ledger, exchange, exchange.epoch === epoch, ({ key }) => stored.get(key))
  if (plan.writes.length > 0) await writePlan(transaction, account, plan)
  const settled = new Set(plan.verdicts.filter(({ status }) => status === 'ok').map(({ key }) => key))
  const page = await readPage(transaction, account, { exchange, epoch, head: ledger.head, settled })
  return outcomeOf(epoch, await withEnvelopes(transaction, account, plan), plan.ledger, page)
}

interface Page {
  readonly changes: readonly StoredChange[]
  readonly more: boolean
}

const outcomeOf = (epoch: string, results: readonly PushOutcome[], ledger: Ledger, { changes, more }: Page) => ({
  epoch,
  results,
  changes,
  more,
  cursor: more ? (changes.at(-1)?.version ?? 0) : ledger.head,
  count: ledger.count,
  digest: ledger.digest,
  head: ledger.head,
})

export async function readEpoch(transaction: Transaction): Promise<string> {
  const [row] = await transaction<{ readonly epoch: string }[]>`SELECT epoch FROM server_meta`
  if (row === undefined) throw new Error('the database has no epoch: it was not migrated')
  return row.epoch
}

async function readLedger(transaction: Transaction, account: AccountId): Promise<Ledger> {
  const [row] = await transaction<Ledger[]>`
    SELECT head, count, bytes, digest FROM account_state WHERE account = ${account}`
  return row ?? EMPTY_LEDGER
}

async function lockLedger(transaction: Transaction, account: AccountId): Promise<Ledger> {
  const lock = () => transaction<Ledger[]>`
    SELECT head, count, bytes, digest FROM account_state WHERE account = ${account} FOR UPDATE`
  const [held] = await lock()
  if (held !== undefined) return held
  await transaction`
    INSERT INTO account_state (account, head, count, bytes, digest)
    VALUES (${account}, 0, 0, 0, ${EMPTY_LEDGER.digest}) ON CONFLICT DO NOTHING`
  // Made by another request, and deleted with its account since.
  const [made] = await lock()
  if (made === undefined) throw new AccountGone()
  return made
}

async function findDocuments(transaction: Transaction, account: AccountId, { push }: Exchange) {
  const keys = push.map(({ key }) => keyToBytes(key))
  const rows = await transaction<(StoredDocument & { readonly key: Uint8Array })[]>`
    SELECT key, version, part, octet_length(envelope) AS bytes FROM documents
    WHERE account = ${account} AND key = ANY(${transaction.array(keys, BYTEA)})`
  return new Map(rows.map((row) => [keyFromBytes(row.key), row]))
}

async function writePlan(transaction: Transaction, account: AccountId, { writes, ledger }: Plan): Promise<void> {
  const bytes = (of: (write: Plan['writes'][number]) => Uint8Array) => transaction.array(writes.map(of), BYTEA)
  const versions = transaction.array(
    writes.map(({ version }) => version),
    BIGINT,
  )
  await Promise.all([
    transaction`
      INSERT INTO documents (account, key, version, part, envelope)
      SELECT ${account}, * FROM unnest(
        ${bytes(({ key }) => keyToBytes(key))}::bytea[], ${versions}::bigint[],
        ${bytes(({ part }) => part)}::bytea[], ${bytes(({ envelope }) => envelope)}::bytea[])
      ON CONFLICT (account, key) DO UPDATE
      SET version = excluded.version, part = excluded.part, envelope = excluded.envelope`,
    transaction`
      UPDATE account_state
      SET head = ${ledger.head}, count = ${ledger.count}, bytes = ${ledger.bytes}, digest = ${ledger.digest}
      WHERE account = ${account}`,
  ])
}

async function withEnvelopes(
  transaction: Transaction,
  account: AccountId,
  { verdicts }: Plan,
): Promise<readonly PushOutcome[]> {
  const held = verdicts.filter((verdict) => verdict.status === 'conflict' && verdict.version > 0)
  const envelopes = await readEnvelopes(
    transaction,
    account,
    held.map(({ key }) => key),
  )
  return verdicts.map((verdict) =>
    verdict.status === 'conflict' ? { ...verdict, envelope: envelopes.get(verdict.key) ?? null } : verdict,
  )
}

interface PageRequest {
  readonly exchange: Exchange
  readonly epoch: string
  /** The highest version before this request. */
  readonly head: number
  readonly settled: ReadonlySet<EnvelopeKey>
}

async function readPage(
  transaction: Transaction,
  account: AccountId,
  { exchange, epoch, head, settled }: PageRequest,
): Promise<Page> {
  const cursor = exchange.epoch === epoch ? exchange.cursor : 0
  if (cursor >= head) return { changes: [], more: false }
  // Lengths first: a page of the longest envelopes would be 32 MiB, of which one is given.
  const rows = await transaction<{ readonly key: Uint8Array; readonly version: number; readonly bytes: number }[]>`
    SELECT key, version, octet_length(envelope) AS bytes FROM documents
    WHERE account = ${account} AND version > ${cursor} AND version <= ${head}
    ORDER BY version LIMIT ${exchange.pageDocuments + settled.size + 1}`
  const candidates = rows.map(({ key, version, bytes }) => ({ key: keyFromBytes(key), version, bytes }))
  const { page, more } = takePage(candidates, exchange, settled)
  const envelopes = await readEnvelopes(
    transaction,
    account,
    page.map(({ key }) => key),
  )
  const changes = page.map(({ key, version }) => {
    const envelope = envelopes.get(key)
    if (envelope === undefined) throw new Error('a document has gone within one transaction')
    return { key, version, envelope }
  })
  return { changes, more }
}

async function readEnvelopes(transaction: Transaction, account: AccountId, keys: readonly EnvelopeKey[]) {
  if (keys.length === 0) return new Map<EnvelopeKey, Uint8Array>()
  const rows = await transaction<{ readonly key: Uint8Array; readonly envelope: Uint8Array }[]>`
    SELECT key, envelope FROM documents
    WHERE account = ${account} AND key = ANY(${transaction.array(keys.map(keyToBytes), BYTEA)})`
  return new Map(rows.map(({ key, envelope }) => [keyFromBytes(key), envelope]))
}
