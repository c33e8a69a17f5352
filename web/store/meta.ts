import type { Json } from '../../shared/document/document.ts'
import { isStamp, NO_STAMP, type Stamp } from '../../shared/document/stamp.ts'
import type { Result } from '../../shared/result/result.ts'
import { withConnection } from './connection.ts'
import type { Database } from './database.ts'
import type { SaveProblem } from './save-problem.ts'

/** What this device remembers under a name (a dismissed hint, the last backup), or undefined. Never synchronised. */
export async function readMeta(db: Database, name: string): Promise<Json | undefined> {
  return (await db.meta.get(name))?.value
}

export async function writeMeta(db: Database, name: string, value: Json): Promise<Result<void, SaveProblem>> {
  return withConnection(db, async () => {
    await db.meta.put({ name, value })
  })
}

const CLOCK = 'clock'
const CLOCK_OFFSET = 'clock-offset'
const SHARED = 'shared'
const SYNCING = 'syncing'

/** The clock's last reading. Read and written inside a change's own transaction, so no two tabs give out one stamp. */
export async function readClock(db: Database): Promise<Stamp> {
  const last = await readMeta(db, CLOCK)
  return isStamp(last) ? last : NO_STAMP
}

export async function writeClock(db: Database, last: Stamp): Promise<void> {
  await db.meta.put({ name: CLOCK, value: last })
}

/** What a write has to know before it writes. */
export interface WriteState {
  /** The last stamp given out or seen. */
  readonly last: Stamp
  /** [C4] To be added to this device's clock, in ms. */
  readonly offset: number
  /** Whether what is written has to be marked as not backed up. */
  readonly syncing: boolean
}

/** In one read: without synchronisation a write waits no longer than it did. */
export async function readWriteState(db: Database): Promise<WriteState> {
  const [clock, offset, syncing] = await db.meta.bulkGet([CLOCK, CLOCK_OFFSET, SYNCING])
  return {
    last: isStamp(clock?.value) ? clock.value : NO_STAMP,
    offset: typeof offset?.value === 'number' ? offset.value : 0,
    syncing: syncing?.value === true,
  }
}

export async function writeSyncing(db: Database, syncing: boolean): Promise<void> {
  if (syncing) await db.meta.put({ name: SYNCING, value: true })
  else await db.meta.delete(SYNCING)
}

/** [C4] By how much this device's clock is behind the server's, in ms; 0 where it can be trusted. */
export async function readClockOffset(db: Database): Promise<number> {
  const offset = await readMeta(db, CLOCK_OFFSET)
  return typeof offset === 'number' ? offset : 0
}

export async function writeClockOffset(db: Database, offset: number): Promise<void> {
  await db.meta.put({ name: CLOCK_OFFSET, value: offset })
}

/** Nobody tells the time any more, so the device's own counts again. */
export async function clearClockOffset(db: Database): Promise<void> {
  await db.meta.delete(CLOCK_OFFSET)
}

/** The highest stamp that was ever on its way to the server or came from there. Above it nothing is known elsewhere. */
export async function readShared(db: Database): Promise<Stamp> {
  const shared = await readMeta(db, SHARED)
  return isStamp(shared) ? shared : NO_STAMP
}

export async function writeShared(db: Database, shared: Stamp): Promise<void> {
  await db.meta.put({ name: SHARED, value: shared })
}
