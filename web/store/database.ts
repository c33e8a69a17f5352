import { Dexie, type Table } from 'dexie'
import type { Document } from '../../shared/document/document.ts'
import type { ChangeRow, InsightRow, LoggedMonth, MetaRow, PreviousValues, RecoveryPoint, Snapshot } from './rows.ts'
import { announceConnection } from './store-events.ts'
import type { QuarantinedRow, RemoteShard, SyncRow, UnsentRow } from './sync-rows.ts'

/** The key of a document: collection and id. */
export type DocumentKey = [collection: string, id: string]

/**
 * Everything a person owns, in IndexedDB. Only `documents` is theirs; the other tables are derived from it
 * (`loggedMonths`, `insight`), let changes be taken back, or belong to this device; four are about synchronisation.
 */
export class Database extends Dexie {
  declare readonly documents: Table<Document, DocumentKey>
  declare readonly loggedMonths: Table<LoggedMonth, string>
  declare readonly changes: Table<ChangeRow, string>
  declare readonly previousValues: Table<PreviousValues, [id: string, part: number]>
  declare readonly recoveryPoints: Table<RecoveryPoint, string>
  declare readonly snapshots: Table<Snapshot, [id: string, part: number]>
  declare readonly meta: Table<MetaRow, string>
  declare readonly outbox: Table<UnsentRow, DocumentKey>
  declare readonly remote: Table<RemoteShard, string>
  declare readonly quarantine: Table<QuarantinedRow, string>
  declare readonly sync: Table<SyncRow, string>
  declare readonly insight: Table<InsightRow, string>

  /** The time, ms since 1970 UTC. */
  readonly now: () => number
  /** A newer version of the app has taken over the data: this handle is closed for good. */
  outdated = false

  constructor(name: string, options: DatabaseOptions) {
    super(name, {
      ...(options.indexedDB === undefined ? {} : { indexedDB: options.indexedDB }),
      ...(options.IDBKeyRange === undefined ? {} : { IDBKeyRange: options.IDBKeyRange }),
      // What the screen calls saved survives a power cut. About 1.5 ms a write more than 'relaxed'.
      chromeTransactionDurability: 'strict',
      // Dexie's cache clones every result it hands out, which for ten years of days costs more than reading them again.
      cache: 'disabled',
    })
    this.now = options.now ?? Date.now
    this.version(1).stores({
      documents: '[collection+id], [collection+fields.date]',
      loggedMonths: 'month',
      changes: 'id, session, size',
      previousValues: '[id+part]',
      recoveryPoints: 'id',
      snapshots: '[id+part]',
      meta: 'name',
    })
    this.version(2).stores({ outbox: '[collection+id], since', remote: 'shard', quarantine: 'key', sync: 'name' })
    this.version(3).stores({ insight: 'name' })
    this.on('versionchange', (event) => this.#letGo(event.newVersion))
    this.on('blocked', () => announceConnection('blocked'))
  }

  // Another tab wants to upgrade or delete the database and waits for this handle. Kept open, it would block that tab.
  #letGo(newVersion: number | null): false {
    this.outdated = newVersion !== null
    this.close({ disableAutoOpen: this.outdated })
    if (this.outdated) announceConnection('outdated')
    // Tells Dexie that this was handled: its own answer would open the handle again.
    return false
  }
}

export interface DatabaseOptions {
  /** The time, ms since 1970 UTC; tests pass their own. Default `Date.now`. */
  readonly now?: () => number
  readonly indexedDB?: IDBFactory
  readonly IDBKeyRange?: typeof IDBKeyRange
}

/** A handle that opens itself at the first read or write. */
export function openDatabase(name = 'ownit', options: DatabaseOptions = {}): Database {
  return new Database(name, options)
}
