import type { Database } from './database.ts'
import { readClockOffset } from './meta.ts'
import type { PullLoss, Refused, SyncTrouble } from './sync-rows.ts'
import { syncAccountRow } from './sync-switch.ts'

export type { PullLoss, Refused, SyncTrouble } from './sync-rows.ts'

/** What the screen says of synchronisation. Times in ms since 1970 UTC by this device's clock. */
export interface SyncStatus {
  /** The account's id. Undefined: synchronisation is off, and the rest says nothing. */
  readonly account: string | undefined
  /** Documents that are not backed up. 0: everything is. */
  readonly unsent: number
  /** [D8] When the oldest edit that is not backed up was made. */
  readonly oldestUnsentAt: number | undefined
  /** When a run last came to its end. */
  readonly lastSuccessAt: number | undefined
  /** Why the last run did not; undefined where it did. */
  readonly problem: SyncTrouble | undefined
  /** [S5] Documents that the server did not take in the last run. */
  readonly refused: Refused | undefined
  /** [E5] Documents of the account that could not be opened here. */
  readonly quarantined: number
  /** [C4] What has to be added to this device's clock, in ms: negative where it is ahead. 0: it can be trusted. */
  readonly clockOffset: number
  /** [D7] Another device deleted much. Until it is dismissed or undone by `restoreRecoveryPoint(db, loss.point)`. */
  readonly loss: PullLoss | undefined
}

/** Reads counts and a few rows, for a live query. */
export async function syncStatus(db: Database): Promise<SyncStatus> {
  const [account, report, unsent, oldest, quarantined, clockOffset] = await Promise.all([
    syncAccountRow(db),
    db.sync.get('report'),
    db.outbox.count(),
    db.outbox.orderBy('since').first(),
    db.quarantine.count(),
    readClockOffset(db),
  ])
  const { lastSuccessAt, problem, refused, loss } = report?.name === 'report' ? report : NOTHING
  return {
    account: account?.account,
    unsent,
    oldestUnsentAt: oldest?.since,
    lastSuccessAt,
    problem,
    refused,
    quarantined,
    clockOffset,
    loss,
  }
}

/** The person has seen what was deleted and leaves it so. */
export async function dismissLoss(db: Database): Promise<void> {
  await db.transaction('rw', db.sync, async () => {
    const report = await db.sync.get('report')
    if (report?.name === 'report') await db.sync.put({ ...report, loss: undefined })
  })
}

const NOTHING = { lastSuccessAt: undefined, problem: undefined, refused: undefined, loss: undefined }
