import type { CivilDate } from '../../shared/calendar/civil-date.ts'
import { DELETED, type Json } from '../../shared/document/document.ts'
import { parseDayField } from '../../shared/metric/day-value.ts'
import type { Result } from '../../shared/result/result.ts'
import type { ChangeId, Edit } from './change.ts'
import { DAY, MOODS } from './collections.ts'
import { commit } from './commit.ts'
import type { Database } from './database.ts'
import { moodEdit } from './moods.ts'
import { sampleDays } from './sample-days.ts'
import { SAMPLE_MARK, SAMPLE_SOURCE } from './sample-mark.ts'
import type { SaveProblem } from './save-problem.ts'

export { hasSampleData, SAMPLE_SOURCE } from './sample-mark.ts'

/** Adds the days of somebody who does not exist, marked by their source, until the day before `today`. One change. */
export async function addSampleData(db: Database, today: CivilDate): Promise<Result<ChangeId, SaveProblem>> {
  const edits: Edit[] = [{ ...SAMPLE_MARK, fields: { until: today, [DELETED]: false } }]
  for (const { date, fields, mood } of sampleDays(today)) {
    if (Object.keys(fields).length > 0) edits.push({ collection: DAY, id: date, fields })
    if (mood !== undefined) edits.push(withDeleted(moodEdit(mood), false))
  }
  return commit(db, { kind: 'sample', label: 'Sample data added', edits })
}

/** Takes every sample value and sample mood away, whenever they were added, and nothing else. One change. */
export async function removeSampleData(db: Database): Promise<Result<ChangeId, SaveProblem>> {
  const edits: Edit[] = [{ ...SAMPLE_MARK, fields: { [DELETED]: true } }]
  const documents = await db.documents.where('collection').anyOf([DAY, MOODS]).toArray()
  for (const { collection, id, fields } of documents) {
    if (collection === MOODS) {
      if (fields['source'] === SAMPLE_SOURCE) edits.push({ collection, id, fields: { [DELETED]: true } })
      continue
    }
    const cleared: Record<string, Json> = {}
    for (const field of Object.keys(fields))
      if (fields[field] !== null && parseDayField(field)?.source === SAMPLE_SOURCE) cleared[field] = null
    if (Object.keys(cleared).length > 0) edits.push({ collection, id, fields: cleared })
  }
  return commit(db, { kind: 'sample', label: 'Sample data removed', edits })
}

const withDeleted = (edit: Edit, deleted: boolean): Edit => ({
  ...edit,
  fields: { ...edit.fields, [DELETED]: deleted },
})
