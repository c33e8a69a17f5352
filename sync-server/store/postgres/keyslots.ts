import type { Sql, TransactionSql } from 'postgres'
import type { Keyslot } from '../../../shared/sync/messages.ts'
import { LIMITS } from '../../../shared/sync/protocol.ts'
import { kdfColumn, keyslotOfRow } from '../keyslot-row.ts'
import type { AccountId, SyncStore } from '../ports.ts'
import { ownTransaction, type Types } from './own-transaction.ts'

/** The keyslots of accounts in Postgres. */
export function postgresKeyslots(sql: Sql<Types>): Pick<SyncStore, 'keyslots' | 'putKeyslot' | 'deleteKeyslot'> {
  return {
    keyslots: (account) =>
      ownTransaction(sql, account, 'snapshot', (transaction) => readKeyslots(transaction, account)),
    putKeyslot: (account, { id, kind, kdf, wrapped }, now) =>
      ownTransaction(sql, account, 'write', async (transaction) => {
        // Two at once would each count the slots without the other's.
        await transaction`SELECT FROM "user" WHERE id = ${account} FOR NO KEY UPDATE`
        const [others] = await transaction<{ readonly count: number }[]>`
          SELECT count(*) FROM keyslots WHERE account = ${account} AND id <> ${id}`
        if (others === undefined || others.count >= LIMITS.keyslots) return 'full'
        await transaction`
          INSERT INTO keyslots (account, id, kind, kdf, wrapped, created_at)
          VALUES (${account}, ${id}, ${kind}, ${kdfColumn(kdf)}, ${wrapped}, ${now})
          ON CONFLICT (account, id) DO UPDATE
          SET kind = excluded.kind, kdf = excluded.kdf, wrapped = excluded.wrapped, created_at = excluded.created_at`
        return 'ok'
      }),
    deleteKeyslot: (account, id) =>
      ownTransaction(sql, account, 'write', async (transaction) => {
        const { count } = await transaction`DELETE FROM keyslots WHERE account = ${account} AND id = ${id}`
        return count > 0
      }),
  }
}

/** The keyslots of an account, within a transaction of its own. */
export async function readKeyslots(transaction: TransactionSql<Types>, account: AccountId): Promise<Keyslot[]> {
  const rows = await transaction`
    SELECT id, kind, kdf, wrapped, created_at AS "createdAt" FROM keyslots
    WHERE account = ${account} ORDER BY created_at, id`
  return rows.map(keyslotOfRow)
}
