import type { Result } from '../../shared/result/result.ts'
import { DIGEST_BYTES } from '../../shared/sync/digest.ts'
import { withConnection } from './connection.ts'
import type { Database } from './database.ts'
import { newId } from './identifiers.ts'
import { clearClockOffset, writeSyncing } from './meta.ts'
import { markEverything } from './outbox.ts'
import type { MetaRow } from './rows.ts'
import type { SaveProblem } from './save-problem.ts'
import type { StoredKeys, SyncAccountRow, SyncProgressRow, SyncReportRow } from './sync-rows.ts'
import { inOrder } from './write-order.ts'

export type { StoredKeys } from './sync-rows.ts'

/** The account to synchronise with, by the server's id, and the keys of its opened vault. */
export interface SyncAccount {
  readonly account: string
  readonly keys: StoredKeys
}

/**
 * Turns synchronisation on. [D6] Everything that is here counts as not backed up and merges with what the account holds.
 * Where it is on with the same account, only the keys are replaced. `noted` is remembered with it, or neither is.
 */
export function turnOnSync(
  db: Database,
  { account, keys }: SyncAccount,
  noted: readonly MetaRow[] = [],
): Promise<Result<void, SaveProblem>> {
  return inOrder(db, () =>
    withConnection(db, () =>
      db.transaction('rw', db.tables, async () => {
        const before = await syncAccountRow(db)
        const turn = before?.account === account ? before.turn : newId()
        await db.sync.put({ name: 'account', account, keys, turn })
        await db.meta.bulkPut([...noted])
        if (turn === before?.turn) return
        await forgetServer(db)
        await db.sync.bulkPut([noProgress(''), NO_REPORT])
        await markEverything(db)
        await writeSyncing(db, true)
      }),
    ),
  )
}

/**
 * Turns it off and takes the keys from the device. [D5] Nothing that the person owns is touched, and what was not backed
 * up is marked again when it is turned on.
 */
export function turnOffSync(db: Database): Promise<Result<void, SaveProblem>> {
  return inOrder(db, () =>
    withConnection(db, () =>
      db.transaction('rw', db.tables, async () => {
        await Promise.all([db.sync.clear(), db.outbox.clear(), forgetServer(db)])
        await clearClockOffset(db)
        await writeSyncing(db, false)
      }),
    ),
  )
}

/** With whom this device synchronises, or undefined where it does not. */
export async function readSyncAccount(db: Database): Promise<SyncAccount | undefined> {
  const row = await syncAccountRow(db)
  return row === undefined ? undefined : { account: row.account, keys: row.keys }
}

/** The row of the account, which also names the turning-on. */
export async function syncAccountRow(db: Database): Promise<SyncAccountRow | undefined> {
  const row = await db.sync.get('account')
  return row?.name === 'account' ? row : undefined
}

/** As nothing is known of the server: at the beginning, and where `epoch` is new [S6]. */
export const noProgress = (epoch: string): SyncProgressRow => ({
  name: 'progress',
  epoch,
  cursor: 0,
  digest: new Uint8Array(DIGEST_BYTES),
  comparedAt: 0,
})

const NO_REPORT: SyncReportRow = {
  name: 'report',
  lastSuccessAt: undefined,
  problem: undefined,
  refused: undefined,
  loss: undefined,
}

/** Forgets what the server holds; for a transaction over all tables. */
export async function forgetServer(db: Database): Promise<void> {
  await Promise.all([db.remote.clear(), db.quarantine.clear()])
}
