import type { SourceId } from '../../shared/metric/metric.ts'
import { fail, ok, type Result } from '../../shared/result/result.ts'
import type { DayReading } from '../importer/import-types.ts'
import type { ChangeId } from '../store/change.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { commitImport, type ImportPlan, planImport } from '../store/import-plan.ts'
import { type SaveProblem, saveProblemOf } from '../store/save-problem.ts'

/** What an import needs of the store. */
export interface ImportStore {
  readonly plan: (source: SourceId, readings: readonly DayReading[]) => Promise<Result<ImportPlan, SaveProblem>>
  readonly commit: (
    plan: ImportPlan,
    about: { readonly file: string; readonly refused: number },
  ) => Promise<Result<ChangeId, SaveProblem>>
}

/** A part of the worker by itself, because half of its weight is the database: a file is looked at while it comes. */
export function openImportStore(db: Database = openDatabase()): ImportStore {
  return {
    plan: async (source, readings) => {
      try {
        return ok(await planImport(db, source, readings))
      } catch (error) {
        return fail(saveProblemOf(error))
      }
    },
    commit: (plan, about) => commitImport(db, plan, about),
  }
}
