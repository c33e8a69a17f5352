import type { Result } from '../../shared/result/result.ts'
import type { Database } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import type { SaveProblem } from './save-problem.ts'

/** What a person chose when they first opened the app on this device. */
export type FirstChoice = 'log' | 'import' | 'sample' | 'restore'

const FIRST_CHOICE = 'first-choice'

/** Whether nothing was ever logged here and the person has not been asked how to begin. */
export async function isFirstStart(db: Database): Promise<boolean> {
  if ((await db.loggedMonths.limit(1).count()) > 0) return false
  return (await readMeta(db, FIRST_CHOICE)) === undefined
}

/** Remembers that the person was asked, so that the welcome does not stand in their way again. */
export async function rememberFirstChoice(db: Database, choice: FirstChoice): Promise<Result<void, SaveProblem>> {
  return writeMeta(db, FIRST_CHOICE, choice)
}
