import type { Database } from '../store/database.ts'
import { readMeta } from '../store/meta.ts'
import type { ReminderProblem } from './subscription.ts'
import { REMINDER_PROBLEM } from './told-server.ts'

const PROBLEMS: readonly ReminderProblem[] = [
  'not-allowed',
  'no-push-service',
  'unknown-service',
  'signed-out',
  'off',
  'full',
  'unreachable',
]

/** Why this device is not woken, as far as that was last found out; undefined where nothing stands in the way. */
export async function readProblem(db: Database): Promise<ReminderProblem | undefined> {
  const kept = await readMeta(db, REMINDER_PROBLEM)
  return PROBLEMS.find((problem) => problem === kept)
}
