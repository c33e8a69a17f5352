import type { Database } from 'better-sqlite3'
import { LIMITS } from '../../../shared/sync/protocol.ts'
import { kdfColumn, keyslotOfRow } from '../keyslot-row.ts'
import type { AccountId, SyncStore } from '../ports.ts'
import { writeForAccount } from './write-for-account.ts'

/** The keyslots of accounts in a SQLite database. */
export function sqliteKeyslots(database: Database): Pick<SyncStore, 'keyslots' | 'putKeyslot' | 'deleteKeyslot'> {
  const all = database.prepare<[account: string]>(
    'SELECT id, kind, kdf, wrapped, created_at AS createdAt FROM keyslots WHERE account = ? ORDER BY created_at, id',
  )
  const others = database
    .prepare<[account: string, id: string]>('SELECT count(*) FROM keyslots WHERE account = ? AND id <> ?')
    .pluck()
  const put = database.prepare<[string, string, string, string | null, string, number]>(
    'INSERT OR REPLACE INTO keyslots (account, id, kind, kdf, wrapped, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const remove = database.prepare<[account: string, id: string]>('DELETE FROM keyslots WHERE account = ? AND id = ?')

  const putWithin = database.transaction((...slot: Parameters<typeof put.run>) => {
    const [account, id] = slot
    if (Number(others.get(account, id)) >= LIMITS.keyslots) return 'full'
    writeForAccount(() => put.run(...slot))
    return 'ok'
  })
  return {
    keyslots: async (account: AccountId) => all.all(account).map(keyslotOfRow),
    putKeyslot: async (account, { id, kind, kdf, wrapped }, now) =>
      putWithin.immediate(account, id, kind, kdfColumn(kdf), wrapped, now),
    deleteKeyslot: async (account, id) => remove.run(account, id).changes > 0,
  }
}
