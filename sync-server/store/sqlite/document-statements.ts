import type { Database } from 'better-sqlite3'
import type { Ledger, StoredDocument } from '../plan-pushes.ts'

/**
 * The statements of an exchange, prepared once. Rows have the types that are said here because the tables are STRICT.
 * Envelopes are compared in here: one more hash for each document was about 8 % of what a push costs a processor.
 */
export function documentStatements(database: Database) {
  return {
    state: database.prepare<[account: string], Ledger & { readonly id: number }>(
      'SELECT id, head, count, bytes, digest FROM account_state WHERE account = ?',
    ),
    addState: database.prepare<[account: string, digest: Uint8Array]>(
      'INSERT INTO account_state (account, head, count, bytes, digest) VALUES (?, 0, 0, 0, ?)',
    ),
    setState: database.prepare<[head: number, count: number, bytes: number, digest: Uint8Array, id: number]>(
      'UPDATE account_state SET head = ?, count = ?, bytes = ?, digest = ? WHERE id = ?',
    ),
    find: database.prepare<
      [envelope: Uint8Array, account: number, key: Uint8Array],
      StoredDocument & { readonly id: number }
    >(
      `SELECT id, version, part, length(envelope) AS bytes, envelope = ? AS same
       FROM documents WHERE account = ? AND key = ?`,
    ),
    insert: database.prepare<[account: number, key: Uint8Array, version: number, part: Uint8Array, bytes: Uint8Array]>(
      'INSERT INTO documents (account, key, version, part, envelope) VALUES (?, ?, ?, ?, ?)',
    ),
    replace: database.prepare<[version: number, part: Uint8Array, envelope: Uint8Array, id: number]>(
      'UPDATE documents SET version = ?, part = ?, envelope = ? WHERE id = ?',
    ),
    envelope: database.prepare<[id: number], { readonly envelope: Uint8Array }>(
      'SELECT envelope FROM documents WHERE id = ?',
    ),
    changes: database.prepare<[account: number, after: number, until: number], ChangeRow>(
      'SELECT key, version, envelope FROM documents WHERE account = ? AND version > ? AND version <= ? ORDER BY version',
    ),
  }
}

interface ChangeRow {
  readonly key: Uint8Array
  readonly version: number
  readonly envelope: Uint8Array
}
