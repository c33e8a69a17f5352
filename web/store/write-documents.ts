import type { Stamp } from '../../shared/document/stamp.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import { batchesOf } from './batches.ts'
import { type ChangeHeader, type ChangeId, NO_CHANGE } from './change.ts'
import { withConnection } from './connection.ts'
import type { Database } from './database.ts'
import { isBulk, previousOf, recordChange, trimJournalNowAndThen } from './journal.ts'
import { type Replacement, updateLoggedMonths } from './logged-months.ts'
import { readWriteState, type WriteState, writeClock } from './meta.ts'
import { markUnsent } from './outbox.ts'
import type { PreviousDocument } from './rows.ts'
import type { SaveProblem } from './save-problem.ts'
import { announceCommitted, announceSaveProblem } from './store-events.ts'
import { takeRecoveryPoint } from './take-recovery-point.ts'

/** The clock as a write finds it. */
export interface ClockReading {
  /** ms since 1970 UTC, corrected where this device's clock is known to be wrong [C4]. */
  readonly now: number
  /** The last stamp given out or seen. */
  readonly last: Stamp
}

export interface Writing {
  /** Documents to put, none twice, each with what it replaces. Empty: nothing is written. */
  readonly replacements: readonly Replacement[]
  /** The highest stamp made or seen; the clock goes on from it. */
  readonly stamp: Stamp
}

/**
 * The one transaction in which a change writes documents: what `prepare` asks for, the logged months, what is not backed
 * up, the journal and the clock, all of it or nothing. `prepare` runs inside it, so what it reads is what it replaces. Announces the outcome.
 */
export async function writeDocuments<Prepared extends Writing>(
  db: Database,
  header: ChangeHeader,
  prepare: (clock: ClockReading) => Promise<Prepared>,
): Promise<Result<{ readonly id: ChangeId; readonly prepared: Prepared }, SaveProblem>> {
  const written = await withConnection(db, () =>
    db.transaction('rw', db.tables, async () => {
      const state = await readWriteState(db)
      const prepared = await prepare({ now: db.now() + state.offset, last: state.last })
      return { id: await put(db, header, prepared, state), prepared }
    }),
  )
  if (!written.ok) {
    announceSaveProblem(written.failure)
    return fail(written.failure)
  }
  const { id } = written.value
  if (id !== NO_CHANGE) announceCommitted({ ...header, announce: header.announce ?? true, id })
  return ok(written.value)
}

async function put(
  db: Database,
  header: ChangeHeader,
  { replacements, stamp }: Writing,
  { last, offset, syncing }: WriteState,
): Promise<ChangeId> {
  if (replacements.length === 0) {
    // C2: a stamp that was seen raises the clock, whether or not its document won.
    if (stamp > last) await writeClock(db, stamp)
    return NO_CHANGE
  }
  const bulk = isBulk(header, replacements)
  if (bulk) await takeRecoveryPoint(db, header.label)
  const parts: PreviousDocument[][] = []
  for (const batch of batchesOf(replacements)) {
    await db.documents.bulkPut(batch.map(({ after }) => after))
    await updateLoggedMonths(db, batch)
    if (syncing) await markUnsent(db, batch)
    parts.push(batch.map(previousOf))
  }
  const id = await recordChange(db, header, parts, stamp)
  await writeClock(db, stamp)
  await trimJournalNowAndThen(db, bulk, db.now() + offset)
  return id
}
