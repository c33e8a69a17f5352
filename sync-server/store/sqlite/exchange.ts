import type { Database } from 'better-sqlite3'
import type { EnvelopeKey } from '../../../shared/sync/messages.ts'
import { keyFromBytes, keyToBytes } from '../key-bytes.ts'
import { EMPTY_LEDGER, type Ledger, type Plan, planPushes, type StoredDocument, type Verdict } from '../plan-pushes.ts'
import type { AccountId, Exchange, ExchangeOutcome, Push, PushOutcome, StoredChange } from '../ports.ts'
import { takePage } from '../take-page.ts'
import { documentStatements } from './document-statements.ts'
import { writeForAccount } from './write-for-account.ts'

/** The exchange on a database that is open and whose data are `epoch`. A request is one SQLite transaction. */
export function sqliteExchange(
  database: Database,
  epoch: string,
): (account: AccountId, exchange: Exchange) => ExchangeOutcome {
  const statements = documentStatements(database)

  const run = (account: AccountId, exchange: Exchange): ExchangeOutcome => {
    const state = statements.state.get(account)
    const found = new Map<EnvelopeKey, number>()
    const find = ({ key, envelope }: Push): StoredDocument | undefined => {
      const document = state && statements.find.get(envelope, state.id, keyToBytes(key))
      if (document !== undefined) found.set(key, document.id)
      return document
    }
    const before = state ?? EMPTY_LEDGER
    const knownEpoch = exchange.epoch === epoch
    const plan = planPushes(before, exchange, knownEpoch, find)
    if (plan.writes.length > 0) write(state?.id ?? addAccount(account), plan, found)

    const after = plan.ledger
    const cursor = knownEpoch ? exchange.cursor : 0
    const settled = new Set(plan.verdicts.filter(({ status }) => status === 'ok').map(({ key }) => key))
    const { page, more } =
      state === undefined || cursor >= before.head
        ? { page: [], more: false }
        : takePage(changesBetween(state.id, cursor, before.head), exchange, settled)
    return {
      epoch,
      results: plan.verdicts.map((verdict) => withEnvelope(verdict, found)),
      changes: page,
      cursor: more ? (page.at(-1)?.version ?? cursor) : after.head,
      more,
      count: after.count,
      digest: after.digest,
      head: after.head,
    }
  }

  const addAccount = (account: AccountId): number => {
    const added = writeForAccount(() => statements.addState.run(account, Buffer.from(EMPTY_LEDGER.digest)))
    return Number(added.lastInsertRowid)
  }

  const write = (state: number, { writes, ledger }: Plan, found: ReadonlyMap<EnvelopeKey, number>): void => {
    for (const { key, version, part, envelope } of writes) {
      const id = found.get(key)
      if (id === undefined) statements.insert.run(state, keyToBytes(key), version, part, envelope)
      else statements.replace.run(version, part, envelope, id)
    }
    writeLedger(state, ledger)
  }

  const writeLedger = (state: number, { head, count, bytes, digest }: Ledger) =>
    statements.setState.run(head, count, bytes, digest, state)

  const withEnvelope = (verdict: Verdict, found: ReadonlyMap<EnvelopeKey, number>): PushOutcome => {
    if (verdict.status !== 'conflict') return verdict
    const id = found.get(verdict.key)
    return { ...verdict, envelope: id === undefined ? null : (statements.envelope.get(id)?.envelope ?? null) }
  }

  function* changesBetween(state: number, after: number, until: number): Generator<StoredChange & { bytes: number }> {
    for (const { key, version, envelope } of statements.changes.iterate(state, after, until))
      yield { key: keyFromBytes(key), version, envelope, bytes: envelope.length }
  }

  const transaction = database.transaction(run)
  return (account, exchange) =>
    // A transaction that will write says so at its beginning: one that finds out later can fail.
    exchange.push.length > 0 ? transaction.immediate(account, exchange) : transaction.deferred(account, exchange)
}
