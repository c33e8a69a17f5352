import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import { dayField } from '../../shared/metric/day-value.ts'
import type { MetricId, SourceId } from '../../shared/metric/metric.ts'
import type { Result } from '../../shared/result/result.ts'
import type { DayReading } from '../importer/import-types.ts'
import { batchesOf } from './batches.ts'
import type { ChangeId, Edit } from './change.ts'
import { DAY } from './collections.ts'
import { commit } from './commit.ts'
import type { Database } from './database.ts'
import { type DayRecord, readDays } from './days.ts'
import type { SaveProblem } from './save-problem.ts'

/** A value that the file has otherwise than what the same source said before. In the metric's stored unit. */
export interface ChangedValue {
  readonly date: CivilDate
  readonly metric: MetricId
  readonly before: number
  readonly after: number
}

/** What importing would do, before it is done. Counts are values: one metric on one day. */
export interface ImportPlan {
  readonly source: SourceId
  readonly added: number
  readonly changed: readonly ChangedValue[]
  readonly same: number
  readonly edits: readonly Edit[]
}

// Readings come sorted by date, so a batch of them is a short range of days; about 10 ms of work.
const READINGS_AT_ONCE = 2000

/** Compares what a file says with what is stored from its source. Nothing is written; readings must be within bounds. */
export async function planImport(db: Database, source: SourceId, readings: readonly DayReading[]): Promise<ImportPlan> {
  const fieldsByDate = new Map<CivilDate, Record<string, number>>()
  const changed: ChangedValue[] = []
  let added = 0
  let same = 0
  for (const batch of batchesOf(readings, READINGS_AT_ONCE)) {
    const stored = await storedDays(db, batch)
    for (const { date, metric, value } of batch) {
      const field = dayField(metric, source)
      const before = stored.get(date)?.fields[field]
      if (before === value) {
        same++
        continue
      }
      if (typeof before === 'number') changed.push({ date, metric, before, after: value })
      else added++
      const fields = fieldsByDate.get(date)
      if (fields === undefined) fieldsByDate.set(date, { [field]: value })
      else fields[field] = value
    }
  }
  const edits: Edit[] = []
  for (const [date, fields] of fieldsByDate) edits.push({ collection: DAY, id: date, fields })
  return { source, added, changed, same, edits }
}

async function storedDays(db: Database, readings: readonly DayReading[]): Promise<Map<CivilDate, DayRecord>> {
  let [first] = readings
  let last = first
  for (const reading of readings) {
    if (first === undefined || reading.date < first.date) first = reading
    if (last === undefined || reading.date > last.date) last = reading
  }
  if (first === undefined || last === undefined) return new Map()
  const days = await readDays(db, first.date, last.date)
  return new Map(days.map((day) => [day.date, day]))
}

/** Writes a plan as one change, which one undo takes back. `refused` is how many cells or rows of the file were not read. */
export async function commitImport(
  db: Database,
  plan: ImportPlan,
  { file, refused }: { readonly file: string; readonly refused: number },
): Promise<Result<ChangeId, SaveProblem>> {
  return commit(db, {
    kind: 'import',
    label: `Imported ${file}`,
    edits: plan.edits,
    summary: {
      file,
      source: plan.source,
      added: plan.added,
      changed: plan.changed.length,
      same: plan.same,
      refused,
    },
  })
}
