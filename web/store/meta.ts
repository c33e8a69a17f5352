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

/** The clock's last reading. Read and written inside a change's own transaction, so no two tabs give out one stamp. */
export async function readClock(db: Database): Promise<Stamp> {
  const last = await readMeta(db, CLOCK)
  return isStamp(last) ? last : NO_STAMP
}

export async function writeClock(db: Database, last: Stamp): Promise<void> {
  await db.meta.put({ name: CLOCK, value: last })
}
